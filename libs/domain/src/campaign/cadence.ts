import { z } from 'zod';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, plusDays, plusMonths, weekday } from '../time/instant.js';
import { slug, time } from './plan-day.js';

const asGiven = z.string();

/** How often a report is owed, in the plan's own words beside it. */
export const cadence = z.union([
  z.strictObject({ weekday: z.int().min(1).max(7), time, asGiven }),
  z.strictObject({ monthly: z.enum(['lastWorkingDay', 'lastDay']), time: time.optional(), asGiven }),
  z.strictObject({ halfYearly: z.literal(true), time: time.optional(), asGiven }),
  /** The second of two steps: so many working days after another report. */
  z.strictObject({ follows: slug, workingDaysAfter: z.int().min(0).max(60), time: time.optional(), asGiven }),
]);
export type Cadence = z.infer<typeof cadence>;

/** One time a report is owed. */
export interface Occurrence {
  /** The day it is counted by; it stays when a holiday moves the due day. */
  readonly period: Day;
  readonly due: Day;
  /** The holiday it was moved from. */
  readonly movedFrom?: Day;
  /** The due day hangs on working days of a year whose holidays are not published. */
  readonly provisional: boolean;
}

/** What to do when a weekly or half-yearly day is a holiday. */
export type OnHoliday = 'stands' | 'nextWorkingDay' | 'previousWorkingDay';

/** The times a report is owed from the first day of a campaign to its last. `earlier` are those of the report it follows. */
export function occurrences(
  each: Cadence,
  { start, end, onHoliday }: { readonly start: Day; readonly end: Day; readonly onHoliday: OnHoliday },
  calendar: WorkingCalendar,
  earlier: readonly Occurrence[],
): Occurrence[] {
  if ('follows' in each) {
    return earlier.map(({ period, due, provisional }) => {
      const on = calendar.addWorkingDays(due, each.workingDaysAfter);
      return { period, due: on, provisional: provisional || calendar.isProvisional(on) };
    });
  }
  const laid = [...daysOf(each, start, end)].map((period) => ({
    period,
    ...dueDay(each, period, end, onHoliday, calendar),
  }));
  return 'monthly' in each ? laid.filter(({ due }) => due >= start && due <= end) : laid;
}

/** The days it is counted by; of a half-year the campaign does not see the end of, too. */
function* daysOf(each: Exclude<Cadence, { follows: string }>, start: Day, end: Day): Generator<Day> {
  if ('weekday' in each) {
    const first = plusDays(start, (each.weekday - weekday(start) + 7) % 7);
    for (let on = first; on <= end; on = plusDays(on, 7)) yield on;
    return;
  }
  const months = 'monthly' in each ? 1 : 6;
  const last = lastDayOf(end, months);
  for (let on = lastDayOf(start, months); on <= last; on = lastDayOf(plusDays(on, 1), months)) yield on;
}

function dueDay(
  each: Exclude<Cadence, { follows: string }>,
  period: Day,
  end: Day,
  onHoliday: OnHoliday,
  calendar: WorkingCalendar,
): Omit<Occurrence, 'period'> {
  if ('monthly' in each && each.monthly === 'lastWorkingDay')
    return { due: calendar.rollBack(period), provisional: calendar.isProvisional(period) };
  // A round the campaign breaks off ends with it.
  const on = 'halfYearly' in each && period > end ? end : period;
  const due = moved(on, onHoliday, calendar);
  return {
    due,
    ...(due === on ? {} : { movedFrom: on }),
    provisional: onHoliday !== 'stands' && calendar.isProvisional(on),
  };
}

/** The last day of the month, or of the half-year, a day lies in. */
function lastDayOf(on: Day, months: number): Day {
  const month = Number(on.slice(5, 7));
  const first = `${on.slice(0, 7)}-01` as Day;
  return plusDays(plusMonths(first, months - ((month - 1) % months)), -1);
}

function moved(on: Day, rule: OnHoliday, calendar: WorkingCalendar): Day {
  if (rule === 'stands') return on;
  return rule === 'nextWorkingDay' ? calendar.rollForward(on) : calendar.rollBack(on);
}
