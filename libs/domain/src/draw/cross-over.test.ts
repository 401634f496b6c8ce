import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Inspected, crossOver } from './cross-over.js';
import { draw } from './draw.js';
import { drawList } from './list.js';

const people = (prefix: string) => [1, 2].map((index) => ({ id: `${prefix}${index}`, name: `${prefix}${index}` }));
const EVERYTHING = [{ id: 'all', name: '全部', percent: 100 }];
const candidates = (count: number, areaOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => ({ id: `h${index}`, name: `第${index}院`, area: areaOf(index) }));

const first = drawList.parse({
  candidates: candidates(8, (index) => (index < 4 ? '东' : '西')),
  strata: EVERYTHING,
  teams: { count: 2, inspectors: 2, rotation: false },
  inspectors: [...people('a'), ...people('b')],
});
const batch = (count: number, areaOf: (index: number) => string) => {
  const list = drawList.parse({ candidates: candidates(count, areaOf), strata: EVERYTHING });
  return { list, result: draw(list, 'later', []) };
};
const groups = { list: first, teams: draw(first, 'first', []).teams };
const past = (number: number, units: readonly (readonly [string, string])[]): Inspected[] =>
  units.flatMap(([unit, area]) =>
    (groups.teams[number - 1]?.inspectors ?? []).map((person) => ({ person, unit, area })),
  );
const go = ({ list, result }: ReturnType<typeof batch>, been: readonly Inspected[]) =>
  new Map(crossOver(list, 'later', result, groups, been).drawn.map(({ id, team }) => [id, team]));

test('two groups change over: whoever was in the east goes to the west, and back again', () => {
  const later = batch(8, (index) => (index < 4 ? '东' : '西'));
  const crossed = go(later, [...past(1, [['x', '东']]), ...past(2, [['y', '西']])]);
  for (const [unit, team] of crossed) expect([unit, team]).toEqual([unit, Number(unit.slice(1)) < 4 ? 2 : 1]);
});

test('in one area, where all have been, no group is given an institution again', () => {
  const later = batch(6, () => '县');
  const been = [
    ...past(1, [
      ['h0', '县'],
      ['h1', '县'],
    ]),
    ...past(2, [['h2', '县']]),
  ];
  const crossed = go(later, been);
  expect([crossed.get('h0'), crossed.get('h1'), crossed.get('h2')]).toEqual([2, 2, 1]);
  expect([...crossed.values()]).not.toContain(0);
});

test('where every group has been in the institution itself, people decide', () => {
  const later = batch(1, () => '县');
  expect(go(later, [...past(1, [['h0', '县']]), ...past(2, [['h0', '县']])]).get('h0')).toBe(0);
});

test('nobody who was there goes again, whatever the lots; the same input gives the same groups', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 5 }))), (visits) => {
      const later = batch(6, (index) => `区${index % 3}`);
      const been = visits.flatMap(([team, index]) => past(team, [[`h${index}`, `区${index % 3}`]]));
      const crossed = go(later, been);
      expect(go(later, been)).toEqual(crossed);
      for (const [unit, number] of crossed) {
        const team = groups.teams.find((each) => each.number === number)?.inspectors ?? [];
        expect(been.some((each) => each.unit === unit && team.includes(each.person))).toBe(false);
      }
    }),
  );
});

test('a group that lost its people is given nothing, and the stored draw stays as it is', () => {
  const later = batch(4, () => '县');
  const before = JSON.stringify([later, groups]);
  const [one, two] = groups.teams;
  if (!one || !two) throw new Error('two groups');
  const left = { list: first, teams: [{ ...one, inspectors: one.inspectors.slice(1) }, two] };
  const crossed = crossOver(later.list, 'later', later.result, left, []);
  expect(new Set(crossed.drawn.map(({ team }) => team))).toEqual(new Set([2]));
  expect(JSON.stringify([later, groups])).toBe(before);
});
