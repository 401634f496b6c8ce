import type { Instant } from '@fundguard/domain';
import { type SignalDefinition, condition, setHandler } from '@temporalio/workflow';
import type { Telling } from './messages.js';

/** A file as its workflow knows it: the newest facts that arrived, and waiting for newer ones. */
export interface Followed<Facts extends { readonly version: number }> {
  readonly now: Facts;
  /** The workflow's time, `clockOffset` included. */
  time(): Instant;
  /** Takes over facts an activity returned. */
  learn(facts: Facts): void;
  /** Waits until newer facts arrive or the instant is reached. True: the instant was reached first. */
  reaches(at: Instant | undefined): Promise<boolean>;
  /** Everything to start this workflow again with. */
  telling(): Telling<Facts>;
}

/** Follows a file by its signals. Handlers come before the first await: a message can arrive in the very first task. */
export function follow<Facts extends { readonly version: number }>(
  opening: Telling<Facts>,
  signals: readonly SignalDefinition<[Telling<Facts>]>[],
): Followed<Facts> {
  let { facts } = opening;
  const { clockOffset } = opening;
  const learn = (newer: Facts) => {
    if (newer.version > facts.version) facts = newer;
  };
  for (const signal of signals) setHandler(signal, (telling) => learn(telling.facts));

  const millis = () => Date.now() + clockOffset;
  return {
    get now() {
      return facts;
    },
    time: () => new Date(millis()).toISOString() as Instant,
    learn,
    async reaches(at) {
      const { version } = facts;
      const moved = () => facts.version > version;
      if (at === undefined) {
        await condition(moved);
        return false;
      }
      const left = Date.parse(at) - millis();
      return left <= 0 ? true : !(await condition(moved, left));
    },
    telling: () => ({ facts, clockOffset }),
  };
}
