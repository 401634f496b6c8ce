import type { CampaignFacts, CampaignMoment, DeadlineFacts } from './campaign/facts.js';
import type { CampaignId } from './campaign/file.js';
import type { Step } from './campaign/ladder.js';
import type { PlanTemplate } from './campaign/plan.js';
import type { CaseFacts, CaseTimer } from './case/facts.js';
import type { CaseId } from './case/file.js';
import type { Discipline } from './discipline/discipline.js';
import type { JobFacts, JobId } from './job/job.js';
import type { LawPack } from './law/pack.js';
import type { DocumentTemplate } from './document/document.js';
import type { RegionPath } from './people/actor.js';
import type { PointsPack } from './points/pack.js';
import type { FormLookup } from './report/plan-forms.js';
import type { RewardTable } from './reward/table.js';
import type { StatisticsTable } from './table/table.js';
import type { SelfCheckList } from './self-check/list.js';
import type { WorkingCalendar } from './time/calendar.js';
import type { Day, Instant } from './time/instant.js';
import type { Checklist } from './visit/checklist.js';

/** The platform's time. Rehearsals and tests wind it; nothing else in the product reads a clock. */
export interface Clock {
  now(): Promise<Instant>;
}

/** Law and plans as loaded at the start. */
export interface Rules {
  /** A pinned pack, `id@version`. */
  law(reference: string): LawPack;
  /** The pack in force on a day, with what a region says of its own. */
  currentLaw(on: Day, region?: RegionPath): LawPack;
  /** By id or by an unambiguous beginning of it. */
  plan(id: string): PlanTemplate;
  hasPlan(id: string): boolean;
  /** A form of reports, `id@version`. */
  readonly form: FormLookup;
  readonly tables: readonly StatisticsTable[];
  readonly rewardTables: readonly RewardTable[];
  /** What whoever inspects has to acknowledge: the newest version. */
  discipline(): Discipline;
  /** 文书模板. */
  readonly documents: readonly DocumentTemplate[];
  /** 记分规则 of a place on a day; undefined where none is in force. */
  points(region: RegionPath, on: Day): PointsPack | undefined;
  /** 检查工作清单. */
  readonly checklists: readonly Checklist[];
  /** What units of a kind go through in a self-check; undefined where there is no such list. */
  selfCheckList(kind: string): SelfCheckList | undefined;
}

export interface Calendars {
  current(): Promise<WorkingCalendar>;
}

/** What a case workflow needs of the outside world. Each returns the facts as they stand afterwards. */
export interface CaseActivities {
  announceCase(id: CaseId): Promise<void>;
  calculatePenalty(id: CaseId, version: number, at: Instant): Promise<CaseFacts>;
  deliverTransfer(id: CaseId, transfer: string, at: Instant): Promise<CaseFacts>;
  passLimit(id: CaseId, timer: CaseTimer, at: Instant): Promise<CaseFacts>;
}

export interface CampaignActivities {
  announceCampaign(id: CampaignId): Promise<void>;
  passCampaignMoment(id: CampaignId, moment: CampaignMoment, at: Instant): Promise<CampaignFacts>;
}

export interface DeadlineActivities {
  /** Takes one step of a deadline's ladder, set-based and once. */
  takeStep(deadline: Pick<DeadlineFacts, 'campaignId' | 'due' | 'version'>, step: Step, at: Instant): Promise<void>;
}

export interface JobActivities {
  /** Does one slice of a job. Returns where it stands afterwards. */
  workOnJob(id: JobId): Promise<JobFacts>;
}
