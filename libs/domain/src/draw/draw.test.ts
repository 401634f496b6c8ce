import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../test-people.js';
import { draw } from './draw.js';
import { type DrawList, drawList } from './list.js';
import { commitmentOf, listHash, seedOf } from './lot.js';
import { refuseShort } from './select.js';
import { refuseTooFewPeople } from './teams.js';

const SEED = 'f'.repeat(64);
const listOf = (given: object): DrawList => drawList.parse(given);
const many = (count: number, prefix: string, more: (index: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, name: `${prefix}${index}`, ...more(index) }));
const institutions = (count: number, prefix: string, type: string) => many(count, prefix, () => ({ marks: { type } }));
const marksOf = (list: DrawList, ids: readonly string[], mark: string) =>
  ids.map((id) => list.candidates.find((each) => each.id === id)?.marks[mark]);

describe('the quotas of the plans', () => {
  test('at least 5 % of all, and at least 6 medical institutions and 20 pharmacies: both hold', () => {
    const list = listOf({
      candidates: [...institutions(300, 'h', 'hospital'), ...institutions(400, 'p', 'pharmacy')],
      strata: [
        { id: 'medical', name: '医疗机构', who: { type: ['hospital'] }, atLeast: 6 },
        { id: 'pharmacy', name: '零售药店', who: { type: ['pharmacy'] }, atLeast: 20 },
        { id: 'all', name: '总数的5%', percent: 5 },
      ],
    });
    const { strata, drawn } = draw(list, SEED, []);
    expect(strata.map(({ drawn: ids }) => ids.length)).toEqual([6, 20, 9]);
    expect(drawn).toHaveLength(35);
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(35);
  });

  test('50, 30 and 25 % of three kinds, each rounded up', () => {
    const list = listOf({
      candidates: [
        ...institutions(7, 'a', 'level2'),
        ...institutions(11, 'b', 'grassroots'),
        ...institutions(13, 'c', 'pharmacy'),
      ],
      strata: [
        { id: 'level2', name: '二级及以上', who: { type: ['level2', 'level3'] }, percent: 50 },
        { id: 'grassroots', name: '基层', who: { type: ['grassroots'] }, percent: 30 },
        { id: 'pharmacy', name: '药店', who: { type: ['pharmacy'] }, percent: 25 },
      ],
    });
    expect(draw(list, SEED, []).strata.map(({ drawn }) => drawn.length)).toEqual([4, 4, 4]);
  });

  test('5 in-patients, and 20 discharged of which 10 above 1,500 and 10 below 800 yuan', () => {
    const list = listOf({
      candidates: [
        ...many(9, 'i', () => ({ marks: { kind: '在院' } })),
        ...many(60, 'd', (index) => ({ marks: { kind: '出院', cost: index * 5_000 } })),
      ],
      strata: [
        { id: 'in', name: '在院病人', who: { kind: ['在院'] }, atLeast: 5 },
        { id: 'dear', name: '1500元以上', who: { kind: ['出院'], cost: { above: 150_000 } }, atLeast: 10 },
        { id: 'cheap', name: '800元以下', who: { kind: ['出院'], cost: { below: 80_000 } }, atLeast: 10 },
        { id: 'out', name: '出院者', who: { kind: ['出院'] }, atLeast: 20 },
      ],
    });
    const { strata } = draw(list, SEED, []);
    expect(strata.map(({ drawn }) => drawn.length)).toEqual([5, 10, 10, 0]);
    expect(marksOf(list, strata[1]?.drawn ?? [], 'cost').every((cost) => Number(cost) > 150_000)).toBe(true);
    expect(marksOf(list, strata[2]?.drawn ?? [], 'cost').every((cost) => Number(cost) < 80_000)).toBe(true);
  });

  test('an amount exactly at the bound is neither above nor below it', () => {
    const list = listOf({
      candidates: many(1, 'd', () => ({ marks: { cost: 150_000 } })),
      strata: [{ id: 'dear', name: '1500元以上', who: { cost: { above: 150_000 } }, atLeast: 1 }],
    });
    expect(refusal(() => refuseShort(list.candidates, list.strata))).toBe('draw.stratum-empty');
  });
});

