import type { DrawResult } from './draw.js';
import type { Candidate, DrawList } from './list.js';
import { type Team, assign } from './teams.js';

/** Where somebody has inspected: a unit, and the area it lies in. */
export interface Inspected {
  readonly person: string;
  readonly unit: string;
  readonly area: string;
}

/** The groups of an earlier draw, as they stand, with what is known of their people. */
export interface Groups {
  readonly list: DrawList;
  readonly teams: readonly Team[];
}

const TWO = 2;
const WAS_THERE = '前一批次已检查，交叉执行';

/**
 * 交叉执行 (R-ORG-07): the groups of an earlier draw go on with what a later one drew, and change over. None is given a unit it has
 * inspected; nor an area it has been in, unless all of them have. Among the others it is as in any draw: fewest first, then the lot of
 * the later draw. What was declared and `rotation` hold as they did. Nothing of a stored draw changes by it.
 */
export function crossOver(
  { candidates }: Pick<DrawList, 'candidates'>,
  seed: string,
  { strata, drawn }: DrawResult,
  { list, teams: all }: Groups,
  past: readonly Inspected[],
): DrawResult {
  const teams = all.filter(({ inspectors }) => inspectors.length >= TWO);
  const byId = new Map(candidates.map((each) => [each.id, each]));
  const wanted = drawn.map(({ id }) => byId.get(id) as Candidate);
  const mayNot = barred(teams, past);
  const barredFrom = new Map(teams.map(({ number }) => [number, wanted.filter((each) => mayNot(each).has(number))]));
  // One of a team who stays away keeps all of it away.
  const inspectors = list.inspectors.map((each) => {
    const team = teams.find(({ inspectors: ids }) => ids[0] === each.id);
    const own = (team && barredFrom.get(team.number)) ?? [];
    return { ...each, avoids: [...each.avoids, ...own.map(({ id }) => ({ candidate: id, why: WAS_THERE }))] };
  });
  const assigned = assign({ ...list, inspectors }, seed, teams, wanted);
  return { strata, teams, drawn: drawn.map((each) => ({ ...each, team: assigned.get(each.id) ?? 0 })) };
}

/** By candidate, the numbers of the groups that are not to go there. */
function barred(teams: readonly Team[], past: readonly Inspected[]): (candidate: Candidate) => ReadonlySet<number> {
  const been = teams.map(({ number, inspectors, experts }) => {
    const people = new Set([...inspectors, ...experts]);
    const own = past.filter(({ person }) => people.has(person));
    return { number, units: new Set(own.map(({ unit }) => unit)), areas: new Set(own.map(({ area }) => area)) };
  });
  return ({ id, area }) => {
    const inArea = area === undefined ? [] : been.filter(({ areas }) => areas.has(area));
    const changedOver = inArea.length < been.length ? inArea : [];
    return new Set([...changedOver, ...been.filter(({ units }) => units.has(id))].map(({ number }) => number));
  };
}
