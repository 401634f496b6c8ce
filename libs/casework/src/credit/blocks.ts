import {
  BLOCK_ACTS,
  type BlockActName,
  type BlockDetails,
  type BlockSubject,
  type Context,
  type Person,
  Refusal,
  consequenceDue,
  dayOf,
  proposeBlock,
  requireOneSubject,
  toRole,
} from '@fundguard/domain';
import {
  GENESIS,
  type Tx,
  addBlock,
  basesDecided,
  lockBlock,
  lockPractitioner,
  notify,
  saveBlock,
  unitsWithin,
} from '@fundguard/persistence';
import type { ByPerson } from '../campaign/beside.js';
import { type Answer, notFound } from '../command.js';
import { actOnOwnFile, refuseOld } from '../own-file.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';

/** 拟暂停、拟终止, to a leader for approval: the command's id becomes the block's. */
export function proposeBlockOf(platform: Platform, given: BlockDetails, command: ByPerson): Promise<Answer> {
  requireOneSubject(given);
  const about = { table: 'block', act: 'proposeBlock', id: command.id, payload: given } as const;
  return actOnOwnFile(platform, command, about, async (tx, context) => {
    const subject = await subjectOf(tx, platform, { given, actor: command.actor, now: context.now });
    const outcome = proposeBlock(command.id, given, subject, context);
    if (!(await addBlock(tx, outcome.after, context.now))) throw alreadyBlocked();
    await notify(tx, [
      {
        ...{ fileId: command.id, cause: 'event:1', region: subject.region, at: context.now },
        to: toRole('leader', subject.region),
        subject: { zh: '暂停或终止事项请审批', en: 'a suspension or termination asks for your approval' },
      },
    ]);
    return { outcome, before: { seq: 0, head: GENESIS } };
  });
}

interface Asked extends Pick<Context, 'now'> {
  readonly given: BlockDetails;
  readonly actor: Person;
}

async function subjectOf(tx: Tx, platform: Platform, { given, actor, now }: Asked): Promise<BlockSubject> {
  if (given.unit) {
    const [unit] = await unitsWithin(tx, [given.unit], actor.region);
    if (!unit) throw unknown('unit');
    return unit;
  }
  const locked = await lockPractitioner(tx, given.practitioner ?? '');
  if (!locked) throw unknown('practitioner');
  const { state } = locked;
  const today = dayOf(now);
  const rules = platform.rules.points(state.region, today);
  const year = today.slice(0, 4);
  const decided = await basesDecided(tx, state.id, year);
  const consequence = rules && consequenceDue(state, rules, year, decided);
  return { region: state.region, name: state.name, ...(rules && consequence ? { due: { rules, consequence } } : {}) };
}

/** 批准、不予批准、恢复. */
export const actOnBlock = (
  platform: Platform,
  id: string,
  name: BlockActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actOnOwnFile(platform, command, { table: 'block', act: name, id, payload }, async (tx, context) => {
    const before = await lockBlock(tx, id);
    if (!before) throw notFound('block');
    const { state, seq } = before;
    await refuseOld(tx, command, { id, version: state.version, status: state.status, seq });
    const outcome = BLOCK_ACTS[name].decide(state, payload as never, context);
    await saveBlock(tx, outcome.after);
    return { outcome, before };
  });

const alreadyBlocked = () =>
  new Refusal('conflict', 'block.already', {
    zh: '该单位或人员已有待审批或生效中的暂停、终止',
    en: 'a suspension or termination of them is proposed or holds already',
  });
