import type { Instant, Integrity } from '@fundguard/domain';
import type { Tx } from './database.js';

export interface KeptExhibit {
  /** Where the next part begins, after it. */
  readonly cursor: string;
  readonly case: string;
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Of one case, or of all in the transaction's region. */
interface Among {
  readonly case?: string | undefined;
}

/** The exhibits of cases in a fixed order, after the cursor; those that come in meanwhile are found by the next round. */
export function exhibitsAfter(tx: Tx, among: Among, cursor: string | null, limit: number): Promise<KeptExhibit[]> {
  const [file, at] = cursor?.split('_') ?? [];
  return tx.query<KeptExhibit>({
    text: `select c.id || '_' || e.at as cursor, c.id as "case", c.number, e.exhibit ->> 'id' as id, e.exhibit ->> 'name' as name,
             e.exhibit ->> 'sha256' as sha256, (e.exhibit ->> 'bytes')::bigint as bytes
           from case_file c cross join lateral jsonb_array_elements(c.state -> 'evidence') with ordinality as e (exhibit, at)
           where ($1::uuid is null or c.id = $1) and ($2::uuid is null or c.id >= $2) and ($2::uuid is null or (c.id, e.at) > ($2, $3::bigint))
           order by c.id, e.at limit $4`,
    values: [among.case ?? null, file ?? null, at ?? null, limit],
  });
}

export async function countExhibits(tx: Tx, among: Among): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    text: `select coalesce(sum(jsonb_array_length(state -> 'evidence')), 0)::bigint as count from case_file where $1::uuid is null or id = $1`,
    values: [among.case ?? null],
  });
  return row?.count ?? 0;
}

export interface ExhibitCheck {
  readonly exhibit: string;
  readonly outcome: Integrity;
  /** Since when it is so, and when it was last looked at. */
  readonly since: Date;
  readonly checkedAt: Date;
}

export const checksOf = (tx: Tx, caseId: string): Promise<ExhibitCheck[]> =>
  tx.query<ExhibitCheck>({
    text: `select exhibit_id as exhibit, outcome, since, checked_at as "checkedAt" from evidence_check where case_id = $1`,
    values: [caseId],
  });

export async function lastOutcome(tx: Tx, caseId: string, exhibit: string): Promise<Integrity | undefined> {
  const [row] = await tx.query<{ outcome: Integrity }>({
    text: 'select outcome from evidence_check where case_id = $1 and exhibit_id = $2',
    values: [caseId, exhibit],
  });
  return row?.outcome;
}

export async function keepCheck(
  tx: Tx,
  { case: file, id }: Pick<KeptExhibit, 'case' | 'id'>,
  outcome: Integrity,
  at: Instant,
): Promise<void> {
  await tx.query({
    text: `insert into evidence_check as c (case_id, exhibit_id, region, outcome, since, checked_at)
           select $1, $2, region, $3, $4, $4 from case_file where id = $1
           on conflict (case_id, exhibit_id) do update set outcome = excluded.outcome, checked_at = excluded.checked_at,
             since = case when c.outcome = excluded.outcome then c.since else excluded.checked_at end`,
    values: [file, id, outcome, at],
  });
}

/** How long a worker may be silent before another takes its round over. */
const SILENT = '10 minutes';

/**
 * Takes the round of a night, or one whose worker fell silent: where it goes on from, `null` at its beginning; undefined where
 * it is over or somebody else is at it.
 */
export async function takeRound(tx: Tx, night: string, at: Instant): Promise<{ cursor: string | null } | undefined> {
  const [row] = await tx.query<{ cursor: string | null }>({
    text: `insert into evidence_round as r (night, begun_at, moved_at) values ($1, $2, $2)
           on conflict (night) do update set moved_at = excluded.moved_at
             where r.ended_at is null and r.moved_at < excluded.moved_at - interval '${SILENT}'
           returning cursor`,
    values: [night, at],
  });
  return row;
}

export async function moveRound(
  tx: Tx,
  night: string,
  part: { readonly cursor: string | null; readonly checked: number; readonly broken: number },
  at: Instant,
): Promise<void> {
  await tx.query({
    text: `update evidence_round set cursor = $2, checked = checked + $3, broken = broken + $4, moved_at = $5,
             ended_at = case when $2::text is null then $5::timestamptz end
           where night = $1`,
    values: [night, part.cursor, part.checked, part.broken, at],
  });
}
