import {
  type Context,
  OBLIGATION_ACTS,
  type ObligationActName,
  type ObligationOutcome,
  type Person,
  type ReportBasis,
  instant,
  summedFigures,
  within,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type LockedObligation,
  type Tx,
  addReportEntry,
  keepFigures,
  lockObligation,
  markKeyTarget,
  obligationChanges,
  saveObligation,
} from '@fundguard/persistence';
import { type Answer } from '../command.js';
import type { Platform } from '../platform.js';
import { type ByPerson, actBeside, lockBeside } from './beside.js';
import { basisOf } from './report-basis.js';

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
    lock: (tx) =>
      lockBeside(tx, command, {
        table: 'obligation',
        id,
        noun: 'obligation',
        lockRow: lockObligation,
        isReached: (row, file) => mayTouch(row, file.state.region, command.actor),
      }),
    stands: (tx, row) => ({
      version: row.version,
      status: row.status,
      changes: (seen) => obligationChanges(tx, row, row.version - seen),
    }),
    async work({ tx, row, context }) {
      const { unit, source, period, version } = row;
      const basis = await basisOf(tx, row, name, context.now);
      const outcome = OBLIGATION_ACTS[name].decide({ ...row, due: instant(row.due), basis }, payload as never, context);
      await save(tx, row, outcome, command.actor, { ...context, basis });
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
  { kind, status, data, report, keyTarget }: ObligationOutcome,
  { account, name: byName }: Person,
  { now: at, basis }: Pick<Context, 'now'> & { readonly basis: ReportBasis },
): Promise<void> {
  const note = kind === 'reportCorrected' ? undefined : (data['reason'] ?? data['note']);
  await saveObligation(tx, row.id, {
    ...{ status, at },
    ...(report ? { report, late: report.late, zero: report.zero } : {}),
    ...(kind === 'reportSubmitted' ? { submittedBy: account } : {}),
    ...(kind === 'reportAccepted' ? { receivedBy: account } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  });
  if (report) {
    const entry = kind === 'reportSubmitted' ? 'submission' : 'correction';
    await addReportEntry(tx, row, { kind: entry, data, by: account, byName, at });
    await keepFigures(tx, row, summedFigures(basis.form, report));
  }
  if (kind === 'reportReturned') await keepFigures(tx, row, {});
  if (keyTarget) await markKeyTarget(tx, row.campaign, row.unit, keyTarget);
}
