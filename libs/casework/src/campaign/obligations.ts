import { OBLIGATION_ACTS, type ObligationActName, type Person, instant, within } from '@fundguard/domain';
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
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside } from './beside.js';

/**
 * One act on an obligation: the row, and an entry on its campaign's record. The campaign may belong to a region above
 * the unit's own, so the transaction is not bound to the person's region; who may see the obligation is checked here.
 */
export const actOnObligation = (
  platform: Platform,
  id: string,
  name: ObligationActName,
  payload: unknown,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: name, id, payload, region: EVERYWHERE },
    async lock(tx) {
      const campaign = await campaignOfObligation(tx, id);
      const file = campaign && (await lockCampaign(tx, campaign, command.id));
      const row = file && (await lockObligation(tx, id));
      if (!row || !mayTouch(row, file.state.region, command.actor)) throw notFound('obligation');
      return { file, row };
    },
    stands: (tx, row) => ({
      version: row.version,
      status: row.status,
      changes: (seen) => obligationChanges(tx, row, row.version - seen),
    }),
    async work({ tx, row, context }) {
      const { unit, source, period, version } = row;
      const outcome = OBLIGATION_ACTS[name].decide({ ...row, due: instant(row.due) }, payload as never, context);
      await save(tx, row, outcome, command.actor, context.now);
      const { kind, status, data } = outcome;
      return { version: version + 1, status, kind, data: { obligation: id, unit, source, period, ...data } };
    },
  });

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
