import type { CampaignId } from '../campaign/file.js';
import type { AccountId, Person, RegionPath, UnitId } from '../people/actor.js';
import { speaksForUnit, within } from '../people/actor.js';
import { holds } from '../people/roles.js';
import type { Bilingual } from '../text.js';
import type { Day, Instant } from '../time/instant.js';
import type { Checklist } from './checklist.js';
import type { Entry } from './entry.js';

export const VISIT_STATUSES = ['planned', 'noticed', 'arrived', 'finished', 'cancelled'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

export const VISIT_STATUS_NAMES: Readonly<Record<VisitStatus, Bilingual>> = {
  planned: { zh: '已安排，未通知', en: 'planned, not made known yet' },
  noticed: { zh: '已通知', en: 'made known' },
  arrived: { zh: '检查中', en: 'under way' },
  finished: { zh: '已完成', en: 'finished' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** 检查类型 (R-SCOPE-22, 28, 29; R-INSP-10, 18). */
export const VISIT_KINDS = [
  'first',
  'recheck',
  'crossArea',
  'nightCheck',
  'remoteRound',
  'joint',
  'thirdPartyReview',
  'dataMonitoring',
] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** 检查方式 (R-SCOPE-22). */
export const VISIT_METHODS = [
  ...['onSite', 'offSite', 'manual', 'intelligent', 'recordReview', 'expertReview', 'interview', 'homeVisit'],
  ...['hotlineInquiry', 'dailySupervision', 'special', 'unannounced', 'randomDraw', 'lookBack', 'assistanceFund'],
] as const;

/** 选取依据: drawn by lot, or chosen and why (R-SCOPE-24). */
export const VISIT_CHOICES = ['draw', 'coverage', 'leads', 'keyTarget', 'earlierFindings', 'selfCheck'] as const;
export type VisitChoice = (typeof VISIT_CHOICES)[number];

/** 廉政承诺、回避声明, before the task (R-ACC-07). */
export interface Pledge {
  readonly account: AccountId;
  readonly conflict: boolean;
  readonly note?: string;
  readonly at: Instant;
}

/** 补充说明: what a finished record had wrong. The record itself stays as it was signed. */
export interface Addendum {
  readonly text: string;
  readonly reason: string;
  readonly by: AccountId;
  readonly at: Instant;
}

/** 第三方参与: who of a contract's people took part, what in, and what came of it (R-ORG-14). */
export interface ThirdPartyPart {
  readonly member: string;
  readonly part: string;
  readonly result: string;
  readonly by: AccountId;
  readonly at: Instant;
}

/** 现场检查: one unit, one day, one team (R-INSP-01, 17). */
export interface Visit {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly unit: UnitId;
  /** The unit's. */
  readonly region: RegionPath;
  readonly version: number;
  readonly status: VisitStatus;
  readonly kind: VisitKind;
  readonly methods: readonly string[];
  readonly chosen: VisitChoice;
  readonly why?: string;
  readonly draw?: string;
  readonly day: Day;
  /** `09:00-12:00` */
  readonly hours?: string;
  /** The first of them leads (组长). */
  readonly team: readonly AccountId[];
  readonly departments: readonly string[];
  /** From which day the unit may be told; absent: it is told by the team's arrival (突击检查). */
  readonly noticeOn?: Day;
  /** What the record says of the plan before the notice: a hash of day, unit and team with this salt. */
  readonly salt: string;
  readonly checklist: Checklist;
  readonly pledges: readonly Pledge[];
  readonly noticedAt?: Instant;
  readonly arrivedAt?: Instant;
  readonly finishedAt?: Instant;
  readonly report?: string;
  /** SHA-256 of everything recorded, as it was signed. */
  readonly recordHash?: string;
  readonly addenda: readonly Addendum[];
  readonly thirdParties: readonly ThirdPartyPart[];
}

/** With what was recorded on site, oldest first. */
export interface VisitFile extends Visit {
  readonly entries: readonly Entry[];
}

/** Until then day and unit are nobody's to know but the team's and those who plan, lead or audit (R-SCOPE-09, R-ACC-06). */
export const isSecret = ({ noticedAt }: Pick<Visit, 'noticedAt'>): boolean => noticedAt === undefined;

/**
 * Whether somebody may know of a visit at all. `campaignRegion`: whose campaign it is. A county is not told beforehand of what
 * the city planned for its institutions.
 */
export function maySee(
  visit: Pick<Visit, 'unit' | 'region' | 'team' | 'noticedAt'>,
  campaignRegion: RegionPath,
  person: Person,
): boolean {
  if (visit.team.includes(person.account)) return true;
  if (speaksForUnit(person)) return person.unit === visit.unit && !isSecret(visit);
  const ownCampaign = within(campaignRegion, person.region);
  if (isSecret(visit)) return ownCampaign && holds(person.roles, 'visit.oversee');
  return ownCampaign || within(visit.region, person.region);
}
