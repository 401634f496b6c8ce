import type { ActName } from '../acts/schema';
import { actOf } from '../acts/schema';
import type { Matter } from './queries';

/** What somebody may decide on a matter: to approve it, to send it back, to turn it down. */
interface Decisions {
  readonly approve: ActName;
  readonly back?: ActName;
  readonly refuse?: ActName;
}

export const DECISIONS: Readonly<Record<Matter['kind'], Decisions>> = {
  filing: { approve: 'approveFiling', back: 'returnFiling', refuse: 'rejectFiling' },
  legalReview: { approve: 'passReview', back: 'returnReview' },
  approval: { approve: 'approvePenalty', back: 'returnPenalty', refuse: 'rejectPenalty' },
  decision: { approve: 'issueDecision', back: 'returnDecision' },
  closure: { approve: 'approveStrikeOff' },
  transfer: { approve: 'orderTransfer', back: 'refuseTransfer' },
  reward: { approve: 'approveReward', refuse: 'refuseReward' },
  campaign: { approve: 'approveCampaign', back: 'returnCampaign' },
};

/** What the act needs besides what the matter itself says. */
export const givenBy = ({ kind, id }: Matter): Readonly<Record<string, unknown>> =>
  kind === 'transfer' ? { transfer: id } : kind === 'reward' ? { reward: id } : {};

/** A click is not enough: the act asks for something. */
export const needsForm = (matter: Matter): boolean =>
  Object.keys(actOf(DECISIONS[matter.kind].approve).schema.properties ?? {}).some((name) => !(name in givenBy(matter)));
