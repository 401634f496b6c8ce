import type { PlanTemplate } from '@fundguard/domain';
import type { Tx } from '@fundguard/persistence';

/** The plan as it was when the campaign was drafted; a newer template does not alter a running campaign. */
export async function pinnedPlan(tx: Tx, campaignId: string): Promise<PlanTemplate> {
  const [row] = await tx.query<{ plan: PlanTemplate }>({
    name: 'campaign-plan',
    text: 'select plan from campaign where id = $1',
    values: [campaignId],
  });
  if (!row) throw new Error(`campaign ${campaignId} has no plan`);
  return row.plan;
}
