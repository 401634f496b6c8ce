import type { Schemas } from '@fundguard/client';
import { toFen } from '../parts/money';
import type { PastedCandidate } from './pasted';

export type Preparation = Schemas['DrawPreparation'];

interface ConditionFields {
  readonly mark?: string;
  readonly words?: readonly string[];
  readonly above?: string;
  readonly below?: string;
}
export interface StratumFields {
  readonly name: string;
  readonly who?: readonly ConditionFields[];
  readonly atLeast?: number | null;
  readonly percent?: number | null;
  readonly takeAll?: boolean;
}

/** What the form holds. */
export interface DrawFields {
  readonly name: string;
  readonly strata: readonly StratumFields[];
  readonly hasTeams?: boolean;
  readonly teams?: NonNullable<Preparation['teams']>;
  readonly inspectors?: readonly string[];
  readonly poolMembers?: readonly string[];
  readonly experts?: string;
  readonly avoided?: readonly { readonly person?: string; readonly candidate?: string; readonly why?: string }[];
}

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

/** What is sent: amounts in fen, experts one a line, conflicts with the person they belong to. */
export function preparationOf(
  campaign: string,
  { name, strata, hasTeams, teams, inspectors = [], poolMembers = [], experts = '', avoided = [] }: DrawFields,
  candidates: readonly PastedCandidate[] | undefined,
  colleagues: readonly Colleague[],
): Preparation {
  const avoids = (person: string) =>
    avoided.flatMap(({ person: who, candidate, why }) =>
      who === person && candidate && why ? [{ candidate, why }] : [],
    );
  const own = colleagues.filter(({ id }) => inspectors.includes(id));
  return {
    campaign,
    name,
    ...(candidates ? { candidates: [...candidates] } : {}),
    strata: strata.map(stratumOf),
    ...(hasTeams && teams ? { teams } : {}),
    inspectors: hasTeams
      ? own.map((each) => ({ id: each.id, name: each.name, area: each.region, avoids: avoids(each.id) }))
      : [],
    experts: hasTeams ? expertsIn(experts).map((each) => ({ id: each, name: each, avoids: avoids(each) })) : [],
    poolMembers: hasTeams ? poolMembers.map((member) => ({ member, avoids: avoids(member) })) : [],
  };
}

export const expertsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

function stratumOf(
  { name, who = [], atLeast, percent, takeAll }: StratumFields,
  index: number,
): Preparation['strata'][number] {
  return {
    id: `stratum-${index + 1}`,
    name,
    who: Object.fromEntries(who.flatMap((each) => (each.mark ? [[each.mark, wantedOf(each)]] : []))),
    ...(atLeast ? { atLeast } : {}),
    ...(percent ? { percent } : {}),
    takeAll: takeAll ?? false,
  };
}

function wantedOf({ words = [], above, below }: ConditionFields) {
  if (words.length > 0) return [...words];
  return {
    ...(above ? { above: Number(toFen(above) ?? NaN) } : {}),
    ...(below ? { below: Number(toFen(below) ?? NaN) } : {}),
  };
}
