import {
  type Person,
  type RegionPath,
  type UnitId,
  confirmBriefing,
  type reachPayload,
  reachUnits,
  speaksForUnit,
  toUnit,
  type unreachPayload,
  within,
  withdrawReach,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type StoredWork,
  type Tx,
  addressed,
  confirmReach,
  isFor,
  lockReach,
  markReached,
  notify,
  participantsAmong,
  unmarkReached,
  workById,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, actBeside, lockBeside } from './beside.js';

/**
 * 登记送达 and its withdrawal. A county tells its own institutions of what a city's campaign briefs them of, so the transaction is not
 * bound to the person's region: whose units they are is checked here.
 */
const aboutBriefing = (id: string, act: string, payload: unknown, command: ByPerson) => ({
  ...{ act, id, payload, region: EVERYWHERE, whileOpen: true },
  async lock(tx: Tx) {
    const locked = await lockBeside(tx, command, { table: 'work_record', id, noun: 'work', lockRow: workById });
    if (!(await mayKnow(tx, locked.row, command.actor))) throw notFound('work');
    return locked;
  },
});

/** Who has the campaign in their charge sees all of its work; a unit, and a region below, the briefings that are for them. */
export async function mayKnow(tx: Tx, { record, region }: StoredWork, me: Person): Promise<boolean> {
  const unit = speaksForUnit(me) ? (me.unit ?? NOBODY) : null;
  if (!unit && within(region, me.region)) return true;
  return record.status === 'held' && isFor(tx, record.id, me.region, unit);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const noteReached = (
  platform: Platform,
  id: string,
  payload: z.output<typeof reachPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside<StoredWork>(platform, command, {
    ...aboutBriefing(id, 'reachUnits', payload, command),
    async work({ tx, file: { state }, row: { record }, context }) {
      const outcome = reachUnits(record, payload, context);
      const wanted = [...new Set(payload.units)];
      const units = ofTheirs(await addressed(tx, id, wanted), command.actor);
      if (units.length < wanted.length) throw unknown('units');
      const how = { on: payload.reachedOn, channel: payload.channel, by: command.actor.account };
      const reached = await markReached(tx, id, units, how);
      await notify(
        tx,
        reached.map((unit) => ({
          ...{
            fileId: state.id,
            cause: `briefing:${id}:${command.id}`,
            to: toUnit(unit as UnitId),
            region: state.region,
          },
          subject: {
            zh: `${state.name}：案情通报《${record.title}》已送达，请回执`,
            en: `${state.name}: please confirm the briefing “${record.title}”`,
          },
          at: context.now,
        })),
      );
      return told(record, outcome, { units: reached });
    },
  });

export const takeBackReached = (
  platform: Platform,
  id: string,
  payload: z.output<typeof unreachPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside<StoredWork>(platform, command, {
    ...aboutBriefing(id, 'withdrawReach', payload, command),
    async work({ tx, file: { state }, row: { record }, context }) {
      const outcome = withdrawReach(record, payload, context);
      const units = ofTheirs(await participantsOrRefuse(tx, state.id, payload.units), command.actor);
      const taken = await unmarkReached(
        tx,
        id,
        units.map((unit) => unit.id),
      );
      return told(record, outcome, { units: taken });
    },
  });

/** 回执, by the unit itself. */
export const confirmReceipt = (platform: Platform, id: string, command: ByPerson): Promise<Answer> =>
  actBeside<StoredWork>(platform, command, {
    ...aboutBriefing(id, 'confirmBriefing', {}, command),
    async work({ tx, row: { record }, context }) {
      const { unit, account } = command.actor;
      const outcome = confirmBriefing(record, unit && (await lockReach(tx, id, unit)), context);
      if (unit) await confirmReach(tx, id, unit, { account, at: context.now });
      return told(record, outcome, {});
    },
  });

/** All of them take part in the campaign, or it is refused. */
export async function participantsOrRefuse(tx: Tx, campaign: string, units: readonly string[]) {
  const wanted = [...new Set(units)];
  const found = await participantsAmong(tx, campaign, wanted);
  if (found.length < wanted.length) throw unknown('units');
  return found;
}

function ofTheirs<Unit extends { readonly region: RegionPath }>(units: readonly Unit[], actor: Person) {
  if (units.some(({ region }) => !within(region, actor.region))) throw unknown('units');
  return units;
}

/** The record keeps its version: a form that is open on it stays good. */
const told = (
  { id, version, status }: StoredWork['record'],
  { kind, data }: { readonly kind: string; readonly data: object },
  more: object,
) => ({ ...{ version, status, kind }, data: { work: id, ...data, ...more } });
