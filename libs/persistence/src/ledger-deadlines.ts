import type { Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** The instant by which a line of the ledger is to be put right: the end of its day. `p` is the problem. */
export const LEDGER_DUE = `((p.due + time '23:59:59') at time zone 'Asia/Shanghai')`;

/** Still to be put right here; what is reported waits for others, what a look-back took is put right there. */
export const LEDGER_OPEN = `p.status in ('open', 'returned') and not exists (select from problem taken where taken.inherited_from = p.id)`;

/** The instants in a span by which lines of the ledger are to be put right. */
export const ledgerInstants = (
  tx: Tx,
  campaignId: string,
  { after, until }: { readonly after?: Instant; readonly until?: Instant },
): Promise<{ due: Date }[]> =>
  tx.query<{ due: Date }>({
    text: `select distinct ${LEDGER_DUE} as due from problem p where p.campaign_id = $1 and ${LEDGER_OPEN}
             and ($2::timestamptz is null or ${LEDGER_DUE} > $2) and ($3::timestamptz is null or ${LEDGER_DUE} <= $3) order by 1`,
    values: [campaignId, after ?? null, until ?? null],
  });

/** After a pause: what was still ahead when it began comes so many days later. */
export const shiftLedger = (tx: Tx, campaignId: string, from: Instant, days: number): Promise<unknown> =>
  tx.query({
    text: `update problem p set due = p.due + $3::int, version = version + 1
           where p.campaign_id = $1 and ${LEDGER_OPEN} and ${LEDGER_DUE} > $2`,
    values: [campaignId, from, days],
  });

/** Whether a ladder is being climbed at the instant already. */
export async function isDeadlineOpen(tx: Tx, campaignId: string, due: Instant): Promise<boolean> {
  const rows = await tx.query({
    text: 'select 1 from deadline where campaign_id = $1 and due_at = $2 and open',
    values: [campaignId, due],
  });
  return rows.length > 0;
}
