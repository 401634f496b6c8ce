import type { Bilingual, Instant, Obligation, ScheduledDuty, UnitSelector } from '@fundguard/domain';
import type { Tx } from './database.js';
import type { RecordedEvent } from './record.js';

const PICKED = `u.kind = any(d.kinds) and (d.types is null or u.type = any(d.types))
  and (d.except_types is null or u.type <> all(d.except_types))`;

const PICKS = '(select $1::text[] as kinds, $2::text[] as types, $3::text[] as except_types) d';
const picks = ({ kinds, types, exceptTypes }: UnitSelector) => [kinds, types ?? null, exceptTypes ?? null];

/** Every unit of the region's subtree the selector takes in, or just those named. */
const TAKING_PART = `unit u, ${PICKS}
  where starts_with(u.region, $4) and case when $5::uuid[] is null then ${PICKED} else u.id = any($5) end`;

export interface ParticipatingUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly region: string;
}

/** The units `enrol` would enrol. */
export const takingPart = (
  tx: Tx,
  region: string,
  selector: UnitSelector,
  only: readonly string[] | undefined,
): Promise<ParticipatingUnit[]> =>
  tx.query<ParticipatingUnit>({
    text: `select u.id, u.name, u.kind, u.type, u.region from ${TAKING_PART} order by u.region, u.name, u.id`,
    values: [...picks(selector), region, only ?? null],
  });

/** Those of the units that `demand` would have owe what the selector is about. */
export async function owing(tx: Tx, units: readonly string[], selector: UnitSelector): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>({
    text: `select u.id from unit u, ${PICKS} where u.id = any($4::uuid[]) and ${PICKED}`,
    values: [...picks(selector), units],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Enrols those who take part. Returns how many there are. */
export async function enrol(
  tx: Tx,
  campaign: { readonly id: string; readonly region: string },
  selector: UnitSelector,
  at: Instant,
  only: readonly string[] | undefined,
): Promise<number> {
  const rows = await tx.query({
    text: `insert into participant (campaign_id, unit_id, region, joined_at)
           select $6, u.id, u.region, $7 from ${TAKING_PART}
           on conflict (campaign_id, unit_id) do update set dropped_at = null
           returning 1`,
    values: [...picks(selector), campaign.region, only ?? null, campaign.id, at],
  });
  return rows.length;
}

/** What each duty of the schedule demands of each unit it selects, as rows. Duties already due are left out. */
export async function demand(
  tx: Tx,
  campaignId: string,
  duties: readonly ScheduledDuty[],
  now: Instant,
  unit?: string,
): Promise<void> {
  for (const { source, period, phase, name, by, to, form, due } of duties) {
    if (due <= now) continue;
    await tx.query({
      name: 'demand',
      text: `insert into obligation (campaign_id, unit_id, region, source, period, phase, name, due_at, receiver, form)
             select $1, u.id, u.region, $2, $3, $4, $5, $6, $11, $12 from participant p join unit u on u.id = p.unit_id,
               (select $7::text[] as kinds, $8::text[] as types, $9::text[] as except_types) d
             where p.campaign_id = $1 and p.dropped_at is null and ${PICKED} and ($10::uuid is null or u.id = $10)
             on conflict (campaign_id, source, period, unit_id) do update
               set status = 'open', due_at = excluded.due_at, version = obligation.version + 1, note = null
               where obligation.status = 'waived'`,
      values: [
        campaignId,
        source,
        period,
        phase ?? null,
        name.zh,
        due,
        by.kinds,
        by.types ?? null,
        by.exceptTypes ?? null,
        unit ?? null,
        to,
        form ?? null,
      ],
    });
  }
}

/** Moves what is owed at an instant to another: for all, for one deliverable, or for one unit. Returns how many moved. */
export async function moveDue(
  tx: Tx,
  campaignId: string,
  move: {
    readonly from: Instant;
    readonly to: Instant;
    readonly source?: string | undefined;
    readonly unit?: string | undefined;
  },
): Promise<number> {
  const rows = await tx.query({
    text: `update obligation
           set due_at = $3, status = case when status = 'overdue' then 'open' else status end, overdue_at = null, version = version + 1,
               late = coalesce(submitted_at > $3, false)
           where campaign_id = $1 and due_at = $2 and status <> 'waived'
             and ($4::text is null or source = $4) and ($5::uuid is null or unit_id = $5)
           returning 1`,
    values: [campaignId, move.from, move.to, move.source ?? null, move.unit ?? null],
  });
  return rows.length;
}

/** Waives what is still owed: of a unit that left, or recurring reports of a pause. */
export const waiveOwed = (
  tx: Tx,
  campaignId: string,
  which: { readonly unit?: string; readonly recurringBetween?: readonly [Instant, Instant] },
  note: string,
): Promise<{ due: Date }[]> =>
  tx.query<{ due: Date }>({
    text: `with gone as (
             update obligation set status = 'waived', note = $2, version = version + 1
             where campaign_id = $1 and status in ('open', 'returned', 'overdue')
               and ($3::uuid is null or unit_id = $3)
               and ($4::timestamptz is null or (period <> '' and due_at > $4 and due_at <= $5))
             returning due_at
           ) select distinct due_at as due from gone`,
    values: [
      campaignId,
      note,
      which.unit ?? null,
      which.recurringBetween?.[0] ?? null,
      which.recurringBetween?.[1] ?? null,
    ],
  });

/** Tells each unit that owes one thing by an instant; the same cause once. */
export const tellOwing = (
  tx: Tx,
  { campaign, source, due }: { readonly campaign: string; readonly source: string; readonly due: Instant },
  { cause, subject, at }: { readonly cause: string; readonly subject: Bilingual; readonly at: Instant },
): Promise<unknown> =>
  tx.query({
    text: `insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at)
           select $1, $4 || ':' || id, 'unit:' || unit_id, region, $5, $6, $7 from obligation
           where campaign_id = $1 and source = $2 and due_at = $3 and status in ('open', 'returned', 'overdue')
           on conflict (file_id, cause, addressee) do nothing`,
    values: [campaign, source, due, cause, subject.zh, subject.en, at],
  });

/** The instants at which something is still owed after `from`; `oneOff` leaves recurring reports out. */
export const dueInstants = (tx: Tx, campaignId: string, from: Instant, oneOff = false): Promise<{ due: Date }[]> =>
  tx.query<{ due: Date }>({
    text: `select distinct due_at as due from obligation
           where campaign_id = $1 and due_at > $2 and status <> 'waived' and (not $3 or period = '') order by 1`,
    values: [campaignId, from, oneOff],
  });

/** The instants up to `until` at which something was due that nobody has reported yet. */
export const unsettledBy = (tx: Tx, campaignId: string, until: Instant): Promise<{ due: Date }[]> =>
  tx.query<{ due: Date }>({
    text: `select distinct due_at as due from obligation
           where campaign_id = $1 and due_at <= $2 and status in ('open', 'returned', 'overdue') order by 1`,
    values: [campaignId, until],
  });

/** When most units owe each thing by now. */
export const standingDues = (tx: Tx, campaignId: string): Promise<{ source: string; period: string; due: Date }[]> =>
  tx.query<{ source: string; period: string; due: Date }>({
    text: `select source, period, mode() within group (order by due_at) as due from obligation where campaign_id = $1 group by source, period`,
    values: [campaignId],
  });

export async function outstanding(tx: Tx, campaignId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    text: `select count(*) as count from obligation where campaign_id = $1 and status in ('open', 'submitted', 'returned', 'overdue')`,
    values: [campaignId],
  });
  return row?.count ?? 0;
}

