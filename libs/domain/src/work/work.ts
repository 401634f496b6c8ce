import type { CampaignId } from '../campaign/file.js';
import type { AccountId, Person } from '../people/actor.js';
import type { Channel } from '../publicity/typical.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';
import type { WorkKind } from './kinds.js';

export const WORK_STATUSES = ['planned', 'held', 'cancelled'] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];
export const WORK_STATUS_NAMES: Readonly<Record<WorkStatus, Bilingual>> = {
  planned: { zh: '已安排', en: 'planned' },
  held: { zh: '已开展', en: 'held' },
  cancelled: { zh: '已作废', en: 'called off' },
};

/** Somebody of another authority, by name and by whom they are employed. */
export interface Outsider {
  readonly employer: string;
  readonly name?: string;
}

export const VERDICTS = ['passed', 'partly', 'failed'] as const;
/** 评估验收 on one dimension of the plan. */
export interface Verdict {
  readonly dimension: string;
  readonly verdict: (typeof VERDICTS)[number];
  readonly words: string;
}

/** 后续处理: what a unit or department did after a supervision or an acceptance (R-CAMP-29). */
export interface FollowUp {
  readonly department: string;
  readonly what: string;
  readonly on: Day;
  readonly by: AccountId;
}

/** What is told of a piece of work. Which kind says what is `WORK_RULES`. */
export interface WorkContent {
  readonly place?: string;
  readonly accounts: readonly AccountId[];
  readonly others: readonly Outsider[];
  readonly preparation?: string;
  readonly summary?: string;
  readonly channel?: Channel;
  /** 上级机关或评估组: who supervised or accepted. */
  readonly authority?: string;
  readonly checked?: string;
  readonly found?: string;
  readonly verdicts?: readonly Verdict[];
  /** 人数、线索数、案件数、份数. */
  readonly people?: number;
  readonly leads?: number;
  readonly cases?: number;
  readonly copies?: number;
  readonly hotline?: string;
  readonly link?: string;
  readonly draw?: string;
  readonly visits?: readonly string[];
  readonly typicalCase?: string;
}

/** 工作纪实: something people of a campaign planned or did that is neither a report nor a visit nor a duty. */
export interface WorkRecord {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly version: number;
  readonly status: WorkStatus;
  readonly kind: WorkKind;
  readonly title: string;
  /** Absent where it was written down only afterwards. */
  readonly plannedOn?: Day;
  readonly heldOn?: Day;
  readonly content: WorkContent;
  /** Of a briefing: it is for all institutions of the campaign, also those that join later. */
  readonly everyone: boolean;
  readonly followUps: readonly FollowUp[];
  readonly enteredBy: AccountId;
  /** Why it was called off. */
  readonly note?: string;
}

/** Who coordinates writes of everything, an inspector of what they took part in. */
export const mayWriteWork = (
  { enteredBy, content }: Pick<WorkRecord, 'enteredBy' | 'content'>,
  { roles, account }: Person,
): boolean => roles.includes('coordinator') || enteredBy === account || content.accounts.includes(account);
