import { useState } from 'react';

export interface Basket {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (one: string) => void;
  readonly add: (more: readonly string[]) => void;
  readonly empty: () => void;
}

/** What was chosen on the map, kept while this tab lives: units to be chased, reports to be accepted. */
export function useBasket(name: string): Basket {
  const key = `fundguard.${name}`;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]),
  );
  const keep = (kept: readonly string[]) => {
    sessionStorage.setItem(key, JSON.stringify(kept));
    setChosen(new Set(kept));
  };
  return {
    chosen,
    toggle: (one) => keep(chosen.has(one) ? [...chosen].filter((each) => each !== one) : [...chosen, one]),
    add: (more) => keep([...new Set([...chosen, ...more])]),
    empty: () => keep([]),
  };
}
