import {
  MEMBER_ACTS,
  type MemberActName,
  type MemberDetails,
  type MemberOutcome,
  alreadyListed,
  listMember,
  requireOwn,
} from '@fundguard/domain';
import {
  GENESIS,
  type LockedMember,
  type Tx,
  addMember,
  commandThatRan,
  eventsOf,
  lockMember,
  recordMember,
  saveMember,
  unitNameWithin,
} from '@fundguard/persistence';
import type { ByPerson } from '../campaign/beside.js';
import {
  type Answer,
  contextOf,
  earlierAnswer,
  fingerprint,
  notFound,
  refuseStale,
  signature,
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';

/** 入库, in the pool of one's own region: the command's id becomes the member's. */
export const addToPool = (platform: Platform, given: MemberDetails, command: ByPerson): Promise<Answer> =>
  actInPool(platform, command, { act: 'listMember', id: command.id, payload: given }, async (tx, context) => {
    const { region } = command.actor;
    const named = given.unit === undefined ? undefined : await unitNameWithin(tx, given.unit, region);
    const outcome = listMember(command.id, given, { region, unitName: named }, context);
    const { after } = outcome;
    if (!(await addMember(tx, after, context.now))) throw alreadyListed(after.name, after.employer);
    return { outcome, before: { seq: 0, head: GENESIS } };
  });

/** 更正、出库. */
export const actOnMember = (
  platform: Platform,
  id: string,
  name: MemberActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actInPool(platform, command, { act: name, id, payload }, async (tx, context) => {
    const before = await lockMember(tx, id);
    if (!before) throw notFound('pool-member');
    const { version, status, seq } = before;
    await refuseStale(command.expected, version, { status }, (seen) => eventsOf(tx, id, seen, seq));
    const { unit } = payload as { readonly unit?: string };
    const named = unit === undefined ? undefined : await unitNameWithin(tx, unit, command.actor.region);
    const { seq: _seq, head: _head, ...member } = before;
    const row = named === undefined ? member : { ...member, unitName: named };
    const outcome = MEMBER_ACTS[name].decide(row, payload as never, context);
    const { after } = outcome;
    if (!(await saveMember(tx, after))) throw alreadyListed(after.name, after.employer);
    return { outcome, before };
  });

type Decided = { readonly outcome: MemberOutcome; readonly before: Pick<LockedMember, 'seq' | 'head'> };

/** The act and an entry on the member's own record, in one transaction; sent twice it acts once. */
function actInPool(
  platform: Platform,
  command: ByPerson,
  { act, id, payload }: { readonly act: string; readonly id: string; readonly payload: unknown },
  work: (tx: Tx, context: Awaited<ReturnType<typeof contextOf>>) => Promise<Decided>,
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
    await recordMember(
      tx,
      { id, region, ...before },
      {
        ...{ kind: outcome.kind, data: outcome.data, actor: signature(command.actor), at: context.now },
        ...{ command: command.id, ran: { fingerprint: print, answer } },
      },
    );
    return answer;
  });
}
