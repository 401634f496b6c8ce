import { ActButton } from '../acts/ActButton';
import { useSession } from '../api/session';
import { ParticipantPicker } from '../campaigns/act-controls';
import type { Campaign } from '../campaigns/queries';

/** 登记问题: a unit enters what its self-check found, everybody else what a check of theirs found. */
export function EnterProblem({ campaign }: { readonly campaign: Campaign }) {
  const { unit } = useSession().person;
  return (
    <ActButton
      act="enterProblem"
      type="primary"
      fixed={{ campaign: campaign.id, ...(unit && { unit, source: 'selfCheck' }) }}
      initial={{ source: 'inspection', amount: '0' }}
      controls={{ unit: <ParticipantPicker campaign={campaign} /> }}
    />
  );
}
