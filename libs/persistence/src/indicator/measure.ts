import { type Among, type Instant, MEASURED, type MeasuredId, type Reading } from '@fundguard/domain';
import type { Tx } from '../database.js';
import { type Measure, measureOf } from './measures.js';
import { SOURCES, type SourceName } from './sources.js';

/** Where and of whom something is counted. A campaign may be run from above: rows are chosen by the region they lie in. */
export interface Scope {
  readonly campaign: string;
  /** Who asks sees this subtree. The transaction must not see less, and what it sees beyond is left out. */
  readonly region: string;
  readonly among?: Among | undefined;
}

/** The instant a figure is as of; `since` leaves out what happened before it. */
export interface Moment {
  readonly at: Instant;
  readonly since?: Instant | undefined;
}

/** What a breakdown is by. */
export const KEYS = {
  unit: 's.unit::text',
  region: 's.region',
  type: 's.unit_type',
  kind: 's.unit_kind',
  link: 's.link::text',
} as const;
export type Key = keyof typeof KEYS;

/** `$3` … `$9` narrow, as `among` says. */
const NARROWED = `starts_with(s.region, $2) and ($3::text[] is null or s.unit_kind = any($3)) and ($4::text[] is null or s.unit_type = any($4))
  and ($5::uuid is null or s.unit = $5) and ($6::text is null or s.region = $6) and ($7::text is null or s.subject = $7)
  and ($8::boolean is null or (s.unit is not null) = $8) and ($9::text[] is null or s.origin = any($9))`;

/** The rows that are meant, at each moment of `t`. The one condition of figures and lists. */
const meant = ({ source, of = 'true', happened = 's.at' }: Measure): string => `
  select * from (select n.*, u.name as unit_name, u.kind as unit_kind, u.type as unit_type from (${SOURCES[source]}) n left join unit u on u.id = n.unit) s
  where ${NARROWED} and (${of}) and (t.since is null or ${happened} >= t.since)`;

const values = ({ campaign, region, among = {} }: Scope): unknown[] => [
  ...[campaign, region, among.kinds ?? null, among.types ?? null, among.unit ?? null, among.region ?? null],
  ...[among.subject ?? null, among.ofUnit ?? null, among.origins ?? null],
];

const MOMENTS = 'unnest($10::timestamptz[], $11::timestamptz[]) as t (at, since)';
const momentValues = (moments: readonly Moment[]) => [
  moments.map(({ at }) => at),
  moments.map(({ since }) => since ?? null),
];

interface Counted {
  readonly at: Date;
  readonly key: string | null;
  readonly whole: string;
  readonly part: string;
  readonly sum: string;
}

/** The figure at each of the moments, in their order. */
export async function measure(
  tx: Tx,
  id: MeasuredId,
  scope: Scope,
  moments: readonly Moment[],
): Promise<readonly Reading[]> {
  const rows = await tx.query<Counted & { place: number }>({
    text: `select t.place, ${counted(id)} from unnest($10::timestamptz[], $11::timestamptz[]) with ordinality as t (at, since, place)
           left join lateral (${meant(measureOf(id))}) s on true group by t.place order by t.place`,
    values: [...values(scope), ...momentValues(moments)],
  });
  return rows.map((row) => reading(id, row));
}

/** The figure by unit, region, type or kind at one moment. Regions and all else come in the order of their code, never of the figure. */
export async function measureBy(
  tx: Tx,
  id: MeasuredId,
  scope: Scope,
  moment: Moment,
  key: Key,
): Promise<ReadonlyMap<string, Reading>> {
  const rows = await tx.query<Counted>({
    text: `select ${KEYS[key]} as key, ${counted(id)} from ${MOMENTS} cross join lateral (${meant(measureOf(id))}) s
           group by 1 order by 1`,
    values: [...values(scope), ...momentValues([moment])],
  });
  return new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, reading(id, row)]])));
}

const counted = (id: MeasuredId): string => {
  const { counts = 'true', sum = '0' } = measureOf(id);
  return `count(s.id)::text as whole, count(s.id) filter (where ${counts})::text as part, coalesce(sum(${sum}), 0)::text as sum`;
};

function reading(id: MeasuredId, { whole, part, sum }: Counted): Reading {
  const { unit } = MEASURED[id];
  if (unit === 'times') return { unit, part: BigInt(sum), whole: BigInt(whole) };
  if (unit === 'percent') return { unit, part: BigInt(part), whole: BigInt(whole) };
  return { unit, part: BigInt(unit === 'fen' ? sum : whole), whole: 1n };
}

/** One row behind a figure. */
export interface SourceRow {
  readonly id: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly region: string;
  readonly title: string;
  readonly at: Date;
  /** Fen, where the figure is of money; times, where it is an average of them. */
  readonly amount: string | null;
  /** Of a share: whether it is in the part, or what is missing from it. */
  readonly counts: boolean;
  /** The line, case, obligation or unit it is found under. */
  readonly link: string;
  /** All the ledger says of it. */
  readonly said: Readonly<Record<string, string | null>>;
}

/** The rows behind a figure: the same condition as the figure, row by row, by their units' names. */
export function rowsBehind(
  tx: Tx,
  id: MeasuredId,
  scope: Scope,
  moment: Moment,
  page: {
    readonly counts?: boolean | undefined;
    readonly after?: { readonly name: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<SourceRow[]> {
  const { counts = 'true', sum, happened = 's.at' } = measureOf(id);
  return tx.query<SourceRow>({
    text: `select s.id, s.unit, s.unit_name as "unitName", s.region, s.title, ${happened} as at, ${sum ?? 'null::bigint'}::text as amount,
             coalesce(${counts}, false) as counts, s.link, to_jsonb(s) as said
           from ${MOMENTS} cross join lateral (${meant(measureOf(id))}) s
           where ($12::boolean is null or coalesce(${counts}, false) = $12)
             and ($13::text is null or (coalesce(s.unit_name, '') collate "C", s.id collate "C") > ($13, $14))
           order by coalesce(s.unit_name, '') collate "C", s.id collate "C" limit $15`,
    values: [
      ...[...values(scope), ...momentValues([moment])],
      ...[page.counts ?? null, page.after?.name ?? null, page.after?.id ?? null, page.limit],
    ],
  });
}

/** The ledger an indicator is counted in. */
export const sourceOf = (id: MeasuredId): SourceName => measureOf(id).source;
