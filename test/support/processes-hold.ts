import { expect } from '@jest/globals';
import { eventually } from './eventually.js';
import type { Installation } from './processes.js';

/** The moment of a transaction at which it is held. */
export type Moment = 'statement' | 'commit';

export interface Hold {
  /** So many transactions stand at their moment. */
  untilHeld(count: number): Promise<void>;
  release(): Promise<void>;
}

export interface Held {
  readonly table: string;
  readonly on: 'insert' | 'update';
  readonly moment: Moment;
  /** Which rows: a condition on `new`. */
  readonly when: string;
}

/**
 * Holds transactions of the product in the middle of a statement, or in the middle of their commit: a program that is
 * killed while PostgreSQL works on its commit has done something, and never hears so. Whoever is killed in the middle of
 * a statement has done nothing.
 */
export async function hold({ owner }: Installation, holds: readonly Held[]): Promise<Hold> {
  const session = await owner.connect();
  await session.query(`select pg_advisory_lock(hashtext('fault'))`);
  await session.query(`create or replace function wait_for_fault() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(hashtext('fault')); return new; end $$`);
  for (const [index, { table, on, moment, when }] of holds.entries()) {
    const kind = moment === 'commit' ? 'constraint trigger' : 'trigger';
    const time = moment === 'commit' ? 'after' : 'before';
    const deferred = moment === 'commit' ? 'deferrable initially deferred' : '';
    await session.query(`create ${kind} fault_${index} ${time} ${on} on ${table} ${deferred}
      for each row when (${when}) execute function wait_for_fault()`);
  }
  return {
    untilHeld: (count) =>
      eventually(async () => {
        const { rows } = await owner.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`);
        expect(rows).toHaveLength(count);
      }, 300),
    async release() {
      await session.query(`select pg_advisory_unlock(hashtext('fault'))`);
      for (const [index, { table }] of holds.entries()) await session.query(`drop trigger fault_${index} on ${table}`);
      session.release();
    },
  };
}
