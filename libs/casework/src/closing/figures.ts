import {
  type CampaignFile,
  type ClosingFigures,
  type Day,
  ENDED,
  type Instant,
  type ScheduledPhase,
  type WorkingCalendar,
  dayOf,
  fen,
  instant,
  schedulePlan,
} from '@fundguard/domain';
import { type Tx, briefedCount, bureauOf } from '@fundguard/persistence';
import { pinnedPlan } from '../campaign/plan.js';
import { closingChecklist } from './checklist.js';

/** What a campaign comes to, read from its rows and its record. The transaction sees all of them, also those of the regions below. */
export async function closingFigures(tx: Tx, file: CampaignFile, calendar: WorkingCalendar): Promise<ClosingFigures> {
  const plan = await pinnedPlan(tx, file.id);
  const one = async <Row>(text: string): Promise<Row> => (await tx.query<Row>({ text, values: [file.id] }))[0] as Row;
  const all = <Row>(text: string): Promise<Row[]> => tx.query<Row>({ text, values: [file.id] });
  const money = await one<Record<keyof ClosingFigures['money'], string>>(MONEY);
  const problems = await all<ClosingFigures['problems'][number] & { amount: string; refunded: string }>(PROBLEMS);
  return {
    campaign: file,
    bureau: await bureauOf(tx, file.region),
    basis: [...(plan.document?.superior ?? []), ...(plan.content?.legalBasis ?? [])],
    planName: plan.name.zh,
    phases: await phasesOf(tx, file, schedulePlan(plan, file.start, calendar, await plannedEnd(tx, file)).phases),
    units: await all(
      'select u.kind, count(*)::int as count from participant p join unit u on u.id = p.unit_id where p.campaign_id = $1 and p.dropped_at is null group by 1 order by 2 desc, 1',
    ),
    reports: await one(REPORTS),
    problems: problems.map(({ amount, refunded, ...row }) => ({
      ...row,
      amount: fen(BigInt(amount)),
      refunded: fen(BigInt(refunded)),
    })),
    ...(await one<Pick<ClosingFigures, 'relapses' | 'shams'>>(RELAPSES)),
    draws: await all(DRAWS),
    cases: await one(CASES),
    money: {
      refundOrdered: fen(BigInt(money.refundOrdered)),
      refundPaid: fen(BigInt(money.refundPaid)),
      fineOrdered: fen(BigInt(money.fineOrdered)),
      finePaid: fen(BigInt(money.finePaid)),
    },
    transfers: await all(TRANSFERS),
    work: await all(WORK),
    briefed: await one(briefedCount),
    typical: await one(TYPICAL),
    rules: await all('select title, status from standing_rule where campaign_id = $1 order by drafted_at, id'),
    checklist: (await closingChecklist(tx, file.id)).filter(({ id }) => id !== 'report'),
  };
}

const REPORTS = `select count(*) filter (where status <> 'waived')::int as owed,
    count(*) filter (where status in ('submitted', 'accepted'))::int as settled,
    count(*) filter (where status in ('submitted', 'accepted') and late)::int as late,
    count(*) filter (where status in ('submitted', 'accepted') and zero)::int as zero,
    count(*) filter (where status = 'waived')::int as waived,
    count(*) filter (where status in ('open', 'returned', 'overdue'))::int as open
  from obligation where campaign_id = $1`;

const PROBLEMS = `select source, count(*)::int as count, count(*) filter (where status = 'struckOff')::int as "struckOff",
    sum(amount)::text as amount, sum(refunded)::text as refunded
  from problem where campaign_id = $1 group by source order by source`;

/** 反弹: the same unit's same category again after it was struck off, in this campaign or in one before (R-MECH-06). */
const RELAPSES = `select count(*) filter (where exists (select from problem s where s.unit_id = p.unit_id and s.category = p.category
      and s.id <> p.id and s.struck_off_at < p.entered_at) and p.source <> 'predecessor')::int as relapses, coalesce(sum(shams), 0)::int as shams
  from problem p where campaign_id = $1`;

