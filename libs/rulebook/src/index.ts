export { calendarVersion, workingCalendar } from './calendars.js';
export { type PlanProblem, checkPlan, planAsText } from './check-plan.js';
export { dataDir } from './data-dir.js';
export { type Organisation, organisation } from './organisation.js';
export { planById } from './plans.js';
export { readPack } from './read-pack.js';
export { type Problem, RulebookError, issuesOf, worded } from './problem.js';
export { type Rulebook, loadRulebook } from './rulebook.js';
