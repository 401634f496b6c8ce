import type { WorkingCalendar } from './calendar.js';
import { type Day, plusDays, weekday } from './instant.js';

/** 周末, 节假日 on a weekday, or 调休: a weekend day that is worked. */
export type UnusualDay = 'weekend' | 'holiday' | 'worked';

export interface MarkedDay {
  readonly day: Day;
  readonly kind: UnusualDay;
}

/** The days of a span that are not ordinary working days, in order. */
export function unusualDays(from: Day, to: Day, calendar: WorkingCalendar): MarkedDay[] {
  const days: MarkedDay[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const isWeekend = weekday(day) > 5;
    const isWorked = calendar.isWorkingDay(day);
    if (isWeekend) days.push({ day, kind: isWorked ? 'worked' : 'weekend' });
    else if (!isWorked) days.push({ day, kind: 'holiday' });
  }
  return days;
}
