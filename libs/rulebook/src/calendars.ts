import { createHash } from 'node:crypto';
import { type CalendarYear, WorkingCalendar } from '@fundguard/domain';

/** Changes whenever the content of a year does, and with nothing else: order and comments do not count. */
export function calendarVersion(years: readonly CalendarYear[]): string {
  const content = years
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, holidays, workdays }) => [year, holidays.toSorted(), workdays.toSorted()]);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

export const workingCalendar = (years: readonly CalendarYear[]): WorkingCalendar =>
  new WorkingCalendar(calendarVersion(years), years);
