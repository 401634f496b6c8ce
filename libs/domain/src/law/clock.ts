import { z } from 'zod';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, type Instant, dayOf, endOf, plusDays, plusHours, plusMonths } from '../time/instant.js';

/** R: read in the statute's text · R-part: read in part · 2nd: from a source that cites it · own: unverified. */
export const certainty = z.enum(['R', 'R-part', '2nd', 'own']);

/** A statutory or agreed time limit, as data: how long, counted how, from what, by which article. */
export const clockRule = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z]+$/),
    name: z.strictObject({ zh: z.string(), en: z.string() }),
    length: z.int().positive(),
    unit: z.enum(['workingDay', 'day', 'month', 'hour']),
    startsFrom: z.string().meta({ description: 'The event the limit is counted from' }),
    rollsOverHolidays: z.boolean().default(false).meta({ description: 'A last day that is a holiday moves on' }),
    extension: z.int().positive().optional().meta({ description: 'How much longer, once, on approval' }),
    article: z.string(),
    certainty,
    note: z.string().optional(),
  })
  .meta({ id: 'ClockRule' });
export type ClockRule = z.infer<typeof clockRule>;

/** A running time limit on a file, with where it comes from. */
export interface Limit {
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
  /** By how much it was extended, in units of the rule. */
  readonly extendedBy?: number;
}

/** When a limit that starts at `from` ends. Day-like limits end with the day; hours end to the minute. */
export function startClock(
  rule: ClockRule,
  from: Instant,
  calendar: WorkingCalendar,
  more: { of?: string; extendedBy?: number } = {},
): Limit {
  const length = rule.length + (more.extendedBy ?? 0);
  const start = dayOf(from);
  const last = lastDay(rule, start, length, calendar);
  return {
    clock: rule.id,
    ...more,
    from,
    due: last ? endOf(last) : plusHours(from, length),
    article: rule.article,
    certainty: rule.certainty,
    provisional: needsHolidays(rule) && last !== undefined && calendar.spanIsProvisional(start, last),
    calendar: calendar.version,
  };
}

const needsHolidays = (rule: ClockRule) => rule.unit === 'workingDay' || rule.rollsOverHolidays;

function lastDay(rule: ClockRule, start: Day, length: number, calendar: WorkingCalendar): Day | undefined {
  if (rule.unit === 'hour') return undefined;
  if (rule.unit === 'workingDay') return calendar.addWorkingDays(start, length);
  const last = rule.unit === 'day' ? plusDays(start, length) : plusMonths(start, length);
  return rule.rollsOverHolidays ? calendar.rollForward(last) : last;
}
