import { z } from 'zod';
import { type Person, requireOther } from '../people/actor.js';
import { correctReport } from '../report/correct.js';
import { enterReport, repeatReport, submitReport } from '../report/submit.js';
import { reason, text } from '../text.js';
import { type Obligation, obligationAct } from './obligation.js';

/** Whoever handed a report in, or corrected it since, does not judge it. */
function requireUninvolved(actor: Person, { submittedBy, basis }: Obligation): void {
  requireOther(actor, submittedBy ?? undefined);
  basis?.correctedBy.forEach((account) => requireOther(actor, account));
}

/** 审核通过: the receipt (签收) of who is in charge of the receiver. */
export const acceptReport = obligationAct(
  'obligation.review',
  ['submitted'],
  z.strictObject({ note: text(5_000).optional() }),
  (obligation, data, { actor }) => {
    requireUninvolved(actor, obligation);
    return { kind: 'reportAccepted', status: 'accepted', data };
  },
);

/** 退回. Past the due instant it is overdue again: a poor report does not buy time. */
export const returnReport = obligationAct(
  'obligation.review',
  ['submitted'],
  z.strictObject({ reason }),
  (obligation, data, { actor, now }) => {
    requireUninvolved(actor, obligation);
    return { kind: 'reportReturned', status: now > obligation.due ? 'overdue' : 'returned', data };
  },
);

/** 免报, with the reason on record. */
export const waiveReport = obligationAct(
  'campaign.coordinate',
  ['open', 'returned', 'overdue'],
  z.strictObject({ reason }),
  (_obligation, data) => ({ kind: 'reportWaived', status: 'waived', data }),
);

export const OBLIGATION_ACTS = {
  submitReport,
  enterReport,
  repeatReport,
  acceptReport,
  returnReport,
  correctReport,
  waiveReport,
} as const;
export type ObligationActName = keyof typeof OBLIGATION_ACTS;
