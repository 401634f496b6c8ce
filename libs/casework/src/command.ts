import { createHash } from 'node:crypto';
import {
  type Actor,
  type Context,
  type Instant,
  type Person,
  Refusal,
  type RegionPath,
  type WorkingCalendar,
  dayOf,
  instant,
  requireInScope,
  selvesOf,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type RecordedEvent,
  type Tx,
  actingPairs,
  isWorthRepeating,
  toJson,
  violatedConstraint,
} from '@fundguard/persistence';
import type { Platform } from './platform.js';

/** Somebody wants something done, once. */
export interface Command {
  /** The idempotency key: a second run with the same id answers as the first did. */
  readonly id: string;
  readonly actor: Actor;
  /** The version of the file the person saw. */
  readonly expected?: number;
  /** For the clock: the workflow's time, and the instant that was due. */
  readonly timer?: { readonly at: Instant; readonly due: Instant };
}

/** What a command answers; the same again when it is sent twice. */
export interface Answer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly events: readonly string[];
}

export const fingerprint = (actor: Actor, act: string, file: string, payload: unknown): string =>
  createHash('sha256')
    .update(toJson([...whoActs(actor), act, file, payload]))
    .digest('hex');

/** Whoever acts for another is, for a key that was used before, somebody else than in their own name. */
const whoActs = (actor: Actor): string[] =>
  actor.kind === 'machine' ? [actor.name] : [actor.account, ...(actor.actingFor ? [actor.actingFor.account] : [])];

/** The id of what the machine does: the same work always has the same id, so doing it twice is harmless. */
export function machineCommandId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** How often a transaction that PostgreSQL ended for a deadlock is run again. */
const REPEATS = 3;

/** A row of that id is there: what the command makes has the command's own id. */
const isTaken = (error: unknown): boolean => violatedConstraint(error)?.endsWith('_pkey') ?? false;

/**
 * Runs a command in its transaction. The calendar is looked up before it begins: a transaction that asks the pool for a
 * second connection waits for ever once all of them do.
 *
 * Two runs of one command at once: the loser waited for the winner, and is refused because of what the winner did, or
 * finds its place taken. It starts over and finds the winner's answer; whoever was refused for good is refused again.
 */
export async function transact<T>(
  { db, calendars }: Platform,
  region: RegionPath,
  work: (tx: Tx, calendar: WorkingCalendar) => Promise<T>,
): Promise<T> {
  const calendar = await calendars.current();
  const run = () => db.within(region, (tx) => work(tx, calendar));
  for (let left = REPEATS; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Refusal || isTaken(error)) return run();
      if (left === 0 || !isWorthRepeating(error)) throw error;
    }
  }
}

/** People act within their region; the machine serves every one. */
export const regionOf = (actor: Actor): RegionPath => (actor.kind === 'person' ? actor.region : EVERYWHERE);

/** The answer of a command that ran before, or a refusal when its key was used for something else. */
export function earlierAnswer(
  ran: { readonly fingerprint: string; readonly answer: unknown } | null | undefined,
  now: string,
): Answer | undefined {
  if (!ran) return undefined;
  if (ran.fingerprint === now) return ran.answer as Answer;
  throw new Refusal('invalid', 'idempotency.key-reused', {
    zh: '该幂等键已用于另一请求',
    en: 'this idempotency key was used for a different request',
  });
}

/** Refuses what was decided on an older version, and shows what stands and what changed since. */
export async function refuseStale(
  expected: number | undefined,
  version: number,
  standing: object,
  changedSince: (expected: number) => Promise<readonly RecordedEvent[]>,
): Promise<void> {
  if (expected === undefined || expected === version) return;
  const changes = changesOf(await changedSince(expected));
  throw new Refusal(
    'conflict',
    'version.stale',
    { zh: `内容已更新至第 ${version} 版，请刷新后再试`, en: `this changed meanwhile: it is at version ${version}` },
    { standing: { version, ...standing, changes } },
  );
}

/** How many of the changes since then are shown to whoever saw an older version. */
export const CHANGES_SHOWN = 50;

/** What is said of events to whoever had an older version before them. */
export const changesOf = (events: readonly RecordedEvent[]) =>
  events.map(({ kind, at, actor }) => ({ kind, at: instant(at), by: actor.name }));

/** What is kept of an actor on the record; of a deputy also for whom they acted. */
export function signature(actor: Actor): Actor {
  if (actor.kind === 'machine') return actor;
  const { account, name, region, actingFor } = actor;
  return {
    ...{ kind: 'person', account, name, region },
    ...(actingFor ? { actingFor: { account: actingFor.account, name: actingFor.name } } : {}),
  } as Person;
}

/** The file a command is about, as far as it decides whose business it is. */
interface About {
  readonly id: string;
  readonly law: string;
  readonly campaign?: string | undefined;
  readonly case?: string;
}

/** The context of a decision on a file: a deputy keeps to what was delegated, and counts as one with whom they act for. */
export async function contextOn(
  tx: Tx,
  platform: Platform,
  calendar: WorkingCalendar,
  command: Command,
  about: About,
): Promise<Context> {
  const { actor } = command;
  requireInScope(actor, about);
  const context = await contextOf(platform, calendar, command, about.law);
  return actor.kind === 'machine' ? context : { ...context, actor: await withOthers(tx, about.id, actor) };
}

/** On a file on which one acted for another, the two are one pair of eyes, whoever of them comes later. */
async function withOthers(tx: Tx, file: string, actor: Person): Promise<Person> {
  const pairs = await actingPairs(tx, file);
  const asOne = new Set(selvesOf(actor));
  for (let size = 0; size !== asOne.size;) {
    size = asOne.size;
    for (const pair of pairs) if (pair.some((each) => asOne.has(each))) pair.forEach((each) => asOne.add(each));
  }
  return pairs.length > 0 ? { ...actor, asOne: [...asOne] } : actor;
}

/** The context of a decision: for the clock, time is never before the instant it acts for. */
export async function contextOf(
  platform: Platform,
  calendar: WorkingCalendar,
  command: Command,
  law: string | undefined,
): Promise<Context> {
  const wall = await platform.clock.now();
  const now = command.timer && command.timer.at > wall ? command.timer.at : wall;
  return {
    actor: command.actor,
    now,
    command: command.id,
    law: law ? platform.rules.law(law) : platform.rules.currentLaw(dayOf(now)),
    calendar,
  };
}

export const notFound = (what: string): Refusal =>
  new Refusal('not-found', `${what}.not-found`, {
    zh: '没有此记录，或不在您的管辖范围',
    en: `no such ${what} in your charge`,
  });
