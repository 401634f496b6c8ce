import type { CampaignId } from '../campaign/file.js';
import { type Fen, fen } from '../money.js';
import type { AccountId, RegionPath, UnitId } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day, Instant } from '../time/instant.js';

export const PROBLEM_STATUSES = ['open', 'reported', 'returned', 'struckOff'] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

export const PROBLEM_STATUS_NAMES: Readonly<Record<ProblemStatus, Bilingual>> = {
  open: { zh: '待整改', en: 'to be put right' },
  reported: { zh: '已报整改，待验收', en: 'reported as put right' },
  returned: { zh: '退回重改', en: 'returned' },
  struckOff: { zh: '已销号', en: 'struck off' },
};

/** Who found it: the unit itself, or somebody who checked. */
export const PROBLEM_SOURCES = ['selfCheck', 'inspection', 'recheck', 'superior', 'screening', 'predecessor'] as const;

/** What somebody may enter; the machine alone takes lines over from an earlier campaign. */
export const ENTERED_SOURCES = PROBLEM_SOURCES.filter((source) => source !== 'predecessor');
export type ProblemSource = (typeof PROBLEM_SOURCES)[number];

export const PROBLEM_SOURCE_NAMES: Readonly<Record<ProblemSource, Bilingual>> = {
  selfCheck: { zh: '单位自查', en: 'self-check' },
  inspection: { zh: '现场检查', en: 'inspection' },
  recheck: { zh: '复查发现', en: 're-check' },
  superior: { zh: '上级交办', en: 'handed down' },
  screening: { zh: '数据筛查', en: 'screening' },
  predecessor: { zh: '承接前次专项', en: 'taken over from the campaign before' },
};

/** What a look-back takes over: lines to put right, lines to check again, cases that were left unfinished, and who is not in it. */
export interface Inheritance {
  readonly open: number;
  readonly toRecheck: number;
  readonly cases: number;
  readonly leftOut: number;
}

/** 退回违规资金, with its receipt. */
export interface Refund {
  readonly amount: Fen;
  readonly paidOn: Day;
  readonly voucher: string;
  /** Since when the ledger knows of it; a report tells of what came to be known since the one before. */
  readonly recordedAt: Instant;
}

/** 整改: what was done, and who answers for it (R-SELF-05, 11). */
export interface Rectification {
  readonly department: string;
  readonly responsible: string;
  readonly measures: string;
  readonly report: string;
  readonly by: AccountId;
}

/** 问题台账 line: a problem of one unit in one campaign, until it is struck off (R-SELF-10). */
export interface Problem {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly unit: UnitId;
  readonly region: RegionPath;
  readonly version: number;
  readonly status: ProblemStatus;
  readonly source: ProblemSource;
  readonly category: string;
  readonly what: string;
  readonly amount: Fen;
  readonly refunds: readonly Refund[];
  readonly due: Day;
  readonly enteredBy: AccountId;
  readonly rectification?: Rectification;
  /** What whoever judged the rectification last said of it. */
  readonly note?: string;
  /** 虚假整改: how often a re-check found that it had not been put right after all (R-SELF-13). */
  readonly shams: number;
  /** When it was last struck off; the same again after that is a relapse (R-MECH-06). */
  readonly struckOffAt?: Instant;
  /** 复查: drawn or taken over to be checked again, or checked already. */
  readonly recheck?: 'due' | 'done';
}

export const refunded = ({ refunds }: Pick<Problem, 'refunds'>): Fen =>
  fen(refunds.reduce((sum, { amount }) => sum + amount, 0n));
