import { z } from 'zod';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Instant, endOf, givenDay } from '../time/instant.js';
import { reckon } from './reckon.js';

/** R: read in the statute's text · R-part: read in part · 2nd: from a source that cites it · own: unverified. */
export const certainty = z.enum(['R', 'R-part', '2nd', 'own']);

const read = { article: z.string(), certainty };

/** Who may make a limit longer: the head, or the heads who discuss it together (集体讨论). */
export const extension = z
  .strictObject({
    length: z.int().positive().meta({ description: 'In the unit of the limit' }),
    atMost: z.boolean().default(false).meta({ description: 'Up to so much, rather than exactly' }),
    by: z.enum(['head', 'collective']),
    ...read,
  })
  .meta({ id: 'ClockExtension' });

/** Time that is not counted: tests, expert opinions, hearings, public notices …; 复议 and 诉讼 for the surcharge alone. */
export const EXCLUDED = [
  'testing',
  'appraisal',
  'hearing',
  'announcement',
  'expertReview',
  'suspension',
  'reconsideration',
  'litigation',
] as const;
export type Excluded = (typeof EXCLUDED)[number];

/** A statutory or agreed time limit, as data: how long, counted how, from what, by which article. */
export const clockRule = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z]+$/),
    name: z.strictObject({ zh: z.string(), en: z.string() }),
    length: z.int().positive(),
    unit: z.enum(['workingDay', 'day', 'month', 'year', 'hour']),
    counts: z.enum(['after', 'before']).default('after').meta({ description: 'before: at least so long before' }),
    startsFrom: z.string().meta({ description: 'The event the limit is counted from' }),
    rollsOverHolidays: z.boolean().default(false).meta({ description: 'A last day that is a holiday moves on' }),
    extensions: z.array(extension).default([]).meta({ description: 'One after another, each once' }),
    excludes: z.array(z.strictObject({ kind: z.enum(EXCLUDED), ...read })).default([]),
    ...read,
    note: z.string().optional(),
  })
  .meta({ id: 'ClockRule' });
export type ClockRule = z.infer<typeof clockRule>;

/** Days that do not count, both ends included. */
export const span = z.strictObject({ kind: z.enum(EXCLUDED), from: givenDay, until: givenDay });
export type Span = z.infer<typeof span>;

/** What makes a limit longer than its rule alone. */
export interface Lengthened {
  /** In the order they were given, each in the unit of the rule. */
  readonly extensions?: readonly number[];
  /** Apart from each other: {@link requireApart}. */
  readonly excluded?: readonly Span[];
}

/** A running time limit on a file, with where it comes from. */
export interface Limit extends Lengthened {
  readonly clock: string;
  /** What it belongs to inside the file, such as a transfer's id; absent for the file itself. */
  readonly of?: string;
  readonly from: Instant;
  readonly due: Instant;
  readonly article: string;
  readonly certainty: z.infer<typeof certainty>;
  /** Some day of the span lies in a year whose holidays are not published; re-projected when they are. */
  readonly provisional: boolean;
  readonly calendar: string;
  /** By how much it was extended in all, in units of the rule. */
  readonly extendedBy?: number;
}

/** When a limit that starts at `from` ends. Day-like limits end with the day; hours end to the minute. */
export function startClock(
  rule: ClockRule,
  from: Instant,
  calendar: WorkingCalendar,
  { of, ...longer }: Lengthened & { readonly of?: string } = {},
): Limit {
  const { last, hour, provisional } = reckon(rule, from, calendar, longer);
  const extendedBy = (longer.extensions ?? []).reduce((sum, each) => sum + each, 0);
  return {
    clock: rule.id,
    ...(of === undefined ? {} : { of }),
    ...longer,
    ...(extendedBy > 0 ? { extendedBy } : {}),
    from,
    due: hour ?? endOf(last),
    article: rule.article,
    certainty: rule.certainty,
    provisional,
    calendar: calendar.version,
  };
}
