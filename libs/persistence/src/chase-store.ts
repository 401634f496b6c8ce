import { type Arrears, type Bilingual, type Instant, instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** What those of the units owe that take part in the campaign, or did. */
export async function arrearsOf(tx: Tx, campaignId: string, units: readonly string[]): Promise<Arrears[]> {
  const rows = await tx.query<Omit<Arrears, 'chasedAt'> & { chasedAt: Date | null }>({
    name: 'arrears',
    text: `select p.unit_id as unit, p.dropped_at is not null as dropped, p.chased_at as "chasedAt",
             count(o.id) filter (where o.status in ('open', 'returned', 'overdue')) as owed
           from participant p left join obligation o on o.campaign_id = p.campaign_id and o.unit_id = p.unit_id
           where p.campaign_id = $1 and p.unit_id = any($2)
           group by p.unit_id, p.dropped_at, p.chased_at`,
    values: [campaignId, units],
  });
  return rows.map((row) => ({ ...row, chasedAt: row.chasedAt && instant(row.chasedAt) }));
}

export interface Chase {
  readonly campaign: string;
  /** Makes the notification one of a kind: the command runs once. */
  readonly command: string;
  readonly units: readonly string[];
  readonly subject: Bilingual;
  readonly at: Instant;
}

/** Tells each unit what it owes, in one statement however many there are. */
export const chase = (tx: Tx, { campaign, command, units, subject, at }: Chase): Promise<unknown> =>
  tx.query({
    text: `with owing as (
             select unit_id, region, count(*) filter (where status = 'overdue') as overdue,
               count(*) filter (where status <> 'overdue') as awaited
             from obligation where campaign_id = $1 and unit_id = any($3) and status in ('open', 'returned', 'overdue')
             group by unit_id, region
           ), told as (
             insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at)
             select $1, 'chase:' || $2, 'unit:' || unit_id, region,
               $4 || '（逾期 ' || overdue || ' 项，待报 ' || awaited || ' 项）',
               $5 || ' (' || overdue || ' overdue, ' || awaited || ' awaited)', $6
             from owing
             on conflict (file_id, cause, addressee) do nothing
           )
           update participant set chased_at = $6 where campaign_id = $1 and unit_id = any($3)`,
    values: [campaign, command, units, subject.zh, subject.en, at],
  });
