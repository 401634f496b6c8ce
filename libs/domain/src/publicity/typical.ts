import type { CampaignId } from '../campaign/file.js';
import type { AccountId, RegionPath } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';
import type { NamingMode } from './anonymise.js';

export const TYPICAL_STATUSES = ['draft', 'submitted', 'approved', 'published', 'withdrawn'] as const;
export type TypicalStatus = (typeof TYPICAL_STATUSES)[number];

export const TYPICAL_STATUS_NAMES: Readonly<Record<TypicalStatus, Bilingual>> = {
  draft: { zh: '拟写中', en: 'being drafted' },
  submitted: { zh: '待审核', en: 'waiting for approval' },
  approved: { zh: '已审核，待发布', en: 'approved' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** 发布渠道 (R-PUB-01). */
export const CHANNELS = [
  'website',
  'newMedia',
  'press',
  'television',
  'radio',
  'communityBoard',
  'serviceWindow',
  'meeting',
  'training',
  'visit',
  'notice',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_NAMES: Readonly<Record<Channel, Bilingual>> = {
  website: { zh: '网站', en: 'website' },
  newMedia: { zh: '新媒体', en: 'social media' },
  press: { zh: '报刊', en: 'press' },
  television: { zh: '电视', en: 'television' },
  radio: { zh: '广播', en: 'radio' },
  communityBoard: { zh: '社区宣传栏', en: 'community board' },
  serviceWindow: { zh: '服务窗口', en: 'service window' },
  meeting: { zh: '会议', en: 'meeting' },
  training: { zh: '培训', en: 'training' },
  visit: { zh: '上门宣讲', en: 'door-to-door talk' },
  notice: { zh: '告知书', en: 'written notice' },
  other: { zh: '其他', en: 'other' },
};

/** Where it was published, and when it was taken down there again. */
export interface Publication {
  readonly id: string;
  readonly channel: Channel;
  readonly place: string;
  readonly on: Day;
  readonly link?: string;
  readonly by: AccountId;
  readonly takenDownOn?: Day;
}

/** 典型案例: what the public reads of a case, until the decision it tells of no longer holds (R-PUB-02). */
export interface TypicalCase {
  readonly id: string;
  readonly case?: string;
  readonly problem?: string;
  readonly campaign?: CampaignId;
  readonly region: RegionPath;
  readonly status: TypicalStatus;
  readonly version: number;
  readonly mode: NamingMode;
  readonly title: string;
  readonly text: string;
  /** Names that may not stand in it and that the file does not know. */
  readonly hidden: readonly string[];
  readonly draftedBy: AccountId;
  readonly submittedBy?: AccountId;
  readonly approvedBy?: AccountId;
  /** What whoever approves said when it was returned. */
  readonly note?: string;
  readonly publications: readonly Publication[];
  readonly withdrawal?: Withdrawal;
}

export interface Withdrawal {
  readonly reason: string;
  readonly on: Day;
  /** 三日内撤回, in working days (行政处罚法 48, 85). */
  readonly takeDownBy: Day;
  /** The case's act that took the decision away; absent where a person withdrew it. */
  readonly cause?: string;
}