describe('too few', () => {
  const wanting = (more: object) =>
    listOf({ candidates: institutions(3, 'h', 'hospital'), strata: [{ id: 's', name: '层', atLeast: 5, ...more }] });

  test('fewer candidates than the quota are refused, unless all are to be taken', () => {
    const list = wanting({});
    expect(refusal(() => refuseShort(list.candidates, list.strata))).toBe('draw.too-few-candidates');
    const all = wanting({ takeAll: true });
    refuseShort(all.candidates, all.strata);
    expect(draw(all, SEED, []).drawn).toHaveLength(3);
  });

  test('an empty stratum is refused, unless nobody need be there', () => {
    const list = wanting({ who: { type: ['clinic'] } });
    expect(refusal(() => refuseShort(list.candidates, list.strata))).toBe('draw.stratum-empty');
    const all = wanting({ who: { type: ['clinic'] }, takeAll: true });
    refuseShort(all.candidates, all.strata);
    expect(draw(all, SEED, []).strata).toMatchObject([{ fitting: 0, wanted: 0, drawn: [] }]);
  });

  test('teams want people enough', () => {
    const teams = { count: 2, inspectors: 3, experts: 2 };
    const list = (inspectors: number, experts: number) =>
      listOf({
        candidates: institutions(4, 'h', 'hospital'),
        strata: [{ id: 'all', name: '全部', percent: 100 }],
        teams,
        inspectors: many(inspectors, 'i'),
        experts: many(experts, 'e'),
      });
    expect(refusal(() => refuseTooFewPeople(list(5, 4)))).toBe('draw.too-few-people');
    expect(refusal(() => refuseTooFewPeople(list(6, 3)))).toBe('draw.too-few-people');
    refuseTooFewPeople(list(6, 4));
  });
});

const AREAS = ['甲', '乙', '丙'];
const people = (count: number, prefix: string) => many(count, prefix, (index) => ({ area: AREAS[index % 3] }));
const withTeams = (rotation: boolean) =>
  listOf({
    candidates: many(40, 'h', (index) => ({ area: AREAS[index % 3], marks: { type: 'hospital' } })),
    strata: [{ id: 'all', name: '全部医院', who: { type: ['hospital'] }, atLeast: 12 }],
    teams: { count: 4, inspectors: 2, experts: 1, rotation },
    inspectors: [
      ...people(11, 'i'),
      { id: 'kin', name: '有亲属', avoids: many(40, 'h').map(({ id }) => ({ candidate: id, why: '近亲属' })) },
    ],
    experts: people(9, 'e'),
  });

describe('who inspects', () => {
  test('nobody inspects in their own area, nor where they have a conflict of interest', () => {
    for (const seed of ['0', '1', '2', '3', '4', '5'].map((each) => each.repeat(64))) {
      const list = withTeams(true);
      const { drawn, teams } = draw(list, seed, []);
      for (const { id, team } of drawn.filter((each) => each.team)) {
        const { inspectors, experts } = teams[(team ?? 0) - 1] ?? { inspectors: [], experts: [] };
        const area = list.candidates.find((each) => each.id === id)?.area;
        expect(
          [...inspectors, ...experts].map(
            (each) => [...list.inspectors, ...list.experts].find((one) => one.id === each)?.area,
          ),
        ).not.toContain(area);
        expect(inspectors).not.toContain('kin');
      }
    }
  });

  test('the work is shared evenly where everybody may inspect everything', () => {
    const { inspectors, ...list } = withTeams(false);
    const { drawn } = draw({ ...list, inspectors: inspectors.filter(({ id }) => id !== 'kin') }, SEED, []);
    expect([1, 2, 3, 4].map((number) => drawn.filter(({ team }) => team === number).length)).toEqual([3, 3, 3, 3]);
  });

  test('what no team may inspect is named, not given to somebody who may not', () => {
    const list = listOf({
      candidates: [{ id: 'h', name: '县医院', area: '甲' }],
      strata: [{ id: 'all', name: '全部', percent: 100 }],
      teams: { count: 1, inspectors: 2 },
      inspectors: [
        { id: 'a', name: '甲一', area: '甲' },
        { id: 'b', name: '乙一', area: '乙' },
      ],
    });
    expect(draw(list, SEED, []).drawn).toEqual([{ id: 'h', stratum: 'all', team: 0 }]);
  });
});

