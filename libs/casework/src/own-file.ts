import { type Context, type RegionPath, requireOwn } from '@fundguard/domain';
import { type OwnRecord, type Tx, commandThatRan, eventsOf, recordOwn } from '@fundguard/persistence';
import type { ByPerson } from './campaign/beside.js';
import { type Answer, contextOf, earlierAnswer, fingerprint, refuseStale, signature, transact } from './command.js';
import type { Platform } from './platform.js';

type Table = Parameters<typeof recordOwn>[1];

interface Act {
  readonly table: Table;
  readonly act: string;
  readonly id: string;
  readonly payload: unknown;
}

interface Outcome {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly after: { readonly region: RegionPath; readonly version: number; readonly status: string };
}
export interface Decided {
  readonly outcome: Outcome;
  readonly before: Pick<OwnRecord, 'seq' | 'head'>;
}

/** An act on what keeps a record of its own, and the entry on that record, in one transaction; sent twice it acts once. */
export function actOnOwnFile(
  platform: Platform,
  command: ByPerson,
  { table, act, id, payload }: Act,
  work: (tx: Tx, context: Context) => Promise<Decided>,
): Promise<Answer> {
  requireOwn(command.actor);
  const print = fingerprint(command.actor, act, id, payload);
  return transact(platform, command.actor.region, async (tx, calendar) => {
    const earlier = earlierAnswer(await commandThatRan(tx, command.id), print);
    if (earlier) return earlier;
    const context = await contextOf(platform, calendar, command, undefined);
    const { outcome, before } = await work(tx, context);
    const { region, version, status } = outcome.after;
    const answer: Answer = { id, version, status, events: [outcome.kind] };
    await recordOwn(
      tx,
      table,
      { id, region, ...before },
      {
        ...{ kind: outcome.kind, data: outcome.data, actor: signature(command.actor), at: context.now },
        ...{ command: command.id, ran: { fingerprint: print, answer } },
      },
    );
    return answer;
  });
}

/** Refuses what was decided on an older version, and says what changed since. */
export const refuseOld = (
  tx: Tx,
  { expected }: ByPerson,
  { id, version, status, seq }: { id: string; version: number; status: string; seq: number },
): Promise<void> => refuseStale(expected, version, { status }, (seen) => eventsOf(tx, id, seen, seq));
