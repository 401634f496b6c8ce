import type { Candidate, DrawList } from './list.js';
import { inLotOrder, listHash, seedOf } from './lot.js';
import { type Filled, select } from './select.js';
import { type Team, assign, replace, seat } from './teams.js';

/** 剔除、回避: somebody or something that was on the list and cannot take part after all, and why. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
}

export interface Drawn {
  readonly id: string;
  readonly stratum: string;
  /** 0 where no team may inspect it; absent where none were asked for. */
  readonly team?: number;
}

export interface DrawResult {
  readonly strata: readonly Filled[];
  readonly drawn: readonly Drawn[];
  readonly teams: readonly Team[];
}

/** The drum the candidates' lots lie in. */
const CANDIDATES = 'candidate';

/**
 * 双随机抽取: the same list, seed and exclusions give the same result on every machine. An exclusion changes as little as can
 * be: what took part before keeps its team, and the next lot steps in for what is gone.
 */
export function draw(list: DrawList, seed: string, exclusions: readonly Exclusion[]): DrawResult {
  const inOrder = inLotOrder(seed, CANDIDATES, list.candidates);
  const byId = new Map(list.candidates.map((each) => [each.id, each]));
  const excluded = new Set<string>();
  let filled = select(inOrder, list.strata, excluded);
  let teams = seat(list, seed);
  let assigned = assign(
    list,
    seed,
    teams,
    idsOf(filled).map((id) => byId.get(id) as Candidate),
  );
  for (const { id } of exclusions) {
    excluded.add(id);
    filled = select(inOrder, list.strata, excluded);
    const now = idsOf(filled);
    const kept = new Map(now.flatMap((each) => (assigned.has(each) ? [[each, assigned.get(each) as number]] : [])));
    teams = replace(list, seed, teams, kept, id, excluded);
    const joined = now.filter((each) => !kept.has(each)).map((each) => byId.get(each) as Candidate);
    assigned = assign(list, seed, teams, joined, kept);
  }
  const drawn = filled.flatMap(({ stratum, drawn: ids }) =>
    ids.map((id) => ({ id, stratum, ...(list.teams ? { team: assigned.get(id) ?? 0 } : {}) })),
  );
  return { strata: filled, drawn, teams };
}

/** From the secret and what the witness said. */
export const drawWith = (
  list: DrawList,
  secret: string,
  witness: { readonly name: string; readonly words: string },
  exclusions: readonly Exclusion[],
): DrawResult => draw(list, seedOf(secret, listHash(list), witness), exclusions);

const idsOf = (filled: readonly Filled[]): string[] => filled.flatMap(({ drawn }) => drawn);
