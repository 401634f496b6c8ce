import {
  type Instant,
  type JobControl,
  type JobId,
  type JobPayload,
  type NewJob,
  type Permission,
  type Person,
  controlled,
  jobFacts,
  requireOwn,
  requirePerson,
} from '@fundguard/domain';
import { type Job, type Tx, dropRows, insertJob, lockJob, saveJob, tell, tellJob } from '@fundguard/persistence';
import { notFound } from '../command.js';
import type { Platform } from '../platform.js';

/** What a job does is what its owner may do. Ledgers of a campaign leave with whoever reads the campaigns of a whole region. */
const NEEDS: Readonly<Record<NewJob['kind'], Permission>> = {
  exportCases: 'case.read',
  exportObligations: 'campaign.coordinate',
  exportProblems: 'report.roll-up',
  exportRollUp: 'report.roll-up',
  exportTable: 'case.read',
  bindVolume: 'visit.plan',
  exportUnits: 'organisation.read',
  exportVisits: 'report.roll-up',
  exportLeads: 'case.read',
  exportWork: 'report.roll-up',
  exportCasePackage: 'case.export',
  verifyEvidence: 'evidence.verify',
  acceptReports: 'obligation.review',
};

/** Begins a job; the command's id becomes the job's, so that asking twice begins one. */
export async function startJob(platform: Platform, id: string, payload: NewJob, owner: Person): Promise<void> {
  requirePerson(owner, NEEDS[payload.kind]);
  requireOwn(owner);
  const at = await platform.clock.now();
  await platform.db.within(owner.region, (tx) => putToWork(tx, { id, owner, payload, at }));
  platform.wake([`job/${id}`]);
}

/** A job and word of it, in the transaction of whatever begins it. False where there was a job of that id before. */
export async function putToWork(
  tx: Tx,
  job: { readonly id: string; readonly owner: Person; readonly payload: JobPayload; readonly at: Instant },
): Promise<boolean> {
  const isNew = await insertJob(tx, job);
  if (isNew) await tell(tx, [tellJob(jobFacts(job.id as JobId, 1, 'running'))]);
  return isNew;
}

/** What failed one by one is done once more; a job that was refused as a whole begins again. */
function anew({ id, done, failures }: Job): Partial<Job> {
  if (failures.some(({ item }) => item === id)) return { done: 0, total: null, cursor: null, failures: [] };
  return { done: done - failures.length, cursor: 'retry' };
}

/** 暂停, 继续, 取消, 重试失败项: by its owner. */
export async function controlJob(platform: Platform, id: string, control: JobControl, owner: Person): Promise<void> {
  const at = await platform.clock.now();
  await platform.db.within(owner.region, async (tx) => {
    const job = await lockJob(tx, id, owner.account);
    if (!job) throw notFound('job');
    const status = controlled(job.status, control, job.failures.length);
    const again = control === 'retry' ? anew(job) : {};
    if (status === 'cancelled') await dropRows(tx, id);
    await tell(tx, [tellJob(await saveJob(tx, job, { ...job, ...again, status }, at))]);
  });
  platform.wake([`job/${id}`]);
}
