export * from './platform.js';
export * from './command.js';
export { createCampaignActivities, createDeadlineActivities } from './campaign/activities.js';
export { actOnCampaign, openCampaign } from './campaign/commands.js';
export { deadlineWorkflowId } from './campaign/deadlines.js';
export { actOnObligation } from './campaign/obligations.js';
export { reproject } from './calendar.js';
export { createCaseActivities } from './case/activities.js';
export { actOnCase, openCase } from './case/commands.js';
