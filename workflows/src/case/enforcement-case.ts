import type { CaseFacts } from '@fundguard/domain';
import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { follow } from '../follow.js';
import { type Telling, caseMoved, caseSignals, caseView } from '../messages.js';
import { takeInHand } from './in-hand.js';
import { PROCEDURE } from './procedure.js';
import { deliverTransfers } from './transfers.js';

/**
 * A case from lead to strike-off. People's acts are facts that arrive by signal; the workflow tells those concerned,
 * does the machine's work, and keeps every limit. It computes no law and no dates: both are in the facts.
 */
export async function enforcementCase(opening: Telling<CaseFacts>): Promise<void> {
  const file = follow(opening, [caseMoved, ...Object.values(caseSignals)]);
  setHandler(caseView, () => file.now);

  const inHand = takeInHand(file);
  do {
    const beside = deliverTransfers(file);
    while (file.now.open) {
      await PROCEDURE[file.now.stage](inHand);
      if (workflowInfo().continueAsNewSuggested && file.now.open)
        await continueAsNew<typeof enforcementCase>(file.telling());
    }
    await beside;
    await inHand.announce();
  } while (file.now.open); // reopened while the end was being told
}
