import {
  type CampaignFile,
  type Dimensions,
  type WorkActName,
  type WorkOutcome,
  type WorkRecord,
  WORK_ACTS,
  planWork,
  recordWork,
  type workPayload,
  type workPlanPayload,
} from '@fundguard/domain';
import { type Tx, addWork, nameUnits, saveWork, unknownLinks, workById } from '@fundguard/persistence';
import type { z } from 'zod';
import type { Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, type CampaignLock, actBeside, lockBeside, lockForNew } from './beside.js';
import { pinnedPlan } from './plan.js';
import { participantsOrRefuse } from './briefings.js';

/** What the campaign's plan names for an acceptance; the campaign keeps the plan it was drafted with. */
export const dimensionsOf = async (tx: Tx, campaign: string): Promise<Dimensions> =>
  (await pinnedPlan(tx, campaign)).content?.acceptance?.dimensions ?? [];

/** 安排: the command's id becomes the record's. */
export const scheduleWork = (
  platform: Platform,
  payload: z.output<typeof workPlanPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'planWork', id: command.id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file, context }) {
      const { record, outcome } = planWork(command.id, payload, context);
      return enter(tx, file, { record, outcome, units: payload.units, at: context.now });
    },
  });

/** 登记 of what was held without a plan. */
export const enterWork = (
  platform: Platform,
  payload: z.output<typeof workPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'recordWork', id: command.id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file, context }) {
      const { record, outcome } = recordWork(command.id, payload, await dimensionsOf(tx, payload.campaign), context);
      return enter(tx, file, { record, outcome, units: payload.units, at: context.now });
    },
  });

/** One act on a record, and its entry on the campaign's. */
export const actOnWork = (
  platform: Platform,
  id: string,
  name: WorkActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockBeside(tx, command, { table: 'work_record', id, noun: 'work', lockRow: workById }),
    stands: (_tx, { record: { version, status } }) => ({ version, status }),
    async work({ tx, file: { state }, row: { record }, context }) {
      const dimensions = await dimensionsOf(tx, state.id);
      const outcome = WORK_ACTS[name].decide({ ...record, dimensions }, payload as never, context);
      const after = { ...record, ...outcome.changes, version: record.version + 1 };
      if (outcome.changes.content) await requireLinks(tx, state, after, record);
      await saveWork(tx, after);
      return told(after, outcome);
    },
  });

interface Entered {
  readonly record: WorkRecord;
  readonly outcome: WorkOutcome;
  readonly units: readonly string[] | undefined;
  readonly at: Parameters<typeof addWork>[3];
}

async function enter(tx: Tx, { state }: CampaignLock, { record, outcome, units, at }: Entered) {
  await requireLinks(tx, state, record);
  const named = units && (await participantsOrRefuse(tx, state.id, units));
  await addWork(tx, record, state.region, at);
  if (named) await nameUnits(tx, record.id, named);
  return told(record, outcome);
}

/** What a record names already stays named, also when the person has left or the draw was withdrawn since. */
async function requireLinks(
  tx: Tx,
  { id, region }: CampaignFile,
  { content }: WorkRecord,
  before?: WorkRecord,
): Promise<void> {
  const [first] = await unknownLinks(tx, id, region, added(content, before?.content ?? {}));
  if (first) throw unknown(first === 'account' ? 'accounts' : first);
}

const added = (now: WorkRecord['content'], then: Partial<WorkRecord['content']>): Partial<WorkRecord['content']> => ({
  accounts: now.accounts.filter((each) => !then.accounts?.includes(each)),
  ...(now.visits ? { visits: now.visits.filter((each) => !then.visits?.includes(each)) } : {}),
  ...(now.draw && now.draw !== then.draw ? { draw: now.draw } : {}),
  ...(now.typicalCase && now.typicalCase !== then.typicalCase ? { typicalCase: now.typicalCase } : {}),
});

const told = ({ id, version, status }: WorkRecord, { kind, data }: WorkOutcome) => ({
  ...{ version, status, kind },
  data: { work: id, ...data },
});
