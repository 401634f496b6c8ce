import { Refusal } from '../refusal.js';
import type { Candidate, DrawList, Inspector } from './list.js';
import { hashOf, inLotOrder } from './lot.js';

/** 检查组, as it stands; a seat that could not be filled again is missing. */
export interface Team {
  readonly number: number;
  readonly inspectors: readonly string[];
  readonly experts: readonly string[];
}

type Pool = 'inspectors' | 'experts';
export const POOLS: readonly Pool[] = ['inspectors', 'experts'];
/** The drums the people's lots lie in. */
const DRUM = { inspectors: 'inspector', experts: 'expert' } as const;

export function refuseTooFewPeople(list: DrawList): void {
  const { teams } = list;
  if (!teams) return;
  for (const pool of POOLS) {
    const wanted = teams.count * teams[pool];
    if (list[pool].length >= wanted) continue;
    const what = { inspectors: { zh: '检查人员', en: 'inspectors' }, experts: { zh: '专家', en: 'experts' } }[pool];
    throw new Refusal(
      'invalid',
      'draw.too-few-people',
      {
        zh: `${teams.count} 个检查组共需${what.zh} ${wanted} 名，名单中只有 ${list[pool].length} 名`,
        en: `${teams.count} teams need ${wanted} ${what.en}, and the list has ${list[pool].length}`,
      },
      { field: pool },
    );
  }
}

/** The first lots sit in team 1, the next in team 2, and so on. */
export function seat(list: DrawList, seed: string): readonly Team[] {
  const { teams } = list;
  if (!teams) return [];
  const inOrder = {
    inspectors: inLotOrder(seed, DRUM.inspectors, list.inspectors),
    experts: inLotOrder(seed, DRUM.experts, list.experts),
  };
  const seats = (pool: Pool, index: number) =>
    inOrder[pool].slice(index * teams[pool], (index + 1) * teams[pool]).map(({ id }) => id);
  return Array.from({ length: teams.count }, (_, index) => ({
    number: index + 1,
    inspectors: seats('inspectors', index),
    experts: seats('experts', index),
  }));
}

/** Which team inspects what was drawn; 0 where every team has somebody who may not. */
export type Assignments = ReadonlyMap<string, number>;

/**
 * Each candidate in the order it was drawn goes to the team with the fewest so far of those whose people may all inspect it;
 * among equals the lot decides.
 */
export function assign(
  list: DrawList,
  seed: string,
  teams: readonly Team[],
  drawn: readonly Candidate[],
  before: Assignments = new Map(),
): Assignments {
  const assigned = new Map(before);
  if (teams.length === 0) return assigned;
  const load = new Map(teams.map(({ number }) => [number, 0]));
  for (const number of before.values()) load.set(number, (load.get(number) ?? 0) + 1);
  const mayNot = hindrances(list);
  const hindered = teams.map((team) => ({ number: team.number, mayNot: mayNot(peopleOf(team)) }));
  for (const candidate of drawn) {
    let least = Infinity;
    let equals: number[] = [];
    for (const team of hindered) {
      const given = load.get(team.number) ?? 0;
      if (given > least || team.mayNot(candidate)) continue;
      if (given < least) equals = [];
      least = given;
      equals.push(team.number);
    }
    const number = equals[lotAmong(seed, candidate.id, equals.length)] ?? 0;
    assigned.set(candidate.id, number);
    if (number) load.set(number, least + 1);
  }
  return assigned;
}

const DIGITS = 12;
/** The first twelve digits of the candidate's lot in drum `team`, as a number, modulo how many there are. */
const lotAmong = (seed: string, candidate: string, count: number): number =>
  count < 2 ? 0 : Number.parseInt(hashOf(seed, 'team', candidate).slice(0, DIGITS), 16) % count;

/** 回避后补位: the seat goes to the next lot of the pool that sits nowhere and may inspect all that the team has been given. */
export function replace(
  list: DrawList,
  seed: string,
  teams: readonly Team[],
  assigned: Assignments,
  gone: string,
  excluded: ReadonlySet<string>,
): readonly Team[] {
  const pool = POOLS.find((each) => teams.some((team) => team[each].includes(gone)));
  const team = pool && teams.find((each) => each[pool].includes(gone));
  if (!team || !pool) return teams;
  const seated = new Set(teams.flatMap(peopleOf));
  const mayNot = hindrances(list);
  const given = list.candidates.filter(({ id }) => assigned.get(id) === team.number);
  const next = inLotOrder(seed, DRUM[pool], list[pool]).find(
    ({ id }) => !seated.has(id) && !excluded.has(id) && !given.some(mayNot([id])),
  );
  const seats = team[pool].flatMap((id) => (id === gone ? (next ? [next.id] : []) : [id]));
  return teams.map((each) => (each === team ? { ...each, [pool]: seats } : each));
}

/** Whether one of these people may not inspect a candidate: a conflict of interest they declared, or their own area. */
function hindrances({ teams, inspectors, experts }: DrawList) {
  const known = new Map<string, Inspector>([...inspectors, ...experts].map((each) => [each.id, each]));
  return (people: readonly string[]) => {
    const those = people.flatMap((id) => known.get(id) ?? []);
    const avoided = new Set(those.flatMap(({ avoids }) => avoids.map((each) => each.candidate)));
    const areas = new Set(teams?.rotation ? those.flatMap(({ area }) => area ?? []) : []);
    return ({ id, area }: Candidate): boolean => avoided.has(id) || (area !== undefined && areas.has(area));
  };
}

const peopleOf = ({ inspectors, experts }: Team): readonly string[] => [...inspectors, ...experts];
