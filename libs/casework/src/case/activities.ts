import {
  CLOCK,
  CONDUCTOR,
  type CaseActName,
  type CaseActivities,
  type CaseFacts,
  type CaseFile,
  type CaseId,
  Refusal,
  caseFacts,
  caseNotices,
} from '@fundguard/domain';
import { EVERYWHERE, type RecordedEvent, eventsOf, notify } from '@fundguard/persistence';
import { instant } from '@fundguard/domain';
import { type Command, machineCommandId, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { actOnCase } from './commands.js';

/**
 * What the case workflow has done for it. Each act is a command whose id follows from the work, so that Temporal may
 * run it again; one that came too late is refused by the domain and answered with the facts as they stand.
 */
export function createCaseActivities(platform: Platform): CaseActivities {
  const run = async (id: CaseId, name: CaseActName, payload: unknown, command: Command): Promise<CaseFacts> => {
    try {
      await actOnCase(platform, id, name, payload, command);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error;
    }
    return factsOf(platform, id);
  };

  return {
    announceCase: (id) => announceCase(platform, id),

    calculatePenalty: (id, version) =>
      run(id, 'recordPenalty', {}, { id: machineCommandId('recordPenalty', id, version), actor: CONDUCTOR }),

    deliverTransfer: (id, transfer) =>
      run(
        id,
        'deliverTransfer',
        { transfer },
        { id: machineCommandId('deliverTransfer', id, transfer), actor: CONDUCTOR },
      ),

    passLimit(id, { act, clock, of, due, at: moment }, at) {
      const limit = { clock, due, ...(of === undefined ? {} : { of }) };
      const command = { id: machineCommandId(act, id, clock, of ?? '', due), actor: CLOCK, timer: { at, due: moment } };
      return run(id, act, limit, command);
    },
  };
}

async function factsOf(platform: Platform, id: CaseId): Promise<CaseFacts> {
  return platform.db.within(EVERYWHERE, async (tx) => {
    const [row] = await tx.query<{ state: CaseFile }>({
      name: 'case-state',
      text: 'select state from case_file where id = $1',
      values: [id],
    });
    if (!row) throw notFound('case');
    return caseFacts(row.state);
  });
}

const PAGE = 200;

/** Tells people of everything on the record they were not told of yet. */
async function announceCase(platform: Platform, id: CaseId): Promise<void> {
  await platform.db.within(EVERYWHERE, async (tx) => {
    const [row] = await tx.query<{ state: CaseFile; announced: number }>({
      name: 'case-unannounced',
      text: 'select state, announced from case_file where id = $1 and announced < seq for no key update',
      values: [id],
    });
    if (!row) return;
    const events = await eventsOf(tx, id, row.announced, PAGE);
    await notify(
      tx,
      events.flatMap((event) => noticesOf(row.state, event)),
    );
    await tx.query({
      name: 'case-announced',
      text: 'update case_file set announced = $2 where id = $1',
      values: [id, events.at(-1)?.seq ?? row.announced],
    });
  });
}

const noticesOf = (file: CaseFile, event: RecordedEvent) =>
  caseNotices(file, event).map(({ to, subject }) => ({
    fileId: file.id,
    cause: `event:${event.seq}`,
    to,
    region: file.region,
    subject,
    at: instant(event.at),
  }));
