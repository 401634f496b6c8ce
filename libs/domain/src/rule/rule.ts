import type { CampaignId } from '../campaign/file.js';
import type { AccountId, RegionPath } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';

export const RULE_STATUSES = ['draft', 'submitted', 'inForce', 'replaced', 'repealed'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

export const RULE_STATUS_NAMES: Readonly<Record<RuleStatus, Bilingual>> = {
  draft: { zh: '拟订中', en: 'being drafted' },
  submitted: { zh: '待批准', en: 'waiting for approval' },
  inForce: { zh: '施行中', en: 'in force' },
  replaced: { zh: '已被替代', en: 'replaced' },
  repealed: { zh: '已废止', en: 'repealed' },
};

/** What a campaign leaves behind (R-MECH-01 to 05). */
export const RULE_KINDS = [
  'rule',
  'mechanism',
  'riskPrevention',
  'internalControl',
  'smartMonitoring',
  'caseTransfer',
  'cooperation',
  'credit',
  'other',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** 六类风险 (R-MECH-02, R-VIOL-09). */
export const RISKS = ['misappropriation', 'insiders', 'threeFakes', 'laxReview', 'overTreatment', 'systemic'] as const;
export type Risk = (typeof RISKS)[number];

/** 长效制度: a rule or mechanism of a region, from the campaign that gave rise to it. */
export interface StandingRule {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly region: RegionPath;
  readonly status: RuleStatus;
  readonly version: number;
  readonly kind: RuleKind;
  /** Which of the six risks it guards against. */
  readonly risk?: Risk;
  readonly title: string;
  /** 文号. */
  readonly number?: string;
  readonly text: string;
  readonly department: string;
  readonly basis: string;
  readonly effectiveFrom?: Day;
  readonly draftedBy: AccountId;
  readonly submittedBy?: AccountId;
  readonly approvedBy?: AccountId;
  /** The rule that it takes the place of once it is in force. */
  readonly replaces?: string;
  readonly replacedBy?: string;
  readonly endedOn?: Day;
  readonly note?: string;
}

/** A rule as a later campaign carries it: what it was when the draft pinned it. */
export interface CarriedRule {
  readonly rule: string;
  readonly version: number;
  readonly title: string;
  readonly kind: RuleKind;
  readonly effectiveFrom: Day;
}
