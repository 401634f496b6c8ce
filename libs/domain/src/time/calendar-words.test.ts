import { expect, test } from '@jest/globals';
import { readCalendarWords } from './calendar-words.js';

test.each([
  ['4月上旬', 2023, '2023-04-01', '2023-04-10'],
  ['3月中旬', 2023, '2023-03-11', '2023-03-20'],
  ['12月下旬', 2020, '2020-12-21', '2020-12-31'],
  ['2月下旬', 2024, '2024-02-21', '2024-02-29'],
  ['2月底', 2023, '2023-02-28', '2023-02-28'],
  ['11月', 2022, '2022-11-01', '2022-11-30'],
  ['上半年', 2026, '2026-01-01', '2026-06-30'],
  ['下半年', 2026, '2026-07-01', '2026-12-31'],
  ['年底', 2026, '2026-12-31', '2026-12-31'],
])('%s of %d is %s to %s', (words, year, from, to) => {
  expect(readCalendarWords(words, year)).toEqual({ from, to });
});

test.each(['近期', '13月', '0月', '4月初', '月底', ''])('“%s” is no day', (words) => {
  expect(readCalendarWords(words, 2026)).toBeUndefined();
});
