import type { Instant, RegionPath, Step } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';
import { LEDGER_DUE, LEDGER_OPEN } from './ledger-deadlines.js';

export interface DeadlineRecord {
  readonly due: Date;
  readonly version: number;
  readonly open: boolean;
  readonly steps: readonly Step[];
}

export interface PlannedDeadline {
  readonly due: Instant;
  readonly steps: readonly Step[];
  readonly provisional: boolean;
}

/** Sets the ladder of each due instant; one that exists is opened again with a newer version. */
export const planDeadlines = (
  tx: Tx,
  campaign: { readonly id: string; readonly region: RegionPath },
  deadlines: readonly PlannedDeadline[],
): Promise<DeadlineRecord[]> =>
  tx.query<DeadlineRecord>({
    text: `insert into deadline as d (campaign_id, due_at, region, steps, version, open, provisional)
           select $1, p.due, $2, p.steps, 1, true, p.provisional
             from unnest($3::timestamptz[], $4::jsonb[], $5::boolean[]) as p (due, steps, provisional)
           on conflict (campaign_id, due_at) do update
             set steps = excluded.steps, version = d.version + 1, open = true, provisional = excluded.provisional
           returning due_at as due, version, open, steps`,
    values: [
      campaign.id,
      campaign.region,
      deadlines.map(({ due }) => due),
      deadlines.map(({ steps }) => toJson(steps)),
      deadlines.map(({ provisional }) => provisional),
    ],
  });

/** Closes deadlines at which nothing is owed any more (`due`), or all of the campaign's when it rests or ends. */
export const closeDeadlines = (tx: Tx, campaignId: string, due?: Instant): Promise<DeadlineRecord[]> =>
  tx.query<DeadlineRecord>({
    text: `update deadline d set open = false, version = version + 1
           where campaign_id = $1 and open
             and ($2::timestamptz is null or (due_at = $2 and not exists (
               select from obligation o where o.campaign_id = $1 and o.due_at = $2 and o.status <> 'waived')
               and not exists (select from problem p where p.campaign_id = $1 and ${LEDGER_OPEN} and ${LEDGER_DUE} = $2)))
           returning due_at as due, version, open, steps`,
    values: [campaignId, due ?? null],
  });

/** Open deadlines whose ladder counted days of a year without a holiday notice. */
export const provisionalDeadlines = (tx: Tx, campaignId: string): Promise<DeadlineRecord[]> =>
  tx.query<DeadlineRecord>({
    text: `select due_at as due, version, open, steps from deadline where campaign_id = $1 and open and provisional`,
    values: [campaignId],
  });
