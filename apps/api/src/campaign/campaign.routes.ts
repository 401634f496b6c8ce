import type { CampaignActName, ObligationActName } from '@fundguard/domain';

/** `POST /campaigns/{id}/<noun>` and the act it is. */
export const CAMPAIGN_ROUTES = {
  approval: 'approveCampaign',
  return: 'returnCampaign',
  launch: 'launchCampaign',
  'deadline-moves': 'moveDeadline',
  pause: 'pauseCampaign',
  resumption: 'resumeCampaign',
  'phase-closures': 'closePhase',
  summary: 'sumUpCampaign',
  closure: 'closeCampaign',
  termination: 'stopCampaign',
  participants: 'addUnit',
  'participant-removals': 'dropUnit',
  chases: 'chaseUnits',
  inheritance: 'takeOverLedger',
  'recheck-samples': 'sampleRechecks',
} as const satisfies Record<string, CampaignActName>;

/** `POST /obligations/{id}/<noun>` and the act it is. */
export const OBLIGATION_ROUTES = {
  submission: 'submitReport',
  acceptance: 'acceptReport',
  return: 'returnReport',
  waiver: 'waiveReport',
} as const satisfies Record<string, ObligationActName>;
