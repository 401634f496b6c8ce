import type { Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** Which reports are rolled up: of one duty, of one period or of all, in a region and below it. */
export interface RollUpScope {
  readonly campaign: string;
  readonly source: string;
  readonly period: string | null;
  readonly region: string;
  /** Of all periods, those to come are not owed yet. */
  readonly now: Instant;
}

export const rollUpValues = ({ campaign, source, period, region, now }: RollUpScope) => [
  campaign,
  source,
  period,
  region,
  now,
];

/** `$1` campaign, `$2` source, `$3` period, `$4` region, `$5` now. */
export const ROLL_UP_REPORTED = `o.status in ('submitted', 'accepted')`;
/** Said apart, with a period and without: one plan for both would read three years for one week. */
const ofPeriod = (row: string, period: string | null) => (period === null ? '$3::text is null' : `${row}.period = $3`);
export const rollUpOwed = ({ period }: Pick<RollUpScope, 'period'>): string =>
  `o.campaign_id = $1 and o.source = $2 and ${ofPeriod('o', period)} and starts_with(o.region, $4)
  and o.status <> 'waived' and ($3::text is not null or o.due_at <= $5 or ${ROLL_UP_REPORTED})`;
const named = (name: string, { period }: RollUpScope) => (period === null ? name : `${name}-of-period`);

export interface RegionSums {
  readonly region: string;
  readonly owed: number;
  readonly reported: number;
  /** By field, in fen or pieces. */
  readonly sums: Readonly<Record<string, string>>;
}

/** One row for each region that has units of its own: how many owe and reported, and the sum of each figure. */
export const regionSums = (tx: Tx, scope: RollUpScope): Promise<RegionSums[]> =>
  tx.query<RegionSums>({
    name: named('roll-up-regions', scope),
    text: `with count as (
             select o.region, count(*)::int as owed, count(*) filter (where ${ROLL_UP_REPORTED})::int as reported
             from obligation o where ${rollUpOwed(scope)} group by o.region
           ), sum as (
             select region, jsonb_object_agg(field, value) as sums from (
               select f.region, f.field, sum(f.value)::text as value from report_figure f
               where f.campaign_id = $1 and f.source = $2 and ${ofPeriod('f', scope.period)} and starts_with(f.region, $4)
               group by f.region, f.field) s
             group by region
           )
           select region, owed, reported, coalesce(sums, '{}') as sums from count left join sum using (region) order by region`,
    values: rollUpValues(scope),
  });

export interface UnitSums extends Omit<RegionSums, 'region'> {
  readonly unit: string;
  readonly name: string;
  /** The one report, where a period is given. */
  readonly obligation: string;
  readonly status: string;
}

/** The units of a region itself, without those of regions below it. */
export const unitSums = (tx: Tx, scope: RollUpScope, most: number): Promise<UnitSums[]> =>
  tx.query<UnitSums>({
    name: named('roll-up-units', scope),
    text: `select u.id as unit, u.name, max(o.id::text) as obligation, max(o.status) as status, count(*)::int as owed,
             count(*) filter (where ${ROLL_UP_REPORTED})::int as reported,
             coalesce((select jsonb_object_agg(field, value) from (
               select f.field, sum(f.value)::text as value from report_figure f where f.obligation_id = any(array_agg(o.id)) group by f.field
             ) s), '{}') as sums
           from obligation o join unit u on u.id = o.unit_id where ${rollUpOwed(scope)} and o.region = $4
           group by u.id, u.name order by u.name, u.id limit $6`,
    values: [...rollUpValues(scope), most],
  });

export interface MissingUnit {
  readonly unit: string;
  readonly name: string;
  readonly region: string;
  readonly missing: number;
}

/** Who has not reported yet, by region; `most` of them. */
export const missingUnits = (tx: Tx, scope: RollUpScope, most: number): Promise<MissingUnit[]> =>
  tx.query<MissingUnit>({
    name: named('roll-up-missing', scope),
    text: `select u.id as unit, u.name, u.region, count(*)::int as missing from obligation o join unit u on u.id = o.unit_id
           where ${rollUpOwed(scope)} and not ${ROLL_UP_REPORTED} group by u.id, u.name, u.region order by u.region, u.name, u.id limit $6`,
    values: [...rollUpValues(scope), most],
  });
