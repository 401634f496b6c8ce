import type { CampaignId } from '../campaign/file.js';
import type { Excluded, Limit } from '../law/clock.js';
import type { Penalty, PenaltyFinding } from '../law/penalty.js';
import type { Instalment, Payment } from '../law/surcharge.js';
import type { LeadTag } from '../lead/source.js';
import type { Fen } from '../money.js';
import type { AccountId, RegionPath, UnitId } from '../people/actor.js';
import type { ReporterMark } from '../reporter/reporter.js';
import type { Reward } from '../reward/reward.js';
import type { PartnerAuthority } from '../people/partner.js';
import type { Bilingual } from '../text.js';
import type { Day, Instant } from '../time/instant.js';

export type CaseId = string & { readonly __id: 'case' };

/** The stages of a case in the order of the procedure; the last four end it. */
export const STAGES = [
  'verification',
  'filing',
  'investigation',
  'legalReview',
  'approval',
  'notice',
  'decision',
  'service',
  'execution',
  'rectification',
  'closure',
  'struckOff',
  'notFiled',
  'merged',
  'dismissed',
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Readonly<Record<Stage, Bilingual>> = {
  verification: { zh: '线索核查', en: 'verification' },
  filing: { zh: '立案审批', en: 'filing' },
  investigation: { zh: '调查取证', en: 'investigation' },
  legalReview: { zh: '法制审核', en: 'legal review' },
  approval: { zh: '负责人审批', en: 'approval' },
  notice: { zh: '告知', en: 'notice' },
  decision: { zh: '决定', en: 'decision' },
  service: { zh: '送达', en: 'service' },
  execution: { zh: '执行', en: 'execution' },
  rectification: { zh: '整改', en: 'rectification' },
  closure: { zh: '销号审批', en: 'closure' },
  struckOff: { zh: '已销号', en: 'struck off' },
  notFiled: { zh: '不予立案', en: 'not filed' },
  merged: { zh: '已并案', en: 'merged' },
  dismissed: { zh: '已终结', en: 'dismissed' },
};

/** The article that gives a stage its place in the procedure. */
export const STAGE_ARTICLES: Readonly<Partial<Record<Stage, string>>> = {
  filing: '行政处罚法 第五十四条',
  investigation: '行政处罚法 第五十四条',
  legalReview: '行政处罚法 第五十八条',
  approval: '行政处罚法 第五十七条',
  notice: '行政处罚法 第四十四条',
  decision: '行政处罚法 第五十七条',
  service: '行政处罚法 第六十一条',
  execution: '行政处罚法 第六十七条',
};

export const ENDED: readonly Stage[] = ['struckOff', 'notFiled', 'merged', 'dismissed'];
export const isOpen = (file: { readonly stage: Stage }): boolean => !ENDED.includes(file.stage);

/**
 * Limits of what is owed to others than the party: the answer to a superior, the answer to a reporter, the collection of a reward.
 * They run on when the case has ended.
 */
const OUTLIVING: readonly string[] = ['assignment', 'reporterAnswer', 'rewardCollection'];
export const outlivesCase = ({ clock }: { readonly clock: string }): boolean => OUTLIVING.includes(clock);

/** A time limit running on the case; `lapsed` once it passed without the act it waits for. */
export type CaseClock = Limit & {
  readonly remindAt?: Instant;
  readonly reminded?: true;
  readonly lapsed?: Instant;
  /** It stands still since that day: excluded time whose end is not known yet. */
  readonly pausedFrom?: Day;
};

/** 扣除期间: time that does not count towards a limit, as confirmed. Without `until` it goes on. */
export interface ExcludedTime {
  readonly id: string;
  readonly clock: string;
  readonly kind: Excluded;
  readonly from: Day;
  readonly until?: Day;
  readonly reason: string;
  readonly by: AccountId;
}

export interface Exhibit {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** One of the eight kinds of evidence (行政处罚法 46). */
  readonly kind: string;
  readonly addedBy: AccountId;
  readonly addedAt: Instant;
}

export interface Inquiry {
  readonly id: string;
  readonly person: string;
  readonly officers: readonly AccountId[];
  readonly place: string;
  readonly heldAt: Instant;
  readonly record: string;
}

export interface Proposal {
  readonly by: AccountId;
  readonly finding: PenaltyFinding;
  readonly grounds: string;
  /** What the calculator made of it; a proposal without it cannot be reviewed. */
  readonly penalty?: Penalty;
  readonly reviewedBy?: AccountId;
  readonly approvedBy?: AccountId;
}

export interface Decision {
  readonly by: AccountId;
  readonly decidedAt: Instant;
  readonly penalty: Penalty;
  readonly rectifyBy: Day;
}

/** One of the two ledgers: what is owed and what came in. Refunds go to the fund, fines to the treasury (条例 45). */
export interface MoneyLedger {
  readonly owed: Fen;
  readonly paid: Fen;
}

export interface Transfer {
  readonly id: string;
  readonly to: PartnerAuthority;
  readonly grounds: string;
  readonly status:
    'proposed' | 'refused' | 'approved' | 'delivered' | 'acknowledged' | 'accepted' | 'declined' | 'returned';
  readonly proposedBy: AccountId;
  readonly receipt?: string;
  readonly answer?: string;
}

/** 复议或者诉讼; without `until` it goes on. */
export interface Remedy {
  readonly id: string;
  readonly kind: 'reconsideration' | 'litigation';
  readonly authority: string;
  readonly from: Day;
  readonly until?: Day;
  readonly outcome?: 'upheld' | 'changed' | 'revoked' | 'withdrawn';
}

/** 执行: what decides about surcharge and court once the decision was served. */
export interface Execution {
  readonly servedOn: Day;
  /** The day the fine was due by law; absent where none is owed. */
  readonly fineDue?: Day;
  readonly finePaid: readonly Payment[];
  /** 暂缓或者分期: in place of the day by law, for what was left then. */
  readonly plan?: readonly Instalment[];
  readonly remedies: readonly Remedy[];
  readonly demandedOn?: Day;
  readonly court?: { readonly on: Day; readonly name: string };
}

/** 上级交办: who asks, under which number, by when, and what was answered (R-LEAD-09). */
export interface Assignment {
  readonly by: string;
  readonly number?: string;
  readonly due: Day;
  readonly answer?: string;
  readonly answeredAt?: Instant;
}

export interface CaseFile {
  readonly id: CaseId;
  readonly number: string;
  readonly version: number;
  readonly stage: Stage;
  readonly title: string;
  readonly region: RegionPath;
  readonly campaign?: CampaignId;
  readonly subject: {
    readonly kind: 'institution' | 'individual';
    readonly name: string;
    readonly unit?: UnitId;
    /** `3301**********1234`; the number is sealed beside the file. */
    readonly maskedId?: string;
  };
  readonly source: string;
  readonly tags?: readonly LeadTag[];
  readonly assignment?: Assignment;
  /** Of a lead that went on as part of another case. */
  readonly mergedInto?: CaseId;
  /** That somebody reported it, and whether by name; who it was lies in the vault, not here (R-LEAD-05). */
  readonly reporters?: readonly ReporterMark[];
  readonly rewards?: readonly Reward[];
  readonly openedAt: Instant;
  /** The parameter pack the case began with, `id@version`; a later pack does not alter a running case. */
  readonly law: string;
  readonly handler: AccountId;
  readonly officers: readonly AccountId[];
  readonly clocks: readonly CaseClock[];
  /** The ledger of what was taken out of the limits; absent where nothing was. */
  readonly exclusions?: readonly ExcludedTime[];
  readonly evidence: readonly Exhibit[];
  readonly inquiries: readonly Inquiry[];
  readonly filingRequestedBy?: AccountId;
  readonly proposal?: Proposal;
  readonly noticeServedOn?: Day;
  readonly statements: readonly { readonly by: AccountId; readonly text: string; readonly at: Instant }[];
  readonly decision?: Decision;
  /** `surcharge`: 加处罚款, once the fine was paid too late. */
  readonly ledgers?: { readonly refund: MoneyLedger; readonly fine: MoneyLedger; readonly surcharge?: MoneyLedger };
  readonly execution?: Execution;
  readonly transfers: readonly Transfer[];
  readonly rectification?: { readonly report: string; readonly accepted: boolean };
  readonly rootCause?: string;
  readonly strikeOffRequestedBy?: AccountId;
  /** The act that settled the last approval, shown to whoever comes second. */
  readonly standing?: { readonly act: string; readonly by: AccountId; readonly at: Instant };
}
