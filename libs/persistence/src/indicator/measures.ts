import { ENDED, type MeasuredId } from '@fundguard/domain';
import type { SourceName } from './sources.js';

/** How one indicator is counted and listed: one condition for both, so that the figure and its rows cannot disagree. */
export interface Measure {
  readonly source: SourceName;
  /** Which rows of the ledger are meant, as a condition on `s`; all of them where it is left out. */
  readonly of?: string;
  /** For a share: which of those rows count. The others are what is missing. */
  readonly counts?: string;
  /** Which column is summed: money, or what is divided by the number of rows. */
  readonly sum?: string;
  /** When what is counted happened, for a figure of one month; the row's own instant where it is left out. */
  readonly happened?: string;
}

const OVERDUE = `s.due <= t.at and not s.settled`;
const OPEN = `s.stage not in (${ENDED.map((stage) => `'${stage}'`).join(', ')})`;

export const MEASURES = {
  'reports-in': { source: 'obligation', of: 's.settled' },
  'reports-in-time': { source: 'obligation', of: 's.due <= t.at', counts: 's.settled and not s.late' },
  'reports-overdue': { source: 'obligation', of: OVERDUE },
  'zero-reports': { source: 'obligation', of: 's.settled and s.zero' },
  'self-checks-submitted': { source: 'obligation', of: 's.self_check', counts: 's.settled' },

  'problems-found': { source: 'problem' },
  'problems-struck-off': { source: 'problem', of: `s.status = 'struckOff'` },
  'problems-open': { source: 'problem', of: `s.status <> 'struckOff'` },
  'problems-overdue': {
    source: 'problem',
    of: `s.status in ('open', 'returned') and s.due < (t.at at time zone 'Asia/Shanghai')::date`,
  },
  'rectification-rate': { source: 'problem', counts: `s.status = 'struckOff'` },
  'sham-rectifications': { source: 'problem', of: 's.shams > 0' },
  'problem-amount': { source: 'problem', of: 's.amount > 0', sum: 's.amount' },
  'problem-refunds': { source: 'refund', sum: 's.amount' },
  'refunded-by-self-check': { source: 'refund', of: `s.origin = 'selfCheck'`, sum: 's.amount' },
  'refunded-on-checks': { source: 'refund', of: `s.origin <> 'selfCheck'`, sum: 's.amount' },

  'units-participating': { source: 'unit' },
  'institutions-participating': { source: 'unit', of: 's.designated' },
  'units-inspected': {
    source: 'unit',
    of: 's.designated and s.inspected_at is not null',
    happened: 's.inspected_at',
  },
  'on-site-coverage': { source: 'unit', of: 's.designated', counts: 's.inspected_at is not null' },
  // Visits are narrowed to a span where they are counted; every institution that takes part is among those they are divided by.
  'inspections-per-unit': { source: 'unit', of: 's.designated', sum: 's.visits', happened: 't.at' },
  'self-check-coverage': { source: 'unit', of: 's.designated', counts: 's.self_checked' },
  'units-with-violations': {
    source: 'unit',
    of: 's.designated and s.violated_at is not null',
    happened: 's.violated_at',
  },
  'violation-rate': { source: 'unit', of: 's.designated', counts: 's.violated_at is not null' },
  'compliance-rate': { source: 'unit', of: 's.designated', counts: 's.violated_at is null' },
  'key-targets': { source: 'unit', of: 's.key_target is not null' },

  'leads-registered': { source: 'case' },
  'cases-filed': { source: 'case', of: 's.filed_at is not null', happened: 's.filed_at' },
  'cases-open': { source: 'case', of: OPEN },
  'cases-struck-off': { source: 'case', of: `s.stage = 'struckOff'` },
  'cases-decided': { source: 'decision' },
  'cases-fined': { source: 'decision', of: 's.fine > 0' },
  'refunds-ordered': { source: 'decision', of: 's.refund > 0', sum: 's.refund' },
  'fines-decided': { source: 'decision', of: 's.fine > 0', sum: 's.fine' },
  'refunds-recovered': { source: 'money', of: `s.ledger = 'refund'`, sum: 's.amount' },
  'fines-paid': { source: 'money', of: `s.ledger = 'fine'`, sum: 's.amount' },
  'typical-cases': { source: 'typical' },
  'transferred-to-police': { source: 'transfer', of: `s.destination = 'police'` },
  'transferred-to-discipline': { source: 'transfer', of: `s.destination = 'discipline'` },
} as const satisfies Readonly<Record<MeasuredId, Measure>>;

export const measureOf = (id: MeasuredId): Measure => MEASURES[id];
