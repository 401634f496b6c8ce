export { campaign } from './campaign/campaign.js';
export { enforcementCase } from './case/enforcement-case.js';
export { deadline } from './deadline/deadline.js';
