import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../money.js';
import { refusalOf } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { assessReward } from './assess.js';
import { rewardTable, rewardTablesFor } from './table.js';

const draft = { version: 1, effectiveFrom: '2023-01-01', source: '来源', article: '条款', certainty: 'own' };
const national = rewardTable.parse({
  ...draft,
  id: 'national',
  jurisdiction: '全国',
  region: '/',
  cap: '20000000',
  floor: '20000',
});
const local = (rate = 300, more: object = {}) =>
  rewardTable.parse({
    ...{ ...draft, id: 'city', jurisdiction: '示范市', region: '/990000/' },
    categories: [{ id: 'person', name: { zh: '公众', en: 'public' }, rate, certainty: 'own' }],
    ...more,
  });
const assess = (caseValue: bigint, table = local()) =>
  assessReward({ caseValue: fen(caseValue), category: 'person' }, { national, local: table });

const value = fc.bigInt(0n, 999_999_999_999_999n);
const rate = fc.integer({ min: 1, max: 10_000 });

test('a reward is never above the cap and never below the floor', () => {
  fc.assert(
    fc.property(value, rate, (caseValue, per) => {
      const { amount } = assess(caseValue, local(per));
      return amount <= 20_000_000n && amount >= 20_000n;
    }),
  );
});

test('what is worth more is never rewarded with less', () => {
  fc.assert(
    fc.property(value, value, rate, (one, other, per) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      return assess(less, local(per)).amount <= assess(more, local(per)).amount;
    }),
  );
});

test('between the bounds it is the share, half a fen rounded up, and each step is said', () => {
  const { amount, explanation, table } = assess(3_864_050n);
  expect([amount, table]).toEqual([115_922n, 'city@1']);
  expect(explanation.map(({ zh }) => zh)).toEqual([
    '案值 38,640.50 元 × 3%（公众）= 1,159.22 元',
    '奖励 1,159.22 元',
    '比例依据“来源”，须经当地确认',
  ]);
});

test('bounds are said where they apply; a region may be stricter, never freer', () => {
  expect(assess(100n).explanation[1]?.zh).toBe('不足下限，按 200.00 元（条款）');
  expect(assess(99_999_999_999n).explanation[1]?.zh).toBe('超过上限，按 200,000.00 元（条款）');
  expect(assess(99_999_999_999n, local(300, { cap: '10000000' })).amount).toBe(10_000_000n);
  expect(assess(99_999_999_999n, local(300, { cap: '90000000' })).amount).toBe(20_000_000n);
  expect(assess(1n, local(300, { floor: '100' })).amount).toBe(20_000n);
});

test('without a local table nothing is computed: no rate is made up', () => {
  const refused = refusalOf(() =>
    assessReward({ caseValue: fen(100n), category: 'person' }, { national, local: undefined }),
  );
  expect([refused?.code, refused?.details.article]).toEqual(['reward.no-local-table', '医保办发〔2022〕22号']);
});

test.each([
  ['the nearest region', '/990000/990001/', '2024-01-01', 'county'],
  ['the region above', '/990000/990002/', '2024-01-01', 'city'],
  ['another city', '/980000/', '2024-01-01', undefined],
  ['a county whose code begins alike', '/990000/990001/', '2022-12-31', undefined],
  ['the version in force on the day', '/990000/990002/', '2026-01-01', 'city-new'],
])('the table is of %s', (_what, region, on, id) => {
  const tables = [
    national,
    local(300, { effectiveUntil: '2025-12-31' }),
    local(200, { id: 'city-new', effectiveFrom: '2026-01-01' }),
    local(100, { id: 'county', region: '/990000/990001/' }),
  ];
  expect(rewardTablesFor(tables, region, on as Day).local?.id).toBe(id);
});

test.each([
  ['a national table without bounds', { region: '/' }],
  ['a local one without rates', { categories: [] }],
  ['a floor above the cap', { cap: '100', floor: '200' }],
])('%s is refused', (_what, more) => {
  expect(rewardTable.safeParse({ ...local(), ...more }).success).toBe(false);
});