export interface LockedObligation extends Omit<Obligation, 'due'> {
  readonly due: Date;
  readonly campaign: string;
  readonly region: string;
  readonly source: string;
  readonly period: string;
  readonly form: string | null;
}

export async function lockObligation(tx: Tx, id: string): Promise<LockedObligation | undefined> {
  const rows = await tx.query<LockedObligation>({
    name: 'lock-obligation',
    text: `select id, campaign_id as campaign, unit_id as unit, region, source, period, due_at as due, status, version,
             submitted_by as "submittedBy", report, form from obligation where id = $1 for no key update`,
    values: [id],
  });
  return rows[0];
}

export const saveObligation = (
  tx: Tx,
  id: string,
  after: {
    status: string;
    report?: unknown;
    late?: boolean;
    zero?: boolean;
    submittedBy?: string;
    receivedBy?: string;
    note?: string;
    at: Instant;
  },
): Promise<unknown> =>
  tx.query({
    name: 'save-obligation',
    text: `update obligation set status = $2, report = coalesce($3, report), late = coalesce($4, late), zero = coalesce($5, zero),
             submitted_at = case when $6::uuid is null then submitted_at else $8 end, submitted_by = coalesce($6, submitted_by),
             note = coalesce($7, note), received_at = case when $9::uuid is null then received_at else $8 end,
             received_by = coalesce($9, received_by), version = version + 1 where id = $1`,
    values: [
      id,
      after.status,
      after.report === undefined ? null : JSON.stringify(after.report),
      after.late ?? null,
      after.zero ?? null,
      after.submittedBy ?? null,
      after.note ?? null,
      after.at,
      after.receivedBy ?? null,
    ],
  });

/** 列为重点检查对象. The first reason stays. */
export const markKeyTarget = (tx: Tx, campaignId: string, unit: string, why: string): Promise<unknown> =>
  tx.query({
    text: 'update participant set key_target = coalesce(key_target, $3) where campaign_id = $1 and unit_id = $2',
    values: [campaignId, unit, why],
  });

/** The last things that changed an obligation, in the order they happened: acts on it, and what moved or passed its deadline. */
export const obligationChanges = (
  tx: Tx,
  row: Pick<LockedObligation, 'id' | 'campaign'>,
  count: number,
): Promise<RecordedEvent[]> =>
  tx.query<RecordedEvent>({
    text: `select * from (
             select e.* from event e join obligation o on o.id = $2 where e.file_id = $1 and (
               e.data ->> 'obligation' = o.id::text
               or (e.kind = 'deadlinePassed' and e.at = o.overdue_at)
               or (e.kind = 'unitDropped' and e.data ->> 'unit' = o.unit_id::text)
               or (e.kind = 'deadlineMoved' and (e.data ->> 'to')::timestamptz = o.due_at
                 and coalesce(e.data ->> 'unit', o.unit_id::text) = o.unit_id::text and coalesce(e.data ->> 'source', o.source) = o.source)
               or e.kind = 'campaignResumed')
             order by e.seq desc limit $3
           ) last order by seq`,
    values: [row.campaign, row.id, Math.max(0, count)],
  });
