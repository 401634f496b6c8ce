import {
  type AccountId,
  type CampaignFile,
  type Person,
  type Problem,
  type Refusal,
  acknowledge,
  type acknowledgementPayload,
  disciplineReference,
  speaksForUnit,
  unacknowledged,
  within,
} from '@fundguard/domain';
import { EVERYWHERE, type Tx, acknowledgedAt, addAcknowledgement, lockCampaign } from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer, contextOf, fingerprint, machineCommandId, notFound, transact } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, type CampaignLock, actBeside } from './beside.js';
import { recordInCampaign } from './commands.js';

/** Refuses whoever inspects in a campaign before they acknowledged the text in force (R-ACC-07). Of a deputy it is their own that counts. */
export async function requireDiscipline(...asked: Parameters<typeof missingDiscipline>): Promise<void> {
  const missing = await missingDiscipline(...asked);
  if (missing) throw missing;
}

/** Why this person does not inspect in the campaign yet. */
export async function missingDiscipline(
  tx: Tx,
  { rules }: Pick<Platform, 'rules'>,
  campaign: string,
  { account }: { readonly account: AccountId },
): Promise<Refusal | undefined> {
  const current = rules.discipline();
  const isAcknowledged = await acknowledgedAt(tx, campaign, disciplineReference(current), account);
  return isAcknowledged ? undefined : unacknowledged(campaign, current);
}

/** What is found by going there; whoever enters it keeps the discipline of inspectors. Units' own lines are their own. */
export const isInspected = (
  { source, unit }: { readonly source: Problem['source']; readonly unit: string },
  by: Pick<Person, 'unit'>,
): boolean => (source === 'inspection' || source === 'recheck') && by.unit !== unit;

/** 确认检查纪律, once for each campaign and version; again it changes nothing. */
export const acknowledgeDiscipline = (
  platform: Platform,
  payload: z.output<typeof acknowledgementPayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'acknowledgeDiscipline', id: command.id, payload, region: EVERYWHERE, whileOpen: true },
    lock: (tx) => campaignInCharge(tx, payload.campaign, command),
    async work({ tx, file, context }) {
      const { kind, data } = acknowledge(payload, platform.rules.discipline(), context);
      const { id: campaign, region } = file.state;
      await addAcknowledgement(
        tx,
        { campaign, region, document: payload.document, account: command.actor.account },
        context.now,
      );
      return { version: 1, status: 'acknowledged', kind, data };
    },
  });

/** A campaign of one's own region, or of one above it. */
async function campaignInCharge(
  tx: Tx,
  campaign: string,
  { id, actor }: ByPerson,
): Promise<{ file: CampaignLock; row: undefined }> {
  const file = await lockCampaign(tx, campaign, id);
  if (!file || !inCharge(file.state, actor)) throw notFound('campaign');
  return { file, row: undefined };
}
const inCharge = ({ region }: CampaignFile, actor: Person) =>
  within(region, actor.region) || (!speaksForUnit(actor) && within(actor.region, region));

/**
 * 查阅留痕: whoever sees what was drawn before it is published has acknowledged the discipline, and is on the campaign's record,
 * once an hour (R-ACC-08). Two looks at once are one.
 */
export async function lookAtDraw(
  platform: Platform,
  { id, campaign }: { readonly id: string; readonly campaign: string },
  actor: Person,
): Promise<void> {
  const hour = (await platform.clock.now()).slice(0, 'YYYY-MM-DDTHH'.length);
  const command = { id: machineCommandId('look-at-draw', id, actor.account, hour), actor };
  const print = fingerprint(actor, 'lookAtDraw', id, hour);
  await transact(platform, actor.region, async (tx, calendar) => {
    await requireDiscipline(tx, platform, campaign, actor);
    const file = await lockCampaign(tx, campaign, command.id);
    if (!file) throw notFound('draw');
    if (file.ran) return;
    const context = await contextOf(platform, calendar, command, file.state.law);
    const answer = { id, version: 1, status: 'seen', events: ['drawRead'] };
    await recordInCampaign(tx, file, { command, print, context, answer }, [{ kind: 'drawRead', data: { draw: id } }]);
  });
}
