export { campaign } from './campaign/campaign.js';
export { enforcementCase } from './case/enforcement-case.js';
export { job } from './job/job.js';
export { deadline } from './deadline/deadline.js';
