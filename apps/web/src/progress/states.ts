import type { Tone } from '../parts/StateTag';
import type { ReportColumn, UnitRow } from './queries';

/** How a cell looks; what it says in full is its letter's word. */
export type Look = 'onTime' | 'late' | 'overdue' | 'open' | 'waived' | 'none';
export const LOOKS: Readonly<Record<Look, string>> = {
  onTime: '✓',
  late: '△',
  overdue: '✕',
  open: '○',
  waived: '–',
  none: '',
};
/** In the order of the legend. */
export const SHOWN_LOOKS = ['onTime', 'late', 'overdue', 'open', 'waived'] as const satisfies Look[];

const LETTERS: Readonly<Record<string, { readonly look: Look; readonly word: string; readonly tone: Tone }>> = {
  s: { look: 'onTime', word: 'submitted', tone: 'good' },
  a: { look: 'onTime', word: 'accepted', tone: 'good' },
  S: { look: 'late', word: 'submittedLate', tone: 'warning' },
  A: { look: 'late', word: 'acceptedLate', tone: 'warning' },
  x: { look: 'overdue', word: 'overdue', tone: 'bad' },
  o: { look: 'open', word: 'open', tone: 'quiet' },
  r: { look: 'open', word: 'returned', tone: 'quiet' },
  w: { look: 'waived', word: 'waived', tone: 'quiet' },
};
const NOTHING = { look: 'none', word: 'none', tone: 'quiet' } as const;

export const stateOf = (letter: string | undefined) => LETTERS[letter ?? ''] ?? NOTHING;
/** Reported, and a reviewer has yet to look at it. */
export const awaitsReview = (letter: string | undefined): boolean => letter === 's' || letter === 'S';

/** What units can be filtered by, and the letters that meet it. */
export const FILTERS: Readonly<Record<string, string>> = {
  overdue: 'x',
  review: 'sS',
  returned: 'r',
  late: 'SA',
  open: 'o',
  waived: 'w',
};

const count = (states: string, letters: string): number => [...states].filter((each) => letters.includes(each)).length;
export const has = (states: string, letters: string): boolean => [...states].some((each) => letters.includes(each));

export interface Tally {
  readonly overdue: number;
  /** Open or returned. */
  readonly awaited: number;
}
export const tallyOf = ({ states }: Pick<UnitRow, 'states'>): Tally => ({
  overdue: count(states, 'x'),
  awaited: count(states, 'or'),
});

export function countsOf(rows: readonly UnitRow[]): Record<Look, number> {
  const counts: Record<Look, number> = { onTime: 0, late: 0, overdue: 0, open: 0, waived: 0, none: 0 };
  for (const { states } of rows) for (const letter of states) counts[stateOf(letter).look] += 1;
  return counts;
}

/** A report within the campaign, as it stands in the address. */
export const reportKey = ({ source, period }: Pick<ReportColumn, 'source' | 'period'>): string => `${source}~${period}`;

/** One unit's report, as a name of its own. */
export const cellKey = (unit: string, report: Pick<ReportColumn, 'source' | 'period'>): string =>
  `${unit} ${reportKey(report)}`;

const REST = 24 * 3_600_000;
export const chasedLately = ({ chasedAt }: Pick<UnitRow, 'chasedAt'>, now = Date.now()): boolean =>
  chasedAt !== null && now - Date.parse(chasedAt) < REST;
