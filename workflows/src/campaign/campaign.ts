import type { CampaignActivities, CampaignFacts, CampaignMoment } from '@fundguard/domain';
import { continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { follow } from '../follow.js';
import { type Telling, campaignMoved, campaignSignals, campaignView } from '../messages.js';

const { announceCampaign, passCampaignMoment } = proxyActivities<CampaignActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/**
 * A campaign from draft to close: phases that begin and end, the nominal clock beside them, and telling people of each
 * act. What units owe has deadlines of its own, one workflow for each instant.
 */
export async function campaign(opening: Telling<CampaignFacts>): Promise<void> {
  const file = follow(opening, [campaignMoved, ...Object.values(campaignSignals)]);
  setHandler(campaignView, () => file.now);
  const passed = new Set<string>();

  while (file.now.open) {
    const { campaignId, version } = file.now;
    await announceCampaign(campaignId);
    if (file.now.version > version) continue;
    const next = file.now.moments.find((moment) => !passed.has(nameOf(moment)));
    if ((await file.reaches(next?.at)) && next) {
      passed.add(nameOf(next));
      file.learn(await passCampaignMoment(campaignId, next, file.time()));
    }
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof campaign>(file.telling());
  }
  await announceCampaign(file.now.campaignId);
}

const nameOf = ({ moment, phase = '', at }: CampaignMoment): string => `${moment}/${phase}/${at}`;
