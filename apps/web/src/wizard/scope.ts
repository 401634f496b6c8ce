import { useState } from 'react';
import { draftKey, dropDraft, keepDraft, readDraft } from '../acts/draft';
import { useSession } from '../api/session';
import { grouped } from './grouped';

/** Who takes part and what the campaign is called: too much for an address, so it is kept in this browser. */
export interface Scope {
  readonly name: string;
  /** Undefined: every unit of the region that the plan takes in. */
  readonly units: readonly string[] | undefined;
  readonly pasted: string;
  /** Standing rules to carry on. */
  readonly rules: readonly string[];
}

const NOTHING: Scope = { name: '', units: undefined, pasted: '', rules: [] };

/** The scope of one plan in one region; another region has other units. */
export function useScope(plan: string, region: string) {
  const { account } = useSession().person;
  const key = draftKey(account, 'draftCampaign', `${plan}${region}`);
  const [held, setHeld] = useState<{ key: string; scope: Scope }>();
  const scope: Scope = held?.key === key ? held.scope : { ...NOTHING, ...readDraft(key) };
  const changeScope = (part: Partial<Scope>) => {
    const next = { ...scope, ...part };
    keepDraft(key, next);
    setHeld({ key, scope: next });
  };
  return { scope, changeScope, dropScope: () => dropDraft(key) };
}

/** What somebody pasted, as names: one a line, or separated as lists are. */
export const namesIn = (pasted: string): string[] => [
  ...new Set(
    pasted
      .split(/[\n\r\t,，、;；]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Matched {
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** Several units have this name. */
  readonly ambiguous: readonly string[];
}

export function match(names: readonly string[], units: readonly Named[]): Matched {
  const byName = grouped(units, ({ name }) => name);
  const withCount = (is: (count: number) => boolean) => names.filter((name) => is(byName.get(name)?.length ?? 0));
  return {
    found: withCount((count) => count === 1).flatMap((name) => byName.get(name)?.map(({ id }) => id) ?? []),
    missing: withCount((count) => count === 0),
    ambiguous: withCount((count) => count > 1),
  };
}
