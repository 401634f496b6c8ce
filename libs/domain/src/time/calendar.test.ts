import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beijingTime } from '../test-people.js';
import { calendar } from '../test-rules.js';
import { calendarYear } from './calendar.js';
import { type Day, beijing, plusDays } from './instant.js';

const someDay = fc.integer({ min: 0, max: 2_900 }).map((offset) => plusDays('2020-01-01' as Day, offset));
const count = fc.integer({ min: 1, max: 60 });

test('n working days later is a working day, with n working days on the way', () => {
  fc.assert(
    fc.property(someDay, count, (from, working) => {
      const to = calendar.addWorkingDays(from, working);
      let passed = 0;
      for (let on = plusDays(from, 1); on <= to; on = plusDays(on, 1)) if (calendar.isWorkingDay(on)) passed += 1;
      return calendar.isWorkingDay(to) && passed === working;
    }),
  );
});

test('more days, or a later start, never end sooner', () => {
  fc.assert(
    fc.property(someDay, count, (from, working) => {
      const to = calendar.addWorkingDays(from, working);
      return (
        calendar.addWorkingDays(from, working + 1) > to && calendar.addWorkingDays(plusDays(from, 1), working) >= to
      );
    }),
  );
});

test('a day rolls forward to a working day, and a working day stays', () => {
  fc.assert(
    fc.property(someDay, (on) => {
      const rolled = calendar.rollForward(on);
      return calendar.isWorkingDay(rolled) && rolled >= on && (rolled === on) === calendar.isWorkingDay(on);
    }),
  );
});

test.each([
  ['2023-10-05', false, 'National Day, a Thursday'],
  ['2023-10-07', true, 'a Saturday worked instead (调休)'],
  ['2023-10-14', false, 'an ordinary Saturday'],
  ['2023-10-16', true, 'an ordinary Monday'],
])('%s is worked: %s (%s)', (on, worked) => {
  expect(calendar.isWorkingDay(on as Day)).toBe(worked);
});

test('the same time of day, one working day after National Day begins', () => {
  expect(beijing(calendar.laterBy(beijingTime('2023-09-28 17:00'), 1))).toBe('2023-10-07T17:00:00+08:00');
});

test('a year that is not loaded knows weekends only, and is provisional', () => {
  expect(calendar.isWorkingDay('2027-10-01' as Day)).toBe(true);
  expect(calendar.isWorkingDay('2027-10-02' as Day)).toBe(false);
  expect(calendar.isProvisional('2027-10-01' as Day)).toBe(true);
  expect(calendar.spanIsProvisional('2026-12-01' as Day, '2026-12-31' as Day)).toBe(false);
  expect(calendar.spanIsProvisional('2026-12-31' as Day, '2027-01-01' as Day)).toBe(true);
});

test.each([
  ['a weekday worked instead', { workdays: ['2023-06-26'] }, 'workdays.0', 'is a weekday'],
  [
    'a day both off and worked',
    { holidays: ['2023-06-25'], workdays: ['2023-06-25'] },
    'workdays.0',
    'both a holiday and worked',
  ],
  ['a day of another year', { holidays: ['2024-01-01'] }, 'holidays.0', 'is not in 2023'],
  ['an impossible day', { holidays: ['2023-02-29'] }, 'holidays.0', 'Invalid ISO date'],
])('%s is refused', (_what, days, path, reason) => {
  const { error } = calendarYear.safeParse({ year: 2023, notice: 'a notice', holidays: [], workdays: [], ...days });
  expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  expect(error?.message).toContain(reason);
});
