import {
  type CaseEvent,
  type CaseFile,
  type Context,
  type Instant,
  type RegionPath,
  type TypicalCase,
  typicalNotices,
  withdrawFor,
} from '@fundguard/domain';
import { type LockedFile, type Tx, lockCampaign, lockTypicalOfCase, notify, saveTypical } from '@fundguard/persistence';
import { recordInCampaign } from '../campaign/commands.js';
import { type Answer, type Command, machineCommandId } from '../command.js';

interface Change {
  readonly command: Command;
  readonly print: string;
  readonly context: Context;
  readonly before: LockedFile<CaseFile> | undefined;
  readonly after: CaseFile;
  readonly events: readonly CaseEvent[];
}

/**
 * A decision that is changed or no longer stands takes with it whatever was published of it, in the same transaction
 * (行政处罚法 48). Returns what the case's record says of that.
 */
export async function withdrawWithDecision(tx: Tx, change: Change): Promise<CaseEvent[]> {
  const { before, after, context, command, print } = change;
  const decided = before?.state.decision;
  // An act that leaves the decision alone carries the same object on.
  if (!decided || decided === after.decision) return [];
  const events: CaseEvent[] = [];
  for (const typical of await lockTypicalOfCase(tx, after.id)) {
    const outcome = withdrawFor(typical, change.events.at(-1)?.kind ?? '', context.now, context.calendar);
    if (!outcome) continue;
    const gone = { ...typical, ...outcome.changes, version: typical.version + 1 };
    await saveTypical(tx, gone);
    const data = { typicalCase: typical.id, ...outcome.data };
    events.push({ kind: outcome.kind, changes: {}, data });
    await tellOf(tx, gone, outcome.kind, { file: after.id, cause: command.id, region: after.region, at: context.now });
    const campaign = typical.campaign && (await lockCampaign(tx, typical.campaign, command.id));
    if (!campaign) continue; // of a region above: whoever acts here cannot see it
    const id = machineCommandId('typicalCaseWithdrawn', command.id, typical.id);
    const answer: Answer = { id: typical.id, version: gone.version, status: gone.status, events: [outcome.kind] };
    await recordInCampaign(tx, campaign, { command: { ...command, id }, print, context, answer }, [
      { kind: outcome.kind, data },
    ]);
  }
  return events;
}

/** Told in the same transaction: a case that ended has no workflow to tell of it. */
export async function tellOf(
  tx: Tx,
  typical: TypicalCase,
  kind: string,
  on: { readonly file: string; readonly cause: string; readonly region: RegionPath; readonly at: Instant },
): Promise<void> {
  const { file: fileId, cause, region, at } = on;
  await notify(
    tx,
    typicalNotices(typical, kind).flatMap(({ to, subject }) =>
      to.map((each) => ({ fileId, cause: `typical:${typical.id}:${cause}`, to: each, region, subject, at })),
    ),
  );
}
