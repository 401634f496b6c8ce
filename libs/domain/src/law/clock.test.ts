import { expect, test } from '@jest/globals';
import { beijingTime } from '../test-people.js';
import { calendar, law } from '../test-rules.js';
import { WorkingCalendar } from '../time/calendar.js';
import { type Day, beijing, endOf } from '../time/instant.js';
import { startClock } from './clock.js';
import { clockRuleOf } from './pack.js';

const start = (id: string, from: string, more = {}) =>
  startClock(clockRuleOf(law, id), beijingTime(from), calendar, more);
const due = (id: string, from: string, more = {}) => beijing(start(id, from, more).due);

test('five working days for a hearing skip National Day and count the weekend worked instead (行政处罚法 64, 85)', () => {
  expect(due('defence', '2023-09-27 10:00')).toBe('2023-10-10T23:59:59+08:00');
});

test('the day of service does not count, however late or early in the day', () => {
  expect(due('defence', '2023-09-04 00:00')).toBe('2023-09-11T23:59:59+08:00');
  expect(due('defence', '2023-09-04 23:59')).toBe('2023-09-11T23:59:59+08:00');
  expect(beijing(startClock(clockRuleOf(law, 'defence'), endOf('2023-09-04' as Day), calendar).due)).toBe(
    '2023-09-11T23:59:59+08:00',
  );
});

test('fifteen days to pay end on the next working day when the last is a holiday (行政处罚法 67)', () => {
  expect(due('finePayment', '2023-09-15 10:00')).toBe('2023-10-07T23:59:59+08:00');
  expect(due('finePayment', '2023-09-11 10:00')).toBe('2023-09-26T23:59:59+08:00');
});

test('ninety days to decide are natural days, and end where they end (行政处罚法 60)', () => {
  expect(due('decision', '2023-07-03 10:00')).toBe('2023-10-01T23:59:59+08:00');
});

test('fifteen working days to verify, and fifteen more on approval (令4号 14)', () => {
  expect(due('verification', '2023-09-11 10:00')).toBe('2023-10-08T23:59:59+08:00');
  expect(due('verification', '2023-09-11 10:00', { extensions: [15] })).toBe('2023-10-27T23:59:59+08:00');
});

test('a transfer is sent within twenty-four hours, to the minute (令310号 5)', () => {
  expect(due('transferDelivery', '2023-09-30 10:37')).toBe('2023-10-01T10:37:00+08:00');
});

test('three days of Decree 310 are natural days, the stricter reading', () => {
  expect(due('policeDecision', '2023-09-28 10:00')).toBe('2023-10-01T23:59:59+08:00');
});

test('a month ends on the last day a shorter month has', () => {
  expect(due('disciplineAnswer', '2023-01-31 10:00')).toBe('2023-02-28T23:59:59+08:00');
});

test('a limit says where it comes from', () => {
  expect(start('defence', '2023-09-27 10:00', { of: 'transfer' })).toMatchObject({
    clock: 'defence',
    of: 'transfer',
    article: 'article of defence',
    certainty: 'R',
    calendar: 'test',
  });
});

test('beyond the last notice a limit is provisional, and moves when the notice comes', () => {
  const rule = clockRuleOf(law, 'verification');
  const from = beijingTime('2026-12-28 10:00');
  expect(start('verification', '2026-11-23 10:00').provisional).toBe(false);
  expect(startClock(rule, from, calendar)).toMatchObject({ provisional: true, due: endOf('2027-01-18' as Day) });

  const notice = { year: 2027, notice: 'a notice', holidays: ['2027-01-01'], workdays: [] };
  const later = new WorkingCalendar('with 2027', [{ year: 2026, notice: '', holidays: [], workdays: [] }, notice]);
  expect(startClock(rule, from, later)).toMatchObject({ provisional: false, due: endOf('2027-01-19' as Day) });
});

test('a limit in natural days needs no holidays, so it is never provisional; one that rolls is', () => {
  expect(start('decision', '2026-12-28 10:00').provisional).toBe(false);
  expect(start('transferDelivery', '2026-12-31 23:00').provisional).toBe(false);
  expect(start('finePayment', '2026-12-28 10:00').provisional).toBe(true);
});
