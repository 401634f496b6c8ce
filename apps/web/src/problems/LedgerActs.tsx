import { ActButton } from '../acts/ActButton';
import { whyNot } from '../acts/why-not';
import type { Campaign } from '../campaigns/queries';

const ACTS = ['takeOverLedger', 'sampleRechecks'] as const;

/** What is done to the ledger as a whole: taking over an earlier one, where there is one, and drawing for re-checks. */
export function LedgerActs({ campaign }: { readonly campaign: Campaign }) {
  return ACTS.map((act) => {
    const offer = campaign.acts.find((each) => each.act === act);
    if (!offer || (act === 'takeOverLedger' && !campaign.predecessor)) return null;
    return (
      <ActButton
        key={act}
        act={act}
        id={campaign.id}
        version={campaign.version}
        withheld={whyNot(offer.withheld)}
        initial={act === 'takeOverLedger' ? { struckOff: true } : { percent: 10, atLeast: 1 }}
      />
    );
  });
}
