import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawList } from '../draw/list.js';
import { draw } from '../draw/draw.js';
import { HOSPITAL, REGION, context, person, refusalOf } from '../test-people.js';
import type { Day } from '../time/instant.js';
import { MEMBER_ACTS, type MemberDetails, listMember } from './acts.js';
import { type PoolMember, drawnAs, isUsable } from './member.js';

const keeper = context(person('coordinator'));
const EXPERT: MemberDetails = {
  ...{ kind: 'expert', name: '王某', specialties: ['药学', '药学'], employer: '市第一医院', from: '2023-01-01' },
};
const THIRD: MemberDetails = {
  ...{ kind: 'thirdParty', name: '李某', specialties: ['病历审核'], employer: '某保险公司', from: '2023-01-01' },
  ...{ until: '2023-12-31', contract: '大病保险 2023-1', scope: '住院病历抽审' },
};
const list = (given: MemberDetails, unitName?: string) =>
  listMember('m1', given, { region: REGION, unitName }, keeper).after;

test('who is listed has one employer: a registered unit by its own name, or words', () => {
  expect(list(EXPERT)).toMatchObject({ status: 'listed', employer: '市第一医院', specialties: ['药学'] });
  const { employer: _words, ...unemployed } = EXPERT;
  expect(list({ ...unemployed, unit: HOSPITAL }, '甲县人民医院')).toMatchObject({
    unit: HOSPITAL,
    employer: '甲县人民医院',
  });
  const refused = (given: MemberDetails) => {
    const { code, details } = refusalOf(() => list(given)) ?? {};
    return [code, details?.field];
  };
  expect(refused(unemployed)).toEqual(['pool.employer', 'employer']);
  expect(refused({ ...EXPERT, unit: HOSPITAL })).toEqual(['pool.employer', 'employer']);
  expect(refused({ ...unemployed, unit: HOSPITAL })).toEqual(['unit.unknown', 'unit']);
});

test.each<[string, Partial<MemberDetails>, string, string]>([
  ['without a number', { contract: undefined }, 'pool.contract', 'contract'],
  ['without its scope', { scope: undefined }, 'pool.contract', 'scope'],
  ['without an end', { until: undefined }, 'pool.contract', 'until'],
  ['that ends before it begins', { until: '2022-12-31' }, 'pool.days', 'until'],
])('a third party has no contract %s', (_what, more, code, field) => {
  const refused = refusalOf(() => list({ ...THIRD, ...more }));
  expect([refused?.code, refused?.details.field]).toEqual([code, field]);
  expect(list(THIRD)).toMatchObject({ contract: '大病保险 2023-1', scope: '住院病历抽审' });
});

test('only who keeps the pool changes it, and who was withdrawn stays withdrawn', () => {
  for (const role of ['leader', 'investigator', 'auditor'] as const)
    expect(
      refusalOf(() => listMember('m1', EXPERT, { region: REGION, unitName: undefined }, context(person(role))))?.code,
    ).toBe('permission.missing');
  const listed = list(EXPERT);
  const { after, kind } = MEMBER_ACTS.withdrawMember.decide(listed, { reason: '已退休' }, keeper);
  expect([kind, after]).toMatchObject([
    'memberWithdrawn',
    { status: 'withdrawn', withdrawnBecause: '已退休', version: 2 },
  ]);
  expect(refusalOf(() => MEMBER_ACTS.reviseMember.decide(after, EXPERT, keeper))?.code).toBe('pool.status');
  const revised = MEMBER_ACTS.reviseMember.decide(list(THIRD), EXPERT, keeper).after;
  expect([revised.kind, revised.contract, revised.until]).toEqual(['expert', undefined, undefined]);
});

test('somebody may be drawn from the first day of their term to its last', () => {
  const usable = (on: string, more: Partial<PoolMember> = {}) => isUsable({ ...list(THIRD), ...more }, on as Day);
  expect(['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((on) => usable(on))).toEqual([
    ...[false, true, true, false],
  ]);
  expect(usable('2023-06-01', { status: 'withdrawn' })).toBe(false);
});

test('whatever is drawn, nobody out of the pool inspects whom they work for', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const candidates = Array.from({ length: count }, (_, index) => ({
        id: `h${index}`,
        name: `第${index}医院`,
        marks: {},
      }));
      // One by the unit's number, one by its very name.
      const members = [
        { id: 'e0', name: '甲', unit: 'h0' as never, employer: '别名' },
        { id: 'e1', name: '乙', employer: '第1医院' },
      ];
      const given = drawList.parse({
        candidates,
        strata: [{ id: 'all', name: '全部', percent: 100 }],
        teams: { count: 2, inspectors: 2, experts: 1 },
        inspectors: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id })),
        experts: members.map((each) => drawnAs(each, candidates)),
      });
      const { teams, drawn } = draw(given, seed, []);
      const teamOf = (expert: string) => teams.find(({ experts }) => experts.includes(expert))?.number;
      expect(drawn.find(({ id }) => id === 'h0')?.team).not.toBe(teamOf('e0'));
      if (count > 1) expect(drawn.find(({ id }) => id === 'h1')?.team).not.toBe(teamOf('e1'));
    }),
  );
});

test('a conflict that was declared stays as it was said', () => {
  const candidates = [{ id: 'h0', name: '甲医院', marks: {} }];
  const declared = [{ candidate: 'h0', why: '配偶在该院任职' }];
  const drawn = drawnAs({ id: 'e', name: '甲', employer: '甲医院' }, candidates, declared);
  expect(drawn.avoids).toEqual(declared);
  expect(drawn.name).toBe('甲（甲医院）');
});
