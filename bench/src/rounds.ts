import { setTimeout as wait } from 'node:timers/promises';

/** What one round of a load showed. */
export interface Shown {
  readonly rate: number;
  readonly p95: number;
}

/** So many callers, each beginning again when it has its answer, for so many milliseconds. */
export async function load(
  callers: number,
  milliseconds: number,
  once: (caller: number) => Promise<unknown>,
): Promise<Shown> {
  const took: number[] = [];
  const began = performance.now();
  const caller = async (_: unknown, index: number) => {
    for (let now = performance.now(); now - began < milliseconds;) {
      await once(index);
      const then = now;
      now = performance.now();
      took.push(now - then);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { rate: (took.length * 1000) / (performance.now() - began), p95: percentile(took, 0.95) };
}

/**
 * Lets the contenders take turns, forwards and backwards, so that whatever else the machine does meets all of them.
 * The first turns of each warm it up and do not count.
 */
export async function alternate<Name extends string, Result>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<Result>>>,
  warmUp = 1,
): Promise<Readonly<Record<Name, Result>>[]> {
  const names = Object.keys(contenders) as Name[];
  const all: Record<Name, Result>[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const results = {} as Record<Name, Result>;
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      results[name] = await contenders[name]();
      await wait(100);
    }
    if (round >= warmUp) all.push(results);
  }
  return all;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/**
 * One line of the result: ours, what it is held against, and ours / limit round by round, or limit / ours where the measure
 * says how many times `faster` we are. All three are medians.
 */
export function report(
  measure: string,
  unit: string,
  rounds: readonly { readonly ours: number; readonly limit: number }[],
  as: 'share' | 'faster' = 'share',
): void {
  const value = median(rounds.map(({ ours }) => ours));
  const held = median(rounds.map(({ limit }) => limit));
  const ratio = median(rounds.map(({ ours, limit }) => (as === 'share' ? ours / limit : limit / ours)));
  console.log(JSON.stringify({ measure, value: brief(value), unit, limit: brief(held), ratio: brief(ratio) }));
}

/** Three digits say all that a measurement knows. */
const brief = (value: number): number => Number(value >= 1000 ? value.toFixed(0) : value.toPrecision(3));
