import { expect, test } from '@jest/globals';
import { refusal } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { lastDayOfMonth, monthsBetween, requireBindable, requireReason, volumeOwed } from './volume.js';

test('a month can be bound from its last day on, where something was held', () => {
  expect(['2024-02', '2023-02', '2023-12'].map(lastDayOfMonth)).toEqual(['2024-02-29', '2023-02-28', '2023-12-31']);
  const bind = (today: string, visits = 1) => refusal(() => requireBindable('2023-03', today as Day, visits));
  expect(['2023-03-30', '2023-03-31', '2023-04-01'].map((on) => bind(on))).toEqual([
    ...['volume.month-not-over', undefined, undefined],
  ]);
  expect(bind('2023-04-01', 0)).toBe('volume.empty');
});

test('a further edition says why', () => {
  expect(refusal(() => requireReason('2023-03', 0, undefined))).toBeUndefined();
  expect(refusal(() => requireReason('2023-03', 1, undefined))).toBe('volume.bound-already');
  expect(refusal(() => requireReason('2023-03', 1, '补充两份'))).toBeUndefined();
});

test('months go from the first day’s to the last day’s, over the turn of the year', () => {
  expect(monthsBetween('2023-11-30' as Day, '2024-01-01' as Day)).toEqual(['2023-11', '2023-12', '2024-01']);
  expect(monthsBetween('2023-11-30' as Day, '2023-11-01' as Day)).toEqual(['2023-11']);
});

test('a plan owes a volume where its own words say so, every month', () => {
  const report = (zh: string, cadence: object) =>
    volumeOwed({ reports: [{ name: { zh, en: 'x' }, cadence } as never] });
  expect(report('检查清单汇总', { monthly: 'lastDay', asGiven: '每月一册' })).toBe('检查清单汇总（每月一册）');
  expect(report('进度月报', { monthly: 'lastDay', asGiven: '每月' })).toBeUndefined();
  expect(report('装订成册', { halfYearly: true, asGiven: '每半年' })).toBeUndefined();
});