const DRAWS = `select name, jsonb_array_length(list -> 'candidates')::int as candidates,
    coalesce(jsonb_array_length(result -> 'drawn'), 0)::int as drawn, status = 'published' as published
  from draw where campaign_id = $1 and status <> 'cancelled' order by committed_at, id`;

const CASES = `select count(*)::int as leads,
    count(*) filter (where exists (select from event e where e.file_id = c.id and e.kind = 'filingApproved'))::int as filed,
    count(*) filter (where c.state ? 'decision')::int as decided,
    count(*) filter (where c.stage = 'struckOff')::int as "struckOff",
    count(*) filter (where c.stage in ('notFiled', 'merged', 'dismissed'))::int as ended,
    count(*) filter (where c.stage not in (${ENDED.map((stage) => `'${stage}'`).join(', ')}))::int as open
  from case_file c where c.campaign_id = $1`;

const PAID = (ledger: string) =>
  `coalesce((select sum(m.amount) from money_entry m join case_file f on f.id = m.case_id where f.campaign_id = $1 and m.ledger = '${ledger}'), 0)::text`;
const ORDERED = (ledger: string) => `coalesce(sum((c.state #>> '{decision,penalty,${ledger},$fen}')::bigint), 0)::text`;
const MONEY = `select ${ORDERED('refund')} as "refundOrdered", ${PAID('refund')} as "refundPaid", ${ORDERED('fine')} as "fineOrdered",
    ${PAID('fine')} as "finePaid" from case_file c where c.campaign_id = $1`;

const TRANSFERS = `select m ->> 'to' as "to", count(*)::int as count,
    count(*) filter (where m ->> 'status' in ('accepted', 'declined', 'returned'))::int as answered
  from case_file c, jsonb_array_elements(c.state -> 'transfers') m
  where c.campaign_id = $1 and m ->> 'status' in ('delivered', 'acknowledged', 'accepted', 'declined', 'returned') group by 1 order by 1`;

const WORK = `select kind, count(*)::int as count, coalesce(sum((content ->> 'people')::int), 0)::int as people
  from work_record where campaign_id = $1 and status = 'held' group by 1`;

const TYPICAL = `select count(*) filter (where status <> 'withdrawn')::int as written, count(*) filter (where status = 'published')::int as exposed
  from typical_case where campaign_id = $1`;

/** The end as it was drafted: a moved deadline may have moved the campaign's own. */
async function plannedEnd(tx: Tx, file: CampaignFile): Promise<Day> {
  const [drafted] = await tx.query<{ end: Day | null }>({
    text: `select data ->> 'end' as "end" from event where file_id = $1 and seq = 1`,
    values: [file.id],
  });
  return drafted?.end ?? file.end;
}

/** 阶段: as it was laid from the plan, and as it ran by the record. */
async function phasesOf(
  tx: Tx,
  file: CampaignFile,
  planned: readonly ScheduledPhase[],
): Promise<ClosingFigures['phases']> {
  const ran = await tx.query<{ phase: string; started: Date | null; ended: Date | null }>({
    text: `select data ->> 'phase' as phase, min(at) filter (where kind = 'phaseStarted') as started,
             max(at) filter (where kind in ('phaseEnded', 'phaseClosed')) as ended
           from event where file_id = $1 and kind in ('phaseStarted', 'phaseEnded', 'phaseClosed') group by 1`,
    values: [file.id],
  });
  return planned.map(({ id, name, start, end }) => {
    const { started, ended } = ran.find(({ phase }) => phase === id) ?? {};
    return {
      name,
      ...(start ? { plannedStart: dayOf(start) } : {}),
      ...(end ? { plannedEnd: dayOf(end) } : {}),
      ...at('started', started),
      ...at('ended', ended),
    };
  });
}
const at = <Name extends string>(name: Name, moment: Date | null | undefined): { readonly [Part in Name]?: Instant } =>
  moment ? ({ [name]: instant(moment) } as { readonly [Part in Name]?: Instant }) : {};
