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
import { EVERYWHERE } from '@fundguard/persistence';
import { announce } from '../announce.js';
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
    announceCase: (id) => announce(platform, 'case_file', id, caseNotices),

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
