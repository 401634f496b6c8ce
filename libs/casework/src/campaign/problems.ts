import {
  type CampaignFile,
  type Context,
  PROBLEM_ACTS,
  type Person,
  type Problem,
  type ProblemActName,
  type ProblemOutcome,
  Refusal,
  endOf,
  enterProblem,
  deniedCategories,
  type problemPayload,
  speaksForUnit,
  within,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type Tx,
  addProblem,
  isTakenOver,
  lockCampaign,
  lockProblem,
  markKeyTarget,
  participantOf,
  recallRungs,
  saveProblem,
  selfCheckOf,
  tell,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, type CampaignLock, actBeside, lockBeside } from './beside.js';
import { endDeadlines, watchLedgerDay } from './deadlines.js';
import { isInspected, requireDiscipline } from './discipline.js';

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
    async work({ tx, file, row, context }) {
      if (!row) throw unknown('unit');
      if (isInspected(payload, command.actor)) await requireDiscipline(tx, platform, payload.campaign, command.actor);
      return enterIn(tx, command.id, payload, { file, region: row.region, context });
    },
  });

interface Ledger {
  readonly file: CampaignLock;
  /** The unit's. */
  readonly region: Problem['region'];
  readonly context: Context;
}

/** A line of the ledger, in a transaction that may do more than that. */
export async function enterIn(
  tx: Tx,
  id: string,
  payload: z.output<typeof problemPayload>,
  { file, region, context }: Ledger,
) {
  const said = await selfCheckOf(tx, payload.campaign, payload.unit);
  const isDenied = said !== undefined && deniedCategories(said).includes(payload.category);
  const { problem, outcome } = enterProblem(id, payload, region, context, isDenied);
  await addProblem(tx, problem, context.now);
  await tell(tx, await watchLedgerDay(tx, file.state, problem.due, context));
  return told(tx, problem, outcome);
}

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
    lock: (tx) =>
      lockBeside(tx, command, {
        table: 'problem',
        id,
        noun: 'problem',
        lockRow: lockProblem,
        isReached: (row, file) => mayTouch(row, file, command.actor),
      }),
    stands: (_tx, { version, status }) => ({ version, status }),
    async work({ tx, file, row, context }) {
      if (await isTakenOver(tx, id)) throw takenOver();
      const outcome = PROBLEM_ACTS[name].decide(row, payload as never, context);
      const after = { ...row, ...outcome.changes, version: row.version + 1 };
      await saveProblem(tx, after);
      await urgeAnew(tx, file.state, { before: row, after }, context);
      return told(tx, after, outcome);
    },
  });

/** What is put right is urged no more, more time recalls what was sent, and what is due again climbs the ladder of its day. */
async function urgeAnew(
  tx: Tx,
  file: CampaignFile,
  { before, after }: { readonly before: Problem; readonly after: Problem },
  context: Context,
): Promise<void> {
  const isMoved = after.due !== before.due;
  if (!isMoved && isToBePutRight(after) === isToBePutRight(before)) return;
  if (isMoved) await recallRungs(tx, file.id, endOf(before.due), context.now, { problem: before.id });
  await tell(tx, [
    ...(await endDeadlines(tx, file, [endOf(before.due)])),
    ...(isToBePutRight(after) ? await watchLedgerDay(tx, file, after.due, context) : []),
  ]);
}

const takenOver = () =>
  new Refusal('conflict', 'problem.taken-over', {
    zh: '该问题已转入回头看，请在其台账中办理',
    en: 'a look-back took this over: it is put right on its ledger',
  });

const isToBePutRight = ({ status }: Problem) => status === 'open' || status === 'returned';

/** Units touch their own; everybody else needs the campaign or the unit in their charge. */
const mayTouch = (
  { unit, region }: { readonly unit: string; readonly region: string },
  { state }: CampaignLock,
  actor: Person,
): boolean =>
  speaksForUnit(actor)
    ? actor.unit === unit
    : within(state.region, actor.region) || (region !== '' && within(region as Person['region'], actor.region));

async function told(
  tx: Tx,
  { id, version, status, campaign, unit }: Problem,
  { kind, data, keyTarget }: ProblemOutcome,
) {
  if (keyTarget) await markKeyTarget(tx, campaign, unit, keyTarget);
  return { version, status, kind, data: { problem: id, unit, ...data } };
}
