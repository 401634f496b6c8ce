import { z } from 'zod';
import { regionPath } from '../people/actor.js';
import { unitSelector } from '../campaign/plan.js';
import { slug } from '../campaign/plan-day.js';
import { maskIdNumbers } from '../people/id-number.js';
import { Refusal } from '../refusal.js';
import { sought } from '../text.js';
import { givenDay } from '../time/instant.js';
import { volumeOrder } from '../volume/volume.js';

export type JobId = string & { readonly __id: 'job' };

export const JOB_STATUSES = ['running', 'paused', 'done', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Long work somebody asked for, and what it is given. Each is done in slices, so that it can rest, end, and go on elsewhere. */
export const jobPayload = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('exportCases'),
      stage: z.string().max(40).optional(),
      mine: z.boolean().optional(),
      campaign: z.uuid().optional(),
      q: sought.overwrite(maskIdNumbers).optional(),
      due: z.enum(['soon', 'overdue']).optional(),
    }),
    z.strictObject({ kind: z.literal('exportObligations'), campaign: z.uuid() }),
    z.strictObject({
      kind: z.literal('exportProblems'),
      campaign: z.uuid(),
      unsettled: z.boolean().optional().meta({ description: 'Only what is not struck off yet' }),
    }),
    z.strictObject({ kind: z.literal('exportWork'), campaign: z.uuid() }),
    z.strictObject({
      kind: z.literal('exportRollUp'),
      campaign: z.uuid(),
      source: z.string().min(1).max(100).meta({ description: 'The report of the plan that is added up' }),
      period: z.string().max(20).optional(),
      region: regionPath.optional(),
    }),
    z.strictObject({
      kind: z.literal('exportTable'),
      campaign: z.uuid(),
      table: slug,
      asOf: givenDay.optional(),
      copy: z.uuid().optional().meta({ description: 'The copy that was filled in, instead of the table as it stands' }),
    }),
    z.strictObject({ kind: z.literal('bindVolume'), ...volumeOrder }),
    z.strictObject({ kind: z.literal('exportUnits'), unitKind: unitSelector.shape.kinds.element.optional() }),
    z.strictObject({ kind: z.literal('exportVisits'), campaign: z.uuid() }),
    z.strictObject({ kind: z.literal('exportLeads'), campaign: z.uuid().optional() }),
    z.strictObject({ kind: z.literal('exportCasePackage'), case: z.uuid() }),
    z.strictObject({
      kind: z.literal('verifyEvidence'),
      case: z.uuid().optional().meta({ description: 'One case; all of the region where it is left out' }),
    }),
    z.strictObject({
      kind: z.literal('acceptReports'),
      obligations: z.array(z.uuid()).min(1).max(3_000),
    }),
  ])
  .meta({ id: 'NewJob' });
/** The work of an import is begun by an act on the import, never alone. */
export interface ImportJob {
  readonly kind: 'checkImport' | 'commitImport';
  readonly import: string;
}
export type NewJob = z.output<typeof jobPayload>;
export type JobPayload = NewJob | ImportJob;
export type JobKind = JobPayload['kind'];

/** What a job could not do, and why; it goes on with the rest. */
export interface JobFailure {
  readonly item: string;
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** All a job's workflow knows of it. */
export interface JobFacts {
  readonly jobId: JobId;
  readonly version: number;
  readonly open: boolean;
  readonly paused: boolean;
}

export const jobFacts = (id: JobId, version: number, status: JobStatus): JobFacts => ({
  jobId: id,
  version,
  open: status === 'running' || status === 'paused',
  paused: status === 'paused',
});

/** 暂停, 继续, 取消, 重试失败项: from which status to which. */
export const JOB_CONTROLS = {
  pause: { from: ['running'], to: 'paused' },
  resumption: { from: ['paused'], to: 'running' },
  cancellation: { from: ['running', 'paused'], to: 'cancelled' },
  retry: { from: ['done', 'cancelled'], to: 'running' },
} as const satisfies Record<string, { readonly from: readonly JobStatus[]; readonly to: JobStatus }>;
export type JobControl = keyof typeof JOB_CONTROLS;

/** The status a control leads to, or a refusal. Only what has failures left can be tried again. */
export function controlled(status: JobStatus, control: JobControl, failures: number): JobStatus {
  const { from, to } = JOB_CONTROLS[control];
  if ((from as readonly JobStatus[]).includes(status) && (control !== 'retry' || failures > 0)) return to;
  throw new Refusal(
    'conflict',
    'job.status',
    { zh: '任务当前状态不允许此操作', en: `the job is ${status}; this is not done then` },
    { standing: { status, failures } },
  );
}
