import type { AccountId, RegionPath } from '../people/actor.js';
import type { CarriedRule } from '../rule/rule.js';
import type { Bilingual } from '../text.js';
import type { Day, Instant } from '../time/instant.js';
import type { ScheduledPhase } from './schedule.js';

export type CampaignId = string & { readonly __id: 'campaign' };

export const CAMPAIGN_STATUSES = ['draft', 'approved', 'running', 'paused', 'summingUp', 'closed', 'stopped'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export const CAMPAIGN_STATUS_NAMES: Readonly<Record<CampaignStatus, Bilingual>> = {
  draft: { zh: '拟订', en: 'draft' },
  approved: { zh: '已批准', en: 'approved' },
  running: { zh: '进行中', en: 'running' },
  paused: { zh: '已暂停', en: 'paused' },
  summingUp: { zh: '总结中', en: 'summing up' },
  closed: { zh: '已结束', en: 'closed' },
  stopped: { zh: '已终止', en: 'stopped' },
};

export type PhaseState = ScheduledPhase & { readonly status: 'pending' | 'running' | 'ended' | 'closed' };

/** A campaign's own state. What units owe are rows beside it: three thousand of them do not belong in one file. */
export interface CampaignFile {
  readonly id: CampaignId;
  /** Counts the acts on the campaign itself; submissions of units lengthen its record, not its version. */
  readonly version: number;
  readonly status: CampaignStatus;
  readonly name: string;
  readonly region: RegionPath;
  /** The plan it began with, `id@version`. */
  readonly plan: string;
  readonly law: string;
  readonly start: Day;
  readonly end: Day;
  readonly nominalEnd?: Instant;
  readonly nominalPassed?: true;
  readonly phases: readonly PhaseState[];
  /** 上级专项: the superior's campaign it carries out, or the campaign whose sub-plan it is (R-CAMP-23, 24). */
  readonly parent?: CampaignId;
  /** 回头看: the earlier campaign whose ledger it takes over (R-CAMP-22). */
  readonly predecessor?: CampaignId;
  readonly draftedBy: AccountId;
  /** Standing rules of earlier campaigns, as they were when this one was drafted. */
  readonly carried?: readonly CarriedRule[];
  readonly approvedBy?: AccountId;
  readonly launchedAt?: Instant;
  readonly pausedAt?: Instant;
  readonly summary?: string;
  readonly summedUpBy?: AccountId;
  readonly standing?: { readonly act: string; readonly by: AccountId; readonly at: Instant };
}

export const isCampaignOpen = ({ status }: { status: CampaignStatus }): boolean =>
  status !== 'closed' && status !== 'stopped';
