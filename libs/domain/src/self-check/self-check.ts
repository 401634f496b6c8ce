import type { CampaignId } from '../campaign/file.js';
import type { AccountId, RegionPath, UnitId } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { SelfCheckList } from './list.js';

export const SELF_CHECK_STATUSES = ['submitted', 'accepted', 'returned'] as const;
export type SelfCheckStatus = (typeof SELF_CHECK_STATUSES)[number];

export const SELF_CHECK_STATUS_NAMES: Readonly<Record<SelfCheckStatus, Bilingual>> = {
  submitted: { zh: '已报，待审核', en: 'handed in' },
  accepted: { zh: '审核通过', en: 'accepted' },
  returned: { zh: '已退回', en: 'returned' },
};

export interface PointAnswer {
  readonly point: string;
  readonly found: boolean;
  readonly note?: string | undefined;
}
export interface SampleAnswer {
  readonly sample: string;
  readonly total: number;
  readonly checked: number;
}
/** 承诺书: who promised, and in what position. */
export interface Commitment {
  readonly signedBy: string;
  readonly position: string;
}

/** 自查: one unit's answers to its list in one campaign, with its promise (R-SELF-03, 06). */
export interface SelfCheck {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly unit: UnitId;
  readonly region: RegionPath;
  readonly version: number;
  readonly status: SelfCheckStatus;
  /** As it was when the unit answered. */
  readonly list: SelfCheckList;
  readonly answers: readonly PointAnswer[];
  readonly samples: readonly SampleAnswer[];
  readonly commitment: Commitment;
  readonly submittedBy: AccountId;
  readonly note?: string;
}

/** The categories in which the unit said that it found nothing: what a check finds there was concealed (R-SELF-13, 16). */
export const deniedCategories = ({ list, answers }: Pick<SelfCheck, 'list' | 'answers'>): string[] => {
  const found = new Set(answers.filter((answer) => answer.found).map(({ point }) => point));
  return list.categories.filter(({ points }) => points.every(({ id }) => !found.has(id))).map(({ name }) => name.zh);
};
