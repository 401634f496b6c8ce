import type { Stage } from '@fundguard/domain';
import type { CaseInHand } from './in-hand.js';

type Walk = (file: CaseInHand) => Promise<void>;

/** The handler verifies the lead and asks for filing, rejects it or merges it. Nobody acts: reminded, then missed. */
const verification: Walk = (file) => leaving(file, 'verification');

/** The leader approves, returns or rejects the filing; the time to verify still runs. */
const filing: Walk = (file) => leaving(file, 'filing');

/** Officers gather evidence and propose a penalty; its amounts are the machine's work and lead to legal review. */
const investigation: Walk = async (file) => {
  while (file.isIn('investigation')) {
    if (file.proposalWaits()) await file.calculate();
    else await file.nextMove();
  }
};

/** A reviewer who did not handle the case passes or returns it. */
const legalReview: Walk = (file) => leaving(file, 'legalReview');

/** The leader approves what is to be told to the party, returns it, or rejects it. */
const approval: Walk = (file) => leaving(file, 'approval');

/** Served on the party, which may be heard. Nobody acts: the window closes and the case goes on to the decision. */
const notice: Walk = (file) => leaving(file, 'notice');

/** The leader decides, or sends it back to be investigated further. */
const decision: Walk = (file) => leaving(file, 'decision');

/** The decision is served; the two ledgers open. */
const service: Walk = (file) => leaving(file, 'service');

/** Refund and fine come in, each by its own limit; when both are settled rectification begins. */
const execution: Walk = (file) => leaving(file, 'execution');

/** The institution puts things right by the day of the order; the handler accepts or returns it. */
const rectification: Walk = (file) => leaving(file, 'rectification');

/** The checklist is worked off; the leader strikes the case off the ledger. */
const closure: Walk = (file) => leaving(file, 'closure');

async function leaving(file: CaseInHand, stage: Stage): Promise<void> {
  while (file.isIn(stage)) await file.nextMove();
}

const ended: Walk = () => Promise.resolve();

/** The procedure, stage by stage; which follows which is in the facts, because people may send a case back. */
export const PROCEDURE: Record<Stage, Walk> = {
  verification,
  filing,
  investigation,
  legalReview,
  approval,
  notice,
  decision,
  service,
  execution,
  rectification,
  closure,
  struckOff: ended,
  notFiled: ended,
  merged: ended,
  dismissed: ended,
};
