import type { CampaignFacts, CaseFacts, DeadlineFacts, JobFacts } from '@fundguard/domain';
import { type SignalDefinition, defineQuery, defineSignal } from '@temporalio/workflow';

/**
 * What a workflow is told, by the name of what happened. Every signal carries the file's newest facts, so the last one
 * to arrive is enough: earlier ones may be lost, late or repeated.
 */
export interface Telling<Facts> {
  readonly facts: Facts;
  /** Added to the engine's clock, in milliseconds: a rehearsal plays a plan on its own dates. Nought in production. */
  readonly clockOffset: number;
}

const named = <Facts>(...names: string[]): Readonly<Record<string, SignalDefinition<[Telling<Facts>]>>> =>
  Object.fromEntries(names.map((name) => [name, defineSignal<[Telling<Facts>]>(name)]));

/** Acts the case workflow hears of by name. */
export const caseSignals = named<CaseFacts>(
  'leadOpened',
  'filingRequested',
  'filingApproved',
  'filingRejected',
  'penaltyProposed',
  'reviewPassed',
  'penaltyApproved',
  'penaltyReturned',
  'penaltyRejected',
  'noticeServed',
  'decisionIssued',
  'decisionServed',
  'paymentRecorded',
  'executionCompleted',
  'rectificationAccepted',
  'transferOrdered',
  'transferAcknowledged',
  'transferAnswered',
  'caseStruckOff',
  'caseReopened',
);

/** Acts the campaign workflow hears of by name. */
export const campaignSignals = named<CampaignFacts>(
  'campaignApproved',
  'campaignLaunched',
  'deadlineMoved',
  'campaignPaused',
  'campaignResumed',
  'phaseClosed',
  'campaignSummedUp',
  'campaignClosed',
  'campaignStopped',
);

/** Paused, resumed, cancelled, tried again. */
export const jobChanged = defineSignal<[Telling<JobFacts>]>('jobChanged');

export const deadlineSignals = named<DeadlineFacts>('deadlineSet', 'deadlineRecalled');

/** Any other act: the file moved on. */
export const caseMoved = defineSignal<[Telling<CaseFacts>]>('caseMoved');
export const campaignMoved = defineSignal<[Telling<CampaignFacts>]>('campaignMoved');

/** For an operator's live view only; people's pages read PostgreSQL. */
export const caseView = defineQuery<CaseFacts>('caseView');
export const campaignView = defineQuery<CampaignFacts>('campaignView');
export const deadlineView = defineQuery<DeadlineFacts>('deadlineView');

export const TASK_QUEUE = 'fundguard';

/** The workflow that conducts a kind of file. */
export const WORKFLOWS = { case: 'enforcementCase', campaign: 'campaign', deadline: 'deadline', job: 'job' } as const;
export type FileKind = keyof typeof WORKFLOWS;

/** The name under which a kind of file hears of an act. */
export function signalFor(kind: FileKind, act: string): string {
  const known = { case: caseSignals, campaign: campaignSignals, deadline: deadlineSignals, job: {} }[kind];
  if (act in known) return act;
  return { case: caseMoved.name, campaign: campaignMoved.name, deadline: 'deadlineSet', job: jobChanged.name }[kind];
}
