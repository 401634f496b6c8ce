export * from './act.js';
export * from './addressee.js';
export { CAMPAIGN_ACTS, type CampaignActName } from './campaign/acts.js';
export { type Arrears, CHASE_SKIPS, chaseSubject } from './campaign/chase.js';
export type { CampaignAct, CampaignEvent } from './campaign/act.js';
export { draftCampaign, draftPayload } from './campaign/draft.js';
export { evolveCampaign } from './campaign/evolve.js';
export * from './campaign/facts.js';
export * from './campaign/file.js';
export { holidayMoveSubject, holidayRule } from './campaign/holiday-move.js';
export { type Kin, type Relative, ownPlanHandedIn } from './campaign/kin.js';
export * from './campaign/ladder.js';
export * from './campaign/lay.js';
export * from './campaign/lateness.js';
export { campaignNotices } from './campaign/notices.js';
export * from './campaign/obligation.js';
export { OBLIGATION_ACTS, type ObligationActName } from './campaign/obligation-acts.js';
export type { Cadence } from './campaign/cadence.js';
export * from './campaign/plan.js';
export * from './campaign/plan-dates.js';
export type { PlanContent, PlanTarget } from './campaign/plan-content.js';
export * from './campaign/rehearsal.js';
export { whyPhaseStarts } from './campaign/rehearsal-words.js';
export * from './campaign/schedule.js';
export { sketchPlan } from './campaign/sketch.js';
export { shifted } from './campaign/shift.js';
export { CASE_ACTS, type CaseActName } from './case/acts.js';
export type { CaseAct, CaseEvent } from './case/act.js';
export { closureChecklist } from './case/closure.js';
export { evolveCase } from './case/evolve.js';
export * from './case/facts.js';
export * from './case/file.js';
export { exhibit } from './case/investigation.js';
export * from './case/matters.js';
export { caseNotices } from './case/notices.js';
export { leadPayload, openLead } from './case/verification.js';
export { canonicalJson } from './canonical-json.js';
export * from './discipline/discipline.js';
export * from './draw/acts.js';
export * from './draw/draw.js';
export * from './draw/draw-file.js';
export * from './draw/list.js';
export { select } from './draw/select.js';
export * from './document/document.js';
export * from './indicator/as-of.js';
export * from './indicator/catalogue.js';
export * from './indicator/figure.js';
export * from './indicator/indicator.js';
export * from './indicator/reading.js';
export * from './indicator/target-days.js';
export * from './indicator/target-state.js';
export * from './import/cell.js';
export * from './import/fields.js';
export * from './import/import.js';
export * from './import/kinds.js';
export * from './import/mapping.js';
export * from './import/row.js';
export * from './duty/acts.js';
export * from './group/acts.js';
export * from './group/group.js';
export * from './job/job.js';
export * from './law/clock.js';
export * from './law/pack.js';
export * from './law/penalty.js';
export * from './money.js';
export * from './people/actor.js';
export * from './people/delegation.js';
export * from './people/id-number.js';
export * from './people/roles.js';
export * from './ports.js';
export * from './problem/acts.js';
export * from './problem/problem.js';
export * from './refusal.js';
export * from './report/form.js';
export { isFrozen, withheldByTime } from './report/freeze.js';
export * from './report/plan-forms.js';
export * from './report/report.js';
export { reportPayload, whyNotRepeated } from './report/submit.js';
export { type Values, difference, isQuestioned, numberOf, summedFigures } from './report/values.js';
export * from './table/computed.js';
export * from './table/copy.js';
export * from './table/table.js';
export * from './self-check/acts.js';
export * from './self-check/list.js';
export * from './self-check/self-check.js';
export * from './text.js';
export * from './time/calendar.js';
export * from './time/day-kind.js';
export * from './time/instant.js';
export * from './visit/acts.js';
export * from './visit/checklist.js';
export {
  type Entry,
  type EntryContent,
  HANDLINGS,
  RESULTS,
  answers,
  entryPayload,
  filesOf,
  recordEntry,
  requireRecorder,
} from './visit/entry.js';
export * from './visit/finding.js';
export { inspectorNotices, visitNotices } from './visit/notices.js';
export * from './visit/plan.js';
export { type OnSiteRecord, onSiteRecord } from './visit/record.js';
export * from './visit/visit.js';
