import type { PrefillName } from '@fundguard/domain';
import type { Tx } from './database.js';

/** Whose figures: one unit's own, or, for a bureau, those of everybody in its region. */
export interface PrefillScope {
  readonly campaign: string;
  readonly unit: string | null;
  readonly region: string;
  /** After `from`, up to and with `to`. */
  readonly from: Date;
  readonly to: Date;
}

const PROBLEM = `p.campaign_id = $1 and ($2::uuid is null or p.unit_id = $2) and starts_with(p.region, $3)`;
const CASE = `c.campaign_id = $1 and starts_with(c.region, $3)`;
const WITHIN = '> $4 and';

/**
 * What the system knows, each as one number: the indicators of these names as they stand now, read from the rows alone. The record,
 * from which an indicator tells a past day, is too long to be read for each of thousands of reports on a Thursday afternoon.
 * Cases are asked for in the name of a bureau only.
 */
const SUMS: Readonly<Record<PrefillName, string>> = {
  'problems-found': `select count(*) from problem p where ${PROBLEM} and p.entered_at ${WITHIN} p.entered_at <= $5`,
  'problem-amount': `select sum(p.amount) from problem p where ${PROBLEM} and p.entered_at ${WITHIN} p.entered_at <= $5`,
  'problem-refunds': `select sum((r #>> '{amount,$fen}')::bigint) from problem p, jsonb_array_elements(p.refunds) r
    where ${PROBLEM} and (r ->> 'recordedAt')::timestamptz ${WITHIN} (r ->> 'recordedAt')::timestamptz <= $5`,
  'problems-struck-off': `select count(*) from problem p where ${PROBLEM} and p.status = 'struckOff'`,
  'problems-open': `select count(*) from problem p where ${PROBLEM} and p.status <> 'struckOff'`,
  'leads-registered': `select count(*) from case_file c where ${CASE} and c.opened_at ${WITHIN} c.opened_at <= $5`,
  'cases-decided': `select count(*) from case_file c where ${CASE}
    and (c.state #>> '{decision,decidedAt}')::timestamptz ${WITHIN} (c.state #>> '{decision,decidedAt}')::timestamptz <= $5`,
  'refunds-recovered': paid('refund'),
  'fines-paid': paid('fine'),
  'institutions-participating': `select count(*) from participant p join unit u on u.id = p.unit_id
    where p.campaign_id = $1 and starts_with(p.region, $3) and p.dropped_at is null and u.kind in ('institution', 'pharmacy')`,
};

/** By when it was recorded, not by the day it was paid: a payment told of late belongs to the report that can tell of it. */
function paid(ledger: string): string {
  return `select sum(m.amount) from money_entry m join case_file c on c.id = m.case_id
    join event e on e.file_id = m.case_id and e.seq = m.seq
    where ${CASE} and m.ledger = '${ledger}' and e.at ${WITHIN} e.at <= $5`;
}

/** What is asked for, in one statement. */
export async function prefillValues(
  tx: Tx,
  names: readonly PrefillName[],
  { campaign, unit, region, from, to }: PrefillScope,
): Promise<Readonly<Record<string, string>>> {
  if (names.length === 0) return {};
  const columns = names.map((name) => `coalesce((${SUMS[name]}), 0)::text as "${name}"`);
  const [row] = await tx.query<Record<string, string>>({
    // All five are named, whatever is asked for.
    text: `select ${columns.join(', ')} where $1::uuid is not null and ($2::uuid is null or true) and $3::text is not null
             and $4::timestamptz is not null and $5::timestamptz is not null`,
    values: [campaign, unit, region, from, to],
  });
  return row ?? {};
}

/** The sum of a field of another report over the units of a region, and how many of them reported. */
export async function sumOfReports(
  tx: Tx,
  { campaign, region, from, to }: Omit<PrefillScope, 'unit'>,
  { sumOf, field }: { readonly sumOf: string; readonly field: string },
): Promise<{ readonly value: string; readonly reported: number; readonly owed: number }> {
  const [row] = await tx.query<{ value: string; reported: number; owed: number }>({
    name: 'sum-of-reports',
    text: `select coalesce(sum(f.value), 0)::text as value, count(*) filter (where o.status in ('submitted', 'accepted'))::int as reported,
             count(*)::int as owed
           from obligation o left join report_figure f on f.obligation_id = o.id and f.field = $6
           where o.campaign_id = $1 and o.source = $2 and starts_with(o.region, $3) and o.due_at > $4 and o.due_at <= $5
             and o.status <> 'waived'`,
    values: [campaign, sumOf, region, from, to, field],
  });
  return row ?? { value: '0', reported: 0, owed: 0 };
}
