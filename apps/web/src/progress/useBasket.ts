import { useState } from 'react';

export interface Basket {
  readonly units: ReadonlySet<string>;
  readonly toggle: (unit: string) => void;
  readonly add: (units: readonly string[]) => void;
  readonly empty: () => void;
}

/** 催办篮: the units to be chased, kept while this tab lives. */
export function useBasket(campaign: string): Basket {
  const key = `fundguard.basket.${campaign}`;
  const [units, setUnits] = useState<ReadonlySet<string>>(
    () => new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]),
  );
  const keep = (chosen: readonly string[]) => {
    sessionStorage.setItem(key, JSON.stringify(chosen));
    setUnits(new Set(chosen));
  };
  return {
    units,
    toggle: (unit) => keep(units.has(unit) ? [...units].filter((each) => each !== unit) : [...units, unit]),
    add: (more) => keep([...new Set([...units, ...more])]),
    empty: () => keep([]),
  };
}
