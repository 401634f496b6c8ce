import type { ReactNode } from 'react';
import { ActList } from '../acts/ActList';
import { DeadlinePicker, DuePicker, ParticipantPicker, PhasePicker } from './act-controls';
import type { Campaign } from './queries';

/** The step that takes the campaign on. */
const ONWARD = new Set<string>(['approveCampaign', 'launchCampaign', 'resumeCampaign', 'closeCampaign']);
const DANGER = new Set<string>(['returnCampaign', 'stopCampaign', 'dropUnit']);

/** What is done to the campaign as a whole, with the controls that know its deadlines, phases and units. */
const CONTROLS: Readonly<Record<string, (campaign: Campaign) => Readonly<Record<string, ReactNode>>>> = {
  approveCampaign: () => ({}),
  returnCampaign: () => ({}),
  launchCampaign: () => ({}),
  moveDeadline: (campaign) => ({
    from: <DeadlinePicker campaign={campaign} />,
    source: <DuePicker campaign={campaign} />,
    unit: <ParticipantPicker campaign={campaign} isOptional />,
  }),
  pauseCampaign: () => ({}),
  resumeCampaign: () => ({}),
  closePhase: (campaign) => ({ phase: <PhasePicker campaign={campaign} /> }),
  sumUpCampaign: () => ({}),
  closeCampaign: () => ({}),
  stopCampaign: () => ({}),
  addUnit: () => ({}),
  dropUnit: (campaign) => ({ unit: <ParticipantPicker campaign={campaign} /> }),
};

/** The acts this person may do; those that the status forbids with the reason why not now. */
export function CampaignActs({ campaign }: { readonly campaign: Campaign }) {
  const offers = campaign.acts.filter(({ act }) => act in CONTROLS);
  if (offers.length === 0) return null;
  return (
    <ActList
      namespace="campaigns"
      id={campaign.id}
      version={campaign.version}
      offers={offers}
      propsOf={(act) => ({
        controls: CONTROLS[act]?.(campaign) ?? {},
        danger: DANGER.has(act),
        ...(ONWARD.has(act) ? { type: 'primary' as const } : {}),
      })}
    />
  );
}
