import { type Day, day, daysBetween, plusDays, plusMonths } from './instant.js';

/** The days a word of the calendar stands for, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

const PART_OF_MONTH = /^(1[0-2]|[1-9])月(上旬|中旬|下旬|底)?$/;

/**
 * Reads 4月上旬, 3月底, 12月, 上半年, 下半年 and 年底 in a year (R-CAMP-20); undefined where it is none of these. A plan keeps
 * the words beside the day, because 上旬前 and 上旬完成 are read alike and the issuer may have meant otherwise.
 */
export function readCalendarWords(words: string, year: number): DaySpan | undefined {
  const on = (monthDay: string) => day(`${year}-${monthDay}`);
  if (words === '上半年') return { from: on('01-01'), to: on('06-30') };
  if (words === '下半年') return { from: on('07-01'), to: on('12-31') };
  if (words === '年底') return { from: on('12-31'), to: on('12-31') };
  const [, month, part] = PART_OF_MONTH.exec(words) ?? [];
  if (!month) return undefined;
  const first = on(`${month.padStart(2, '0')}-01`);
  const last = plusDays(plusMonths(first, 1), -1);
  const length = daysBetween(first, last) + 1;
  const parts: Readonly<Record<string, readonly [number, number]>> = {
    上旬: [1, 10],
    中旬: [11, 20],
    下旬: [21, length],
    底: [length, length],
  };
  const [from, to] = parts[part ?? ''] ?? [1, length];
  return { from: plusDays(first, from - 1), to: plusDays(first, to - 1) };
}
