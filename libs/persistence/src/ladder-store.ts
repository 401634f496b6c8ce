import type { Instant, RungTarget, StepKind } from '@fundguard/domain';
import type { Tx } from './database.js';
import { LEDGER_DUE, LEDGER_OPEN } from './ledger-deadlines.js';

/** One rung of one deadline, to be climbed for every unit it concerns. */
export interface Climb {
  readonly campaign: { readonly id: string; readonly name: string; readonly region: string };
  readonly due: Instant;
  readonly rung: string;
  readonly kind: StepKind;
  readonly name: { readonly zh: string; readonly en: string };
  readonly to: readonly RungTarget[];
  readonly keyTarget: boolean;
  readonly at: Instant;
}

/** Takes the rung, once: false when it was climbed before. */
export async function takeRung(tx: Tx, { campaign, due, rung, at }: Climb): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into escalation (campaign_id, due_at, rung, region, at, units) values ($1, $2, $3, $4, $5, 0)
           on conflict (campaign_id, due_at, rung) do update set at = excluded.at, recalled_at = null
             where escalation.recalled_at is not null
           returning 1`,
    values: [campaign.id, due, rung, campaign.region, at],
  });
  return rows.length > 0;
}

const ADDRESSEE: Record<RungTarget, string> = {
  contact: `'unit:' || o.unit_id`,
  head: `'head:' || o.unit_id`,
  coordinator: `'role:coordinator@' || $4`,
  office: `'role:coordinator@' || $4`,
  leader: `'role:leader@' || $4`,
};

const OWN: readonly RungTarget[] = ['contact', 'head'];

const toldOne = (addressee: string): string => `
  select $1::uuid, $3::text || ':' || o.id || ':' || extract(epoch from $2::timestamptz), ${addressee}, o.region,
    $6::text || '：' || o.name, $7::text || ': ' || o.name, $5::timestamptz, $2::timestamptz from concerned o`;

const toldAll = (addressee: string): string => `
  select $1::uuid, $3::text || ':' || extract(epoch from $2::timestamptz), ${addressee}, $4::text,
    $6::text || '：' || count(*) || ' 项', $7::text || ': ' || count(*) || ' obligations', $5::timestamptz, $2::timestamptz
    from concerned o having count(*) > 0`;

/** Lines of the problem ledger that are to be put right by the instant: what is late there is read from its day (R-SELF-20). */
const LEDGER_LINES = `select p.id, p.unit_id, p.region, '问题整改（' || p.category || '）' from problem p
  where p.campaign_id = $1 and ${LEDGER_OPEN} and ${LEDGER_DUE} = $2`;

/**
 * Marks what is late and tells everybody the rung reaches, in one statement however many units there are.
 * Units are told of their own obligations and of their lines of the problem ledger; the office and the leader get one notification a deadline.
 * Returns how many of both it concerned.
 */
export async function climbRung(tx: Tx, climb: Climb): Promise<number> {
  const { campaign, due, rung, kind, name, to, keyTarget, at } = climb;
  const owed =
    kind === 'overdue'
      ? `update obligation set status = 'overdue', overdue_at = $5, version = version + 1
         where campaign_id = $1 and due_at = $2 and status in ('open', 'returned')
         returning id, unit_id, region, name`
      : `select id, unit_id, region, name from obligation where campaign_id = $1 and due_at = $2
         and status in (${kind === 'reminder' ? `'open', 'returned'` : `'overdue'`})`;
  // The office is the coordinators' desk: a rung that names both tells them once.
  const told = [...new Set(to.map((target) => (OWN.includes(target) ? toldOne : toldAll)(ADDRESSEE[target])))];
  const [row] = await tx.query<{ count: number }>({
    text: `
      with asked as (select $3::text, $4::text, $5::timestamptz, $6::text, $7::text), owed as (${owed}), concerned as (select * from owed union all ${LEDGER_LINES}), told as (
        insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at, due) ${told.join(' union all ')}
        on conflict (file_id, cause, addressee) do update set recalled_at = null, at = excluded.at, planned = false
          where notification.recalled_at is not null
      ) ${keyTarget ? `, targets as (update participant p set key_target = coalesce(key_target, $3) from concerned o where p.campaign_id = $1 and p.unit_id = o.unit_id)` : ''}
      select count(*) as count from concerned`,
    values: [campaign.id, due, rung, campaign.region, at, `${campaign.name} ${name.zh}`, `${campaign.name} ${name.en}`],
  });
  const count = row?.count ?? 0;
  await tx.query({
    text: 'update escalation set units = $4 where campaign_id = $1 and due_at = $2 and rung = $3',
    values: [campaign.id, due, rung, count],
  });
  return count;
}

/**
 * 撤回: the deadline moved, so what was sent for the old one no longer holds. Those who got it are told so. Where only
 * one unit or one thing moved, what was sent about the others stands. To be called after the rows were moved.
 */
export async function recallRungs(
  tx: Tx,
  campaignId: string,
  due: Instant,
  at: Instant,
  only: { readonly unit?: string | undefined; readonly source?: string | undefined; readonly problem?: string } = {},
): Promise<void> {
  await tx.query({
    text: `update escalation set recalled_at = $3 where campaign_id = $1 and due_at = $2 and recalled_at is null
             and not exists (select from obligation where campaign_id = $1 and due_at = $2 and status <> 'waived')
             and not exists (select from problem p where p.campaign_id = $1 and ${LEDGER_OPEN} and ${LEDGER_DUE} = $2)`,
    values: [campaignId, due, at],
  });
  await tx.query({
    text: `with recalled as (
             update notification set recalled_at = $3 where file_id = $1 and due = $2 and recalled_at is null
               and ($4::uuid is null or addressee in ('unit:' || $4::uuid, 'head:' || $4::uuid))
               and ($5::text is null or split_part(cause, ':', 2) in
                 (select o.id::text from obligation o where o.campaign_id = $1 and o.source = $5))
               and ($6::text is null or split_part(cause, ':', 2) = $6)
             returning cause, addressee, region, subject_zh, subject_en
           )
           insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at)
           select $1, 'recall:' || cause || ':' || extract(epoch from $3::timestamptz), addressee, region,
             '期限已延长，此前通知撤回：' || subject_zh, 'The deadline was extended; recalled: ' || subject_en, $3 from recalled
           on conflict (file_id, cause, addressee) do nothing`,
    values: [campaignId, due, at, only.unit ?? null, only.source ?? null, only.problem ?? null],
  });
}