describe('what is excluded', () => {
  test('the next lot of its stratum steps in, and everybody else keeps their team', () => {
    const list = withTeams(false);
    const before = draw(list, SEED, []);
    const [gone] = before.drawn;
    const after = draw(list, SEED, [{ id: gone?.id ?? '', reason: '停业' }]);
    expect(after.drawn).toHaveLength(before.drawn.length);
    expect(after.drawn.filter(({ id }) => before.drawn.some((each) => each.id === id))).toEqual(before.drawn.slice(1));
  });

  test('a person who must stand back is replaced by the next lot of the pool', () => {
    const list = withTeams(false);
    const before = draw(list, SEED, []);
    const [gone = ''] = before.teams[1]?.inspectors ?? [];
    const after = draw(list, SEED, [{ id: gone, reason: '回避' }]);
    expect(after.teams[1]?.inspectors).toHaveLength(2);
    expect(after.teams.flatMap(({ inspectors }) => inspectors)).not.toContain(gone);
    expect(after.drawn).toEqual(before.drawn);
    expect(after.teams.filter(({ number }) => number !== 2)).toEqual(before.teams.filter(({ number }) => number !== 2));
  });

  test('when the pool is empty the seat stays empty', () => {
    const list = listOf({
      candidates: institutions(2, 'h', 'hospital'),
      strata: [{ id: 'all', name: '全部', percent: 100 }],
      teams: { count: 1, inspectors: 2 },
      inspectors: many(2, 'i'),
    });
    expect(draw(list, SEED, [{ id: 'i0', reason: '回避' }]).teams).toEqual([
      { number: 1, inspectors: ['i1'], experts: [] },
    ]);
  });
});

const anyList = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    atLeast: fc.integer({ min: 1, max: count }),
    order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
  }),
);

test('whatever the order of the list, its hash and the draw are the same', () => {
  fc.assert(
    fc.property(anyList, fc.string({ minLength: 1 }), ({ count, atLeast, order }, seed) => {
      const candidates = institutions(count, 'h', 'hospital');
      const strata = [{ id: 'all', name: '全部', atLeast }];
      const [one, other] = [
        listOf({ candidates, strata }),
        listOf({ candidates: order.map((at) => candidates[at]), strata }),
      ];
      expect(listHash(one)).toBe(listHash(other));
      expect(draw(one, seed, [])).toEqual(draw(other, seed, []));
      expect(draw(one, seed, []).drawn).toHaveLength(atLeast);
    }),
  );
});

test('every candidate is drawn about as often as any other', () => {
  const list = listOf({ candidates: institutions(10, 'h', 'hospital'), strata: [{ id: 's', name: '层', atLeast: 3 }] });
  const times = new Map<string, number>();
  const DRAWS = 4_000;
  for (let at = 0; at < DRAWS; at += 1)
    for (const { id } of draw(list, `seed ${at}`, []).drawn) times.set(id, (times.get(id) ?? 0) + 1);
  // Chi square with nine degrees of freedom: 27.9 is passed once in a thousand fair drums, and these seeds are fixed.
  const expected = (DRAWS * 3) / 10;
  const chiSquare = list.candidates.reduce((sum, { id }) => sum + ((times.get(id) ?? 0) - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(27.9);
});

const PUBLISHED = {
  list: '298acc13abb63cce2665c1092f533526ff1697b04606f10703dacf83df782c6c',
  commitment: '60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55',
  seed: '6979f180700f082d234ab033acf67db3cb015a5747bb137a46fa1bfc46b45d82',
  drawn: ['C', 'B'],
};

/** The worked example of docs/draw.md, whose figures were computed by another program in another language. */
test('the published example comes out as it is printed', () => {
  const list = listOf({
    candidates: [
      { id: 'A', name: '甲医院' },
      { id: 'B', name: '乙医院' },
      { id: 'C', name: '丙医院' },
    ],
    strata: [{ id: 'all', name: '全部', atLeast: 2 }],
  });
  const secret = '00'.repeat(32);
  const seed = seedOf(secret, listHash(list), { name: '王某', words: '0357' });
  expect({
    list: listHash(list),
    commitment: commitmentOf(secret),
    seed,
    drawn: draw(list, seed, []).drawn.map(({ id }) => id),
  }).toEqual(PUBLISHED);
});
