import { type JobActivities, type JobKind, type JobPayload, type Person, Refusal, jobFacts } from '@fundguard/domain';
import {
  EVERYWHERE,
  type Job,
  type JobProgress,
  dropRows,
  jobOwner,
  lockJob,
  saveJob,
  tell,
  tellJob,
} from '@fundguard/persistence';
import { notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { checkImport } from '../import/check.js';
import { commitImport } from '../import/commit.js';
import { acceptReports } from './accept-reports.js';
import { bindVolume } from './bind-volume.js';
import { exportCasePackage } from './export-case-package.js';
import { exportCases } from './export-cases.js';
import { exportLeads } from './export-leads.js';
import { exportObligations } from './export-obligations.js';
import { exportProblems } from './export-problems.js';
import { exportRollUp } from './export-roll-up.js';
import { exportTable } from './export-table.js';
import { exportUnits } from './export-units.js';
import { exportVisits } from './export-visits.js';
import { exportWork } from './export-work.js';
import { verifyEvidence } from './verify-evidence.js';

export interface Scene {
  readonly platform: Platform;
  readonly owner: Person;
  readonly job: Job;
}

/** Does the next slice of a job. Done twice, it does no more than once: how far it got is kept after it. */
export type Slice<Kind extends JobKind> = (
  scene: Scene,
  payload: Extract<JobPayload, { kind: Kind }>,
) => Promise<JobProgress>;

const SLICES: { readonly [Kind in JobKind]: Slice<Kind> } = {
  exportCases,
  exportObligations,
  exportProblems,
  exportRollUp,
  exportTable,
  bindVolume,
  exportUnits,
  exportVisits,
  exportLeads,
  exportWork,
  exportCasePackage,
  verifyEvidence,
  acceptReports,
  checkImport,
  commitImport,
};

export function createJobActivities(platform: Platform): JobActivities {
  return {
    async workOnJob(id) {
      const { job, owner } = await platform.db.within(EVERYWHERE, async (tx) => {
        const found = await lockJob(tx, id, null);
        if (!found) throw notFound('job');
        return { job: found, owner: await jobOwner(tx, found.owner) };
      });
      if (job.status !== 'running') return jobFacts(job.id, job.version, job.status);
      const progress = owner ? await advance({ platform, owner, job }) : { ...job, status: 'cancelled' as const };
      const at = await platform.clock.now();
      return platform.db.within(EVERYWHERE, async (tx) => {
        const now = (await lockJob(tx, id, null)) ?? job;
        // Paused or ended meanwhile: what this slice did is found done when it is done again.
        if (now.version !== job.version) return jobFacts(now.id, now.version, now.status);
        // What was gathered for a file that will not be made is nobody's to keep.
        if (progress.status === 'cancelled') await dropRows(tx, id);
        const facts = await saveJob(tx, job, progress, at);
        await tell(tx, [tellJob(facts)]);
        return facts;
      });
    },
  };
}

/** A job that is refused as a whole ends, and says why. */
async function advance(scene: Scene): Promise<JobProgress> {
  const { job } = scene;
  try {
    return await (SLICES[job.payload.kind] as Slice<JobKind>)(scene, job.payload);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...job, status: 'cancelled', failures: [...job.failures, { item: job.id, name: '', ...error.text }] };
  }
}
