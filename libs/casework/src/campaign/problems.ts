import {
  PROBLEM_ACTS,
  type Person,
  type Problem,
  type ProblemActName,
  type ProblemOutcome,
  enterProblem,
  type problemPayload,
  within,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type Tx,
  addProblem,
  campaignOfProblem,
  lockCampaign,
  lockProblem,
  markKeyTarget,
  participantOf,
  saveProblem,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, type CampaignLock, actBeside } from './beside.js';

/**
 * 登记问题: the command's id becomes the problem's. The campaign may belong to a region above the unit's own, so the transaction is
 * not bound to the person's region; who may touch the ledger is checked here.
 */
export const addToLedger = (
  platform: Platform,
  payload: z.output<typeof problemPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'enterProblem', id: command.id, payload, region: EVERYWHERE },
    async lock(tx) {
      const file = await lockCampaign(tx, payload.campaign, command.id);
      const taking = file && (await participantOf(tx, payload.campaign, payload.unit));
      if (!file || !mayTouch({ unit: payload.unit, region: taking?.region ?? '' }, file, command.actor))
        throw notFound('campaign');
      return { file, row: taking };
    },
    async work({ tx, row, context }) {
      if (!row) throw unknown('unit');
      const { problem, outcome } = enterProblem(command.id, payload, row.region, context);
      await addProblem(tx, problem, context.now);
      return told(tx, problem, outcome);
    },
  });

/** One act on a line of the ledger, and its entry on the campaign's record. */
export const actOnProblem = (
  platform: Platform,
  id: string,
  name: ProblemActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: EVERYWHERE },
    async lock(tx) {
      const campaign = await campaignOfProblem(tx, id);
      const file = campaign && (await lockCampaign(tx, campaign, command.id));
      const row = file && (await lockProblem(tx, id));
      if (!row || !mayTouch(row, file, command.actor)) throw notFound('problem');
      return { file, row };
    },
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, row, context }) {
      const outcome = PROBLEM_ACTS[name].decide(row, payload as never, context);
      const after = { ...row, ...outcome.changes, version: row.version + 1 };
      await saveProblem(tx, after);
      return told(tx, after, outcome);
    },
  });

/** Units touch their own; everybody else needs the campaign or the unit in their charge. */
const mayTouch = (
  { unit, region }: { readonly unit: string; readonly region: string },
  { state }: CampaignLock,
  actor: Person,
): boolean =>
  actor.unit === undefined
    ? within(state.region, actor.region) || (region !== '' && within(region as Person['region'], actor.region))
    : actor.unit === unit;

/** The line's place on the campaign's record; whoever concealed something becomes a key target. */
export async function told(
  tx: Tx,
  { id, version, status, campaign, unit }: Problem,
  { kind, data, keyTarget }: ProblemOutcome,
) {
  if (keyTarget) await markKeyTarget(tx, campaign, unit, keyTarget);
  return { version, status, kind, data: { problem: id, unit, ...data } };
}
