import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../test-people.js';
import {
  type Day,
  at,
  beijing,
  day,
  dayOf,
  daysBetween,
  endOf,
  instant,
  plusDays,
  plusHours,
  plusMonths,
  timeOf,
  weekday,
} from './instant.js';

const moment = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map(instant);

test('a moment is its local day and time', () => {
  fc.assert(fc.property(moment, (each) => at(dayOf(each), timeOf(each)) === each));
});

test('what people are shown reads back as the same second', () => {
  fc.assert(
    fc.property(moment, (each) => Date.parse(instant(beijing(each))) === Math.floor(Date.parse(each) / 1000) * 1000),
  );
});

test('the order of instants is the order of their texts', () => {
  fc.assert(fc.property(moment, moment, (a, b) => a < b === Date.parse(a) < Date.parse(b)));
});

test('days added and counted agree', () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: -999, max: 999 }),
      (each, days) => daysBetween(dayOf(each), plusDays(dayOf(each), days)) === days,
    ),
  );
});

test.each([
  ['2026-11-26T09:00:00Z', '2026-11-26T17:00:00+08:00'],
  ['2026-11-26T15:59:59Z', '2026-11-26T23:59:59+08:00'],
  ['2026-11-26T16:00:00Z', '2026-11-27T00:00:00+08:00'],
  ['2026-11-26T16:00:00.123Z', '2026-11-27T00:00:00+08:00'],
])('%s is shown as %s', (utc, shown) => {
  expect(beijing(instant(utc))).toBe(shown);
});

test('a day ends in Beijing, whatever the machine’s time zone', () => {
  expect(endOf('2023-06-30' as Day)).toBe('2023-06-30T15:59:59.000Z');
  expect(plusHours(endOf('2023-06-30' as Day), 24)).toBe(endOf('2023-07-01' as Day));
  expect(plusMonths('2023-01-31' as Day, 1)).toBe('2023-02-28');
  expect(weekday('2026-11-26' as Day)).toBe(4);
});

test.each(['2023-02-29', '2023-13-01', '2023-6-1', 'tomorrow', ''])('%j is not a day', (text) => {
  expect(refusal(() => day(text))).toBe('date.impossible');
});

test('a leap day is a day', () => {
  expect(day('2024-02-29')).toBe('2024-02-29');
});

test.each(['tomorrow', '2023-13-01T00:00:00Z'])('%j is not an instant', (text) => {
  expect(refusal(() => instant(text))).toBe('date.impossible');
});

test('a day that a month does not have is not an instant', () => {
  expect(refusal(() => instant('2023-02-30T00:00:00Z'))).toBe('date.impossible');
});
