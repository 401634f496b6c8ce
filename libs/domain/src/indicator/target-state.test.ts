import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlanTarget } from '../campaign/plan-content.js';
import type { Day } from '../time/instant.js';
import { INDICATORS, indicatorOf } from './catalogue.js';
import { type Reading, decimalText, enteredReading, readingText } from './reading.js';
import { type Evidence, WHYS, judge } from './target-state.js';
import { targetDays, trendInstants } from './target-days.js';

const share = (part: number, whole: number): Reading => ({ unit: 'percent', part: BigInt(part), whole: BigInt(whole) });
const count = (part: number): Reading => ({ unit: 'count', part: BigInt(part), whole: 1n });
const aimed = (unit: PlanTarget['unit'], operator: PlanTarget['operator'], value: number): PlanTarget => ({
  ...{ id: 'x', name: { zh: '目标', en: 'Target' }, operator, value, unit },
});
const [BEFORE, LAST, AFTER] = ['2023-11-29', '2023-11-30', '2023-12-01'] as Day[] as [Day, Day, Day];
const stands = (target: PlanTarget, evidence: Partial<Evidence>) =>
  judge(target, { indicator: {}, last: LAST, today: BEFORE, ...evidence });

describe('a share of 95 % or more', () => {
  const target = aimed('percent', '>=', 95);
  test.each<[string, Partial<Evidence>, object]>([
    ['reached', { reading: share(95, 100) }, { state: 'met', compared: '95.00' }],
    [
      'a hair below, which is not rounded up',
      { reading: share(94_999, 100_000) },
      { state: 'onTheWay', compared: '94.99' },
    ],
    ['not reached on its last day', { reading: share(1, 2), today: LAST }, { state: 'onTheWay' }],
    ['not reached the day after', { reading: share(1, 2), today: AFTER }, { state: 'missed', compared: '50.00' }],
    ['of nothing', { reading: share(0, 0) }, { state: 'unknown', why: 'nothing' }],
    ['not counted', {}, { state: 'unknown', why: 'nothing' }],
    ['not entered', { indicator: { entered: true } }, { state: 'unknown', why: 'notEntered' }],
    ['bound to nothing', { indicator: undefined, reading: share(1, 1) }, { state: 'unknown', why: 'unbound' }],
    [
      'that may still fall',
      { indicator: { settles: 'atEnd' }, reading: share(1, 1) },
      { state: 'onTheWay', why: 'notYet' },
    ],
    [
      'that could have fallen',
      { indicator: { settles: 'atEnd' }, reading: share(1, 1), today: AFTER },
      { state: 'met' },
    ],
    [
      'known from below only',
      { indicator: { bound: 'atLeast' }, reading: share(1, 2), today: AFTER },
      { state: 'unknown', why: 'lowerBound' },
    ],
    ['known from below, and reached', { indicator: { bound: 'atLeast' }, reading: share(1, 1) }, { state: 'met' }],
    [
      'past the day aimed at, before the last',
      { reading: share(1, 2), aim: '2023-10-31' as Day },
      { state: 'onTheWay', why: 'aimPassed' },
    ],
  ])('%s', (_what, evidence, expected) => {
    expect(stands(target, evidence)).toEqual(expect.objectContaining(expected));
  });
});

describe('a decrease by 30 % or more', () => {
  const target = aimed('percentDecrease', '>=', 30);
  test.each<[string, Partial<Evidence>, object]>([
    ['without a baseline is not made up', { reading: share(1, 10) }, { state: 'unknown', why: 'baseline' }],
    ['from nothing', { reading: share(1, 10), baseline: '0' }, { state: 'unknown', why: 'baselineZero' }],
    ['reached to the point', { reading: share(7, 100), baseline: '10' }, { state: 'met', compared: '30.00' }],
    ['not reached', { reading: share(71, 1000), baseline: '10' }, { state: 'onTheWay', compared: '29.00' }],
    ['a rise', { reading: share(12, 100), baseline: '10', today: AFTER }, { state: 'missed', compared: '-20.00' }],
  ])('%s', (_what, evidence, expected) => {
    expect(stands(target, evidence)).toEqual(expected);
  });
});

test.each<[string, PlanTarget, Reading, string | undefined, string, string]>([
  ['five points more', aimed('percentagePoints', '>=', 5), enteredReading('percent', '86.5'), '81.5', 'met', '5.00'],
  [
    'four points more',
    aimed('percentagePoints', '>=', 5),
    enteredReading('percent', '85.5'),
    '81.5',
    'onTheWay',
    '4.00',
  ],
  ['all cleared', aimed('openProblems', '=', 0), count(0), undefined, 'met', '0'],
  ['one left', aimed('openProblems', '=', 0), count(1), undefined, 'onTheWay', '1'],
  ['1.5 times', aimed('timesPerInstitution', '>=', 1.5), enteredReading('times', '1.5'), undefined, 'met', '1.50'],
  [
    '1.49 times',
    aimed('timesPerInstitution', '>=', 1.5),
    enteredReading('times', '1.49'),
    undefined,
    'onTheWay',
    '1.49',
  ],
])('%s', (_what, target, reading, baseline, state, compared) => {
  expect(stands(target, { reading, baseline })).toEqual({ state, compared });
});

test('what is shown is cut, never rounded up to the aim', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 9n), (part, whole) => {
      const text = decimalText([part * 100n, whole]);
      expect(Number(text) * Number(whole)).toBeLessThanOrEqual(Number(part) * 100 + 1e-3 * Number(whole));
      expect(text).toMatch(/^\d+\.\d\d$/);
    }),
  );
  expect(readingText({ unit: 'fen', part: 10n ** 15n - 1n, whole: 1n })).toBe('999999999999999');
  expect(decimalText([-1n, 1000n])).toBe('0.00');
});

test('the first date is the aim, the second the last day; without either it is the campaign’s end', () => {
  const file = { start: '2023-03-14', end: '2023-12-31', phases: [] } as never;
  const [by, final] = [{ words: '11月底' }, { words: '12月底' }];
  const target = aimed('percent', '=', 100);
  expect(targetDays({ ...target, by, finally: final }, file)).toEqual({ aim: '2023-11-30', last: '2023-12-31' });
  expect(targetDays({ ...target, by }, file)).toEqual({ last: '2023-11-30' });
  expect(targetDays(target, file)).toEqual({ last: '2023-12-31' });
});

test.each([0, 1, 5, 13, 100, 400])('a trend of %i days has at most thirteen points, the last of them now', (days) => {
  const now = new Date(Date.parse('2023-01-01T04:00:00Z') + days * 86_400_000).toISOString() as never;
  const points = trendInstants('2023-01-01' as Day, now);
  expect(points.length).toBeLessThanOrEqual(13);
  expect(points.at(-1)).toBe(now);
  expect([...points]).toEqual([...points].sort());
  expect(points[0] && points[0] >= '2022-12-31T16:00:00Z').toBe(true);
});

test.each(INDICATORS)('%s says in both languages what it is and how it is counted', (id) => {
  const { name, definition } = indicatorOf(id);
  for (const { zh, en } of [name, definition]) expect([/[一-鿿]/.test(zh), /^[A-Z]/.test(en)]).toEqual([true, true]);
});

test('fines have no regional comparison', () => {
  const compared = INDICATORS.filter((id) => !indicatorOf(id).notCompared);
  expect(compared.filter((id) => id.includes('fine'))).toEqual([]);
  expect(Object.keys(WHYS)).toHaveLength(9);
});
