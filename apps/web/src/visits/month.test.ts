import { expect, test } from '@jest/globals';
import { lastDay, monthAfter, weeksOf } from './month';

test('the weeks of a month begin on Mondays and hold all of its days once', () => {
  for (const month of ['2026-11', '2026-02', '2024-02', '2027-08']) {
    const weeks = weeksOf(month);
    expect(weeks.every((week) => week.length === 7 && new Date(week[0] ?? '').getUTCDay() === 1)).toBe(true);
    const own = weeks.flat().filter((day) => day.startsWith(month));
    expect([own[0], own.at(-1), own.length]).toEqual([`${month}-01`, lastDay(month), Number(lastDay(month).slice(8))]);
  }
});

test('months go on over the turn of the year, both ways', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', 0)]).toEqual([
    ...['2027-01', '2025-12', '2026-11'],
  ]);
  expect(['2026-02', '2024-02', '2026-12'].map(lastDay)).toEqual(['2026-02-28', '2024-02-29', '2026-12-31']);
});
