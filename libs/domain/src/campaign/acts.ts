import { approveCampaign, returnCampaign } from './approval.js';
import { chaseUnits } from './chase.js';
import { sampleRechecks, takeOverLedger } from './look-back.js';
import {
  addUnit,
  closeCampaign,
  closePhase,
  dropUnit,
  launchCampaign,
  moveDeadline,
  passMoment,
  pauseCampaign,
  resumeCampaign,
  stopCampaign,
  sumUpCampaign,
} from './run.js';

/** Everything that can be done to a drafted campaign. */
export const CAMPAIGN_ACTS = {
  approveCampaign,
  returnCampaign,
  launchCampaign,
  moveDeadline,
  pauseCampaign,
  resumeCampaign,
  closePhase,
  sumUpCampaign,
  closeCampaign,
  stopCampaign,
  addUnit,
  dropUnit,
  chaseUnits,
  takeOverLedger,
  sampleRechecks,
  passMoment,
} as const;
export type CampaignActName = keyof typeof CAMPAIGN_ACTS;
