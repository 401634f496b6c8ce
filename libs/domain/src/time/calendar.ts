import { z } from 'zod';
import { type Day, type Instant, at, dayOf, plusDays, timeOf, weekday } from './instant.js';

/** One year of the State Council's holiday notice: days off, and weekend days worked instead (调休). */
export const calendarYear = z
  .strictObject({
    year: z.int().min(2000).max(2099),
    notice: z.string().min(1).meta({ description: 'The notice the days are read from' }),
    holidays: z.array(z.iso.date()),
    workdays: z.array(z.iso.date()).meta({ description: 'Saturdays and Sundays that are worked (调休)' }),
  })
  .superRefine(({ year, holidays, workdays }, issue) => {
    for (const [list, days] of Object.entries({ holidays, workdays })) {
      days.forEach((on, index) => {
        const complaint = complain(on, year, list === 'workdays', holidays);
        if (complaint) issue.addIssue({ code: 'custom', path: [list, index], message: complaint });
      });
    }
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof calendarYear>;

/** The working-day calendar of China. A year without a notice knows weekends only and is provisional. */
export class WorkingCalendar {
  private readonly years: ReadonlyMap<number, { off: ReadonlySet<string>; worked: ReadonlySet<string> }>;

  constructor(
    /** Changes whenever a year is loaded; deadlines record the version they were computed with. */
    readonly version: string,
    years: readonly CalendarYear[],
  ) {
    this.years = new Map(
      years.map(({ year, holidays, workdays }) => [year, { off: new Set(holidays), worked: new Set(workdays) }]),
    );
  }

  isWorkingDay(on: Day): boolean {
    const year = this.years.get(yearOf(on));
    if (year?.off.has(on)) return false;
    return weekday(on) <= 5 || (year?.worked.has(on) ?? false);
  }

  isProvisional(on: Day): boolean {
    return !this.years.has(yearOf(on));
  }

  /** The nth working day after `from`, before it where n is negative; the day of the event itself does not count (行政处罚法 85). */
  addWorkingDays(from: Day, count: number): Day {
    let on = from;
    for (let left = Math.abs(count); left > 0;) {
      on = plusDays(on, Math.sign(count));
      if (this.isWorkingDay(on)) left -= 1;
    }
    return on;
  }

  /** How many working days lie after `from`, up to and with `to`; negative where it lies before. */
  workingDaysBetween(from: Day, to: Day): number {
    if (to < from) return -this.workingDaysBetween(to, from);
    let count = 0;
    for (let on = from; on < to;) {
      on = plusDays(on, 1);
      if (this.isWorkingDay(on)) count += 1;
    }
    return count;
  }

  /** `on` itself when it is worked, else the next working day. */
  rollForward(on: Day): Day {
    return this.isWorkingDay(on) ? on : this.addWorkingDays(on, 1);
  }

  /** `on` itself when it is worked, else the last working day before it. */
  rollBack(on: Day): Day {
    let back = on;
    while (!this.isWorkingDay(back)) back = plusDays(back, -1);
    return back;
  }

  /** The same time of day, n working days later. */
  laterBy(moment: Instant, workingDays: number): Instant {
    return at(this.addWorkingDays(dayOf(moment), workingDays), timeOf(moment));
  }

  /** Whether any day of the span lies in a year whose holidays are not yet published. */
  spanIsProvisional(from: Day, to: Day): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!this.years.has(year)) return true;
    return false;
  }
}

const yearOf = (on: string) => Number(on.slice(0, 4));

function complain(on: string, year: number, mustBeWeekend: boolean, holidays: readonly string[]): string | undefined {
  if (yearOf(on) !== year) return `${on} 不在 ${year} 年 · ${on} is not in ${year}`;
  if (!mustBeWeekend) return undefined;
  if (weekday(on as Day) <= 5)
    return `${on} 不是周末，不能作为调休上班日 · ${on} is a weekday, so it cannot be a weekend day worked instead`;
  return holidays.includes(on) ? `${on} 既列为放假又列为上班 · ${on} is both a holiday and worked` : undefined;
}
