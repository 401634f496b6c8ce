import { OBLIGATION_ACTS, type ObligationActName, type Person, Refusal, instant, within } from '@fundguard/domain';
import {
  EVERYWHERE,
  type LockedObligation,
  type Tx,
  campaignOfObligation,
  lockCampaign,
  lockObligation,
  markKeyTarget,
  obligationChanges,
  saveObligation,
} from '@fundguard/persistence';
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
import { recordInCampaign } from './commands.js';

/**
 * One act on an obligation: the row, and an entry on its campaign's record. The campaign may belong to a region above
 * the unit's own, so the transaction is not bound to the person's region; who may see the obligation is checked here.
 */
export async function actOnObligation(
  platform: Platform,
  id: string,
  name: ObligationActName,
  payload: unknown,
  command: Command & { readonly actor: Person },
): Promise<Answer> {
  const print = fingerprint(command.actor, name, id, payload);
  return transact(platform, EVERYWHERE, async (tx, calendar) => {
    const campaignId = await campaignOfObligation(tx, id);
    const file = campaignId && (await lockCampaign(tx, campaignId, command.id));
    const row = file && (await lockObligation(tx, id));
    if (!row || !mayTouch(row, file.state.region, command.actor)) throw notFound('obligation');
    const earlier = earlierAnswer(file.ran, print);
    if (earlier) return earlier;
    const { version, status } = row;
    await refuseStale(command.expected, version, { status }, (seen) => obligationChanges(tx, row, version - seen));
    if (file.state.status !== 'running' && file.state.status !== 'summingUp') throw resting();
    const context = await contextOf(platform, calendar, command, file.state.law);
    const act = OBLIGATION_ACTS[name];
    const outcome = act.decide({ ...row, id: row.id, due: instant(row.due) }, payload as never, context);
    const answer: Answer = { id, version: row.version + 1, status: outcome.status, events: [outcome.kind] };
    const { unit, source, period } = row;
    const event = { kind: outcome.kind, data: { obligation: id, unit, source, period, ...outcome.data } };
    await recordInCampaign(tx, file, { command, print, context, answer }, [event]);
    await save(tx, row, outcome, command.actor, context.now);
    return answer;
  });
}

/** Units see their own; everybody else needs the campaign's region in their charge. */
const mayTouch = (row: LockedObligation, campaignRegion: string, actor: Person): boolean =>
  row.unit === actor.unit || within(campaignRegion as Person['region'], actor.region);

async function save(
  tx: Tx,
  row: LockedObligation,
  { kind, status, data, keyTarget }: ReturnType<(typeof OBLIGATION_ACTS)[ObligationActName]['decide']>,
  actor: Person,
  now: ReturnType<typeof instant>,
): Promise<void> {
  const submitted = kind === 'reportSubmitted';
  const note = data['reason'] ?? data['note'];
  await saveObligation(tx, row.id, {
    status,
    ...(submitted ? { report: data, late: data['late'] === true, zero: data['zero'] === true } : {}),
    ...(submitted ? { submittedAt: now, submittedBy: actor.account } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  });
  if (keyTarget) await markKeyTarget(tx, row.campaign, row.unit, keyTarget);
}

const resting = () =>
  new Refusal('conflict', 'campaign.status', { zh: '专项未在进行中', en: 'the campaign is not running' });
