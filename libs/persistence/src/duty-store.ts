import type { Duty, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

const DUTY = `jsonb_strip_nulls(jsonb_build_object('id', id, 'campaign', campaign_id, 'version', version, 'status', status, 'task', task,
  'lead', lead, 'supporting', supporting, 'account', account_id, 'due', due, 'outcome', outcome)) as duty`;

/** Held for one act; another act on it waits. */
export async function lockDuty(tx: Tx, id: string): Promise<Duty | undefined> {
  const [row] = await tx.query<{ duty: Duty }>({
    text: `select ${DUTY} from duty where id = $1 for no key update`,
    values: [id],
  });
  return row?.duty;
}

export async function addDuty(
  tx: Tx,
  duty: Duty,
  assigned: { readonly region: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  const { id, campaign, task, lead, supporting, account, due, status, version } = duty;
  await tx.query({
    text: `insert into duty (id, campaign_id, region, task, lead, supporting, account_id, due, status, version, assigned_by, assigned_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      ...[id, campaign, assigned.region, task, lead, supporting, account],
      ...[due, status, version, assigned.by, assigned.at],
    ],
  });
}

export async function saveDuty(tx: Tx, { id, account, status, version, outcome }: Duty): Promise<void> {
  await tx.query({
    text: 'update duty set account_id = $2, status = $3, version = $4, outcome = $5 where id = $1',
    values: [id, account, status, version, outcome ?? null],
  });
}
