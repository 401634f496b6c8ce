import type { BoundVolume, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** When a visit was held, by Beijing's days. */
const HELD = `(v.arrived_at at time zone 'Asia/Shanghai')::date`;

/** Finished visits of a month by the day they were held; `after` is a cursor. */
export const heldIn = (tx: Tx, campaign: string, month: string, after: string | null, limit: number) => {
  const [day, id] = after?.split('_') ?? [];
  return tx.query<{ id: string; held: string }>({
    text: `select v.id, ${HELD}::text as held from visit v where v.campaign_id = $1 and v.status = 'finished'
             and to_char(${HELD}, 'YYYY-MM') = $2 and ($3::date is null or (${HELD}, v.id) > ($3, $4::uuid))
           order by ${HELD}, v.id limit $5`,
    values: [campaign, month, day ?? null, id ?? null, limit],
  });
};

export async function countHeld(tx: Tx, campaign: string, month: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from visit v where v.campaign_id = $1 and v.status = 'finished' and to_char(${HELD}, 'YYYY-MM') = $2`,
    values: [campaign, month],
  });
  return row?.count ?? 0;
}

/** How many visits each month has: finished, and begun but not finished. */
export const heldByMonth = (tx: Tx, campaign: string) =>
  tx.query<{ month: string; visits: number; open: number }>({
    text: `select to_char(${HELD}, 'YYYY-MM') as month, count(*) filter (where v.status = 'finished')::int as visits,
             count(*) filter (where v.status = 'arrived')::int as open
           from visit v where v.campaign_id = $1 and v.arrived_at is not null group by 1`,
    values: [campaign],
  });

export async function lastEdition(tx: Tx, campaign: string, month: string): Promise<number> {
  const [row] = await tx.query<{ editions: number }>({
    text: 'select coalesce(max(edition), 0) as editions from visit_volume where campaign_id = $1 and month = $2',
    values: [campaign, month],
  });
  return row?.editions ?? 0;
}

/** How many visits a volume binds, where it was made. */
export async function boundVisits(tx: Tx, id: string): Promise<number | undefined> {
  const [row] = await tx.query<{ visits: number }>({
    text: 'select visits from visit_volume where id = $1',
    values: [id],
  });
  return row?.visits;
}

export async function addVolume(tx: Tx, volume: BoundVolume, at: Instant): Promise<void> {
  const { id, campaign, region, month, edition, binder, reason, visits, sha256, bytes, name, boundBy } = volume;
  await tx.query({
    text: `insert into visit_volume (id, campaign_id, region, month, edition, binder, reason, visits, sha256, bytes, name, bound_by, bound_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      ...[id, campaign, region, month, edition, binder, reason ?? null, visits, sha256, bytes, name, boundBy, at],
    ],
  });
}

/** Every edition of a campaign, the newest first, with who bound it. */
export const volumesOf = (tx: Tx, campaign: string) =>
  tx.query<Omit<BoundVolume, 'region' | 'campaign' | 'reason'> & { reason: string | null; boundAt: Date }>({
    text: `select w.id, w.month, w.edition, w.binder, w.reason, w.visits, w.sha256, w.bytes, w.name, a.name as "boundBy",
             w.bound_at as "boundAt"
           from visit_volume w join account a on a.id = w.bound_by where w.campaign_id = $1 order by w.month desc, w.edition desc`,
    values: [campaign],
  });
