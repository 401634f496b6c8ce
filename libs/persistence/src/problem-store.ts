import { type Instant, type Problem, fen, instant, refunded } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

/** A line as it lies in its table: what is not there yet is null. */
type ProblemRow = Omit<Problem, 'amount' | 'rectification' | 'note' | 'recheck' | 'struckOffAt'> & {
  readonly amount: string;
  readonly rectification: Problem['rectification'] | null;
  readonly note: string | null;
  readonly recheck: Problem['recheck'] | null;
  readonly struckOffAt: Date | null;
};

/** Held for one act; another act on it waits. */
export async function lockProblem(tx: Tx, id: string): Promise<Problem | undefined> {
  const [row] = await tx.query<ProblemRow>({
    name: 'lock-problem',
    text: `select id, campaign_id as campaign, unit_id as unit, region, version, status, source, category, what, amount::text, refunds,
             due, entered_by as "enteredBy", rectification, note, shams, recheck,
             struck_off_at as "struckOffAt" from problem where id = $1 for no key update`,
    values: [id],
  });
  if (!row) return undefined;
  const { amount, rectification, note, recheck, struckOffAt, ...problem } = row;
  return {
    ...problem,
    amount: fen(BigInt(amount)),
    ...(rectification ? { rectification } : {}),
    ...(note ? { note } : {}),
    ...(recheck ? { recheck } : {}),
    ...(struckOffAt ? { struckOffAt: instant(struckOffAt) } : {}),
  };
}

/** Whether a look-back took the line over: it is put right there. */
export async function isTakenOver(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query({ text: 'select 1 from problem where inherited_from = $1', values: [id] });
  return rows.length > 0;
}

/** A unit that takes part in a campaign, with its region. */
export async function participantOf(
  tx: Tx,
  campaign: string,
  unit: string,
): Promise<{ region: Problem['region'] } | undefined> {
  const [row] = await tx.query<{ region: Problem['region'] }>({
    text: 'select region from participant where campaign_id = $1 and unit_id = $2 and dropped_at is null',
    values: [campaign, unit],
  });
  return row;
}

export async function addProblem(tx: Tx, problem: Problem, at: Instant): Promise<void> {
  const { id, campaign, unit, region, status, version, source, category, what, amount, due, enteredBy, shams } =
    problem;
  await tx.query({
    text: `insert into problem (id, campaign_id, unit_id, region, status, version, source, category, what, amount, refunds, refunded,
             due, entered_by, entered_at, shams)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '[]', 0, $11, $12, $13, $14)`,
    values: [
      ...[id, campaign, unit, region, status, version, source, category, what, amount.toString()],
      ...[due, enteredBy, at, shams],
    ],
  });
}

export async function saveProblem(tx: Tx, problem: Problem): Promise<void> {
  const { id, status, version, refunds, due, rectification, note, shams, recheck, struckOffAt } = problem;
  await tx.query({
    text: `update problem set status = $2, version = $3, refunds = $4, refunded = $5, due = $6, rectification = $7, note = $8, shams = $9,
             recheck = $10, struck_off_at = $11
           where id = $1`,
    values: [
      ...[id, status, version, toJson(refunds), refunded(problem).toString(), due],
      ...[rectification ? toJson(rectification) : null, note ?? null, shams, recheck ?? null, struckOffAt ?? null],
    ],
  });
}

/** Enters lines many at a time; one that is there already stays as it is. */
export const addProblems = (tx: Tx, problems: readonly Problem[], at: Instant): Promise<unknown> =>
  tx.query({
    text: `insert into problem (id, campaign_id, unit_id, region, status, version, source, category, what, amount, refunds, refunded,
             due, entered_by, entered_at, shams)
           select p.id, p.campaign, p.unit, p.region, 'open', 1, p.source, p.category, p.what, p.amount, '[]', 0, p.due, p."enteredBy", $2, 0
             from jsonb_to_recordset($1) as p (id uuid, campaign uuid, unit uuid, region text, source text, category text, what text,
               amount bigint, due date, "enteredBy" uuid)
           on conflict (id) do nothing`,
    values: [
      JSON.stringify(problems.map((problem) => ({ ...problem, amount: problem.amount.toString(), refunds: [] }))),
      at,
    ],
  });

/** What makes one line of the ledger the same as another. */
export type ProblemLikeness = Pick<Problem, 'unit' | 'category' | 'what' | 'amount'>;
export const likenessOf = ({ unit, category, what, amount }: ProblemLikeness): string =>
  [unit, category, amount, what].join('|');

/** Of the lines, those the campaign's ledger holds already. */
export async function linesLike(tx: Tx, campaign: string, lines: readonly ProblemLikeness[]): Promise<Set<string>> {
  const rows = await tx.query<ProblemLikeness>({
    text: `select p.unit_id as unit, p.category, p.what, p.amount::text as amount from problem p
             join unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[]) as l (unit, category, what, amount)
               on p.unit_id = l.unit and p.category = l.category and p.what = l.what and p.amount = l.amount
           where p.campaign_id = $1`,
    values: [
      campaign,
      lines.map(({ unit }) => unit),
      lines.map(({ category }) => category),
      lines.map(({ what }) => what),
      lines.map(({ amount }) => amount.toString()),
    ],
  });
  return new Set(rows.map(likenessOf));
}
