import {
  type Context,
  PROBLEM_ACTS,
  type Person,
  type Problem,
  type ProblemActName,
  type ProblemOutcome,
  Refusal,
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
import {
  type Answer,
  type Command,
  contextOf,
  earlierAnswer,
  fingerprint,
  notFound,
  refuseStale,
  transact,
} from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { recordInCampaign } from './commands.js';

type ByPerson = Command & { readonly actor: Person };
type CampaignLock = Parameters<typeof recordInCampaign>[1];
interface Entry {
  readonly command: Command;
  readonly print: string;
  readonly context: Context;
}

/**
 * 登记问题: the command's id becomes the problem's. The campaign may belong to a region above the unit's own, so the transaction is
 * not bound to the person's region; who may touch the ledger is checked here.
 */
export async function addToLedger(
  platform: Platform,
  payload: z.output<typeof problemPayload>,
  command: ByPerson,
): Promise<Answer> {
  const print = fingerprint(command.actor, 'enterProblem', command.id, payload);
  return transact(platform, EVERYWHERE, async (tx, calendar) => {
    const file = await lockCampaign(tx, payload.campaign, command.id);
    const taking = file && (await participantOf(tx, payload.campaign, payload.unit));
    if (!file || !mayTouch({ unit: payload.unit, region: taking?.region ?? '' }, file, command.actor))
      throw notFound('campaign');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    if (!taking) throw unknown('unit');
    refuseResting(file);
    const context = await contextOf(platform, calendar, command, file.state.law);
    const { problem, outcome } = enterProblem(command.id, payload, taking.region, context);
    await addProblem(tx, problem, context.now);
    return record(tx, file, { command, print, context }, problem, outcome);
  });
}

/** One act on a line of the ledger, and its entry on the campaign's record. */
export async function actOnProblem(
  platform: Platform,
  id: string,
  name: ProblemActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> {
  const print = fingerprint(command.actor, name, id, payload);
  return transact(platform, EVERYWHERE, async (tx, calendar) => {
    const campaign = await campaignOfProblem(tx, id);
    const file = campaign && (await lockCampaign(tx, campaign, command.id));
    const problem = file && (await lockProblem(tx, id));
    if (!problem || !mayTouch(problem, file, command.actor)) throw notFound('problem');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const { version, status } = problem;
    await refuseStale(command.expected, version, { status }, () => Promise.resolve([]));
    refuseResting(file);
    const context = await contextOf(platform, calendar, command, file.state.law);
    const outcome = PROBLEM_ACTS[name].decide(problem, payload as never, context);
    const after = { ...problem, ...outcome.changes, version: version + 1 };
    await saveProblem(tx, after);
    return record(tx, file, { command, print, context }, after, outcome);
  });
}

/** Units touch their own; everybody else needs the campaign or the unit in their charge. */
const mayTouch = (
  { unit, region }: { readonly unit: string; readonly region: string },
  { state }: CampaignLock,
  actor: Person,
): boolean =>
  actor.unit === undefined
    ? within(state.region, actor.region) || (region !== '' && within(region as Person['region'], actor.region))
    : actor.unit === unit;

function refuseResting({ state: { status } }: CampaignLock): void {
  if (status === 'running' || status === 'summingUp') return;
  throw new Refusal('conflict', 'campaign.status', { zh: '专项未在进行中', en: 'the campaign is not running' });
}

async function record(
  tx: Tx,
  file: CampaignLock,
  entry: Entry,
  { id, version, status, campaign, unit }: Problem,
  { kind, data, keyTarget }: ProblemOutcome,
): Promise<Answer> {
  const answer: Answer = { id, version, status, events: [kind] };
  await recordInCampaign(tx, file, { ...entry, answer }, [{ kind, data: { problem: id, unit, ...data } }]);
  if (keyTarget) await markKeyTarget(tx, campaign, unit, keyTarget);
  return answer;
}
