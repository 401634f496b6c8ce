import { z } from 'zod';
import { requireOther } from '../people/actor.js';
import { reason } from '../text.js';
import { campaignAct } from './act.js';

/** 批准. */
export const approveCampaign = campaignAct(
  'campaign.approve',
  ['draft'],
  z.strictObject({}),
  (file, _data, { actor, now }) => {
    requireOther(actor, file.draftedBy);
    return {
      kind: 'campaignApproved',
      changes: {
        status: 'approved',
        approvedBy: actor.account,
        standing: { act: 'campaignApproved', by: actor.account, at: now },
      },
    };
  },
);

/** 退回修改, or withdrawn after approval: back to a draft. */
export const returnCampaign = campaignAct(
  'campaign.approve',
  ['draft', 'approved'],
  z.strictObject({ reason }),
  (_file, data, { actor, now }) => ({
    kind: 'campaignReturned',
    changes: { status: 'draft', standing: { act: 'campaignReturned', by: actor.account, at: now } },
    data,
  }),
);
