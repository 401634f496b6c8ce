import { expect, test } from '@jest/globals';
import { calendar } from '../test-rules.js';
import type { Day } from '../time/instant.js';
import { type Cadence, type OnHoliday, occurrences } from './cadence.js';

const asGiven = '';
const span = (start: string, end: string, onHoliday: OnHoliday = 'stands') => ({
  start: start as Day,
  end: end as Day,
  onHoliday,
});
const dues = (each: Cadence, ...given: Parameters<typeof span>) =>
  occurrences(each, span(...given), calendar, []).map(({ due }) => due);
const lastWorkingDay: Cadence = { monthly: 'lastWorkingDay', asGiven };

test('the last working day of each month steps back over weekends, holidays and worked Sundays', () => {
  // 30 April 2023 is a holiday, 28 April the last day worked; 30 September 2023 is a holiday, the 28th was worked.
  expect(dues(lastWorkingDay, '2023-04-01', '2023-10-31')).toEqual(
    ['04-28', '05-31', '06-30', '07-31', '08-31', '09-28', '10-31'].map((on) => `2023-${on}`),
  );
});

test('a month whose last working day lies outside the campaign is left out', () => {
  expect(dues(lastWorkingDay, '2023-04-29', '2023-06-29')).toEqual(['2023-05-31']);
});

test('the last working day is provisional where the holidays of the year are not published', () => {
  const [first] = occurrences(lastWorkingDay, span('2027-01-01', '2027-01-31'), calendar, []);
  expect(first).toEqual({ period: '2027-01-31', due: '2027-01-29', provisional: true });
});

test('the last day of a month stands on a holiday, or moves where the plan says so', () => {
  const lastDay: Cadence = { monthly: 'lastDay', asGiven };
  expect(dues(lastDay, '2023-04-01', '2023-04-30')).toEqual(['2023-04-30']);
  expect(occurrences(lastDay, span('2023-04-01', '2023-05-31', 'nextWorkingDay'), calendar, [])[0]).toEqual({
    period: '2023-04-30',
    due: '2023-05-04',
    movedFrom: '2023-04-30',
    provisional: false,
  });
});

test('half-years end in June and December; the one the campaign breaks off ends with it', () => {
  const halfYearly: Cadence = { halfYearly: true, asGiven };
  expect(dues(halfYearly, '2022-03-15', '2023-11-30')).toEqual([
    '2022-06-30',
    '2022-12-31',
    '2023-06-30',
    '2023-11-30',
  ]);
});

test('the second step follows the first by working days, under the same period', () => {
  const first = occurrences(lastWorkingDay, span('2023-09-01', '2023-09-30'), calendar, []);
  const second: Cadence = { follows: 'results', workingDaysAfter: 3, asGiven };
  expect(occurrences(second, span('2023-09-01', '2023-09-30'), calendar, first)).toEqual([
    { period: '2023-09-30', due: '2023-10-09', provisional: false },
  ]);
});
