import { z } from 'zod';
import { requireOther } from '../people/actor.js';
import { reason } from '../text.js';
import { act, clockKey, settled } from './act.js';
import { requireTransfersSettled } from './closure.js';
import type { CaseFile } from './file.js';

/** 批准拟处罚意见. What was proposed may now be told to the party (行政处罚法 44). */
export const approvePenalty = act('case.approve', ['approval'], z.strictObject({}), (file, _data, context) => {
  requireOther(context.actor, file.proposal?.by);
  return {
    kind: 'penaltyApproved',
    changes: {
      stage: 'notice',
      ...(file.proposal ? { proposal: { ...file.proposal, approvedBy: context.actor.account } } : {}),
      ...settled('penaltyApproved', context),
    },
    data: amounts(file),
  };
});

/** 退回: investigate further and propose again. */
export const returnPenalty = act('case.approve', ['approval'], z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.proposal?.by);
  return {
    kind: 'penaltyReturned',
    changes: { stage: 'investigation', ...settled('penaltyReturned', context) },
    data,
  };
});

/** 不予处罚. The case ends without a penalty. */
export const rejectPenalty = act('case.approve', ['approval'], z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.proposal?.by);
  requireTransfersSettled(file);
  return {
    kind: 'penaltyRejected',
    changes: { stage: 'dismissed', ...settled('penaltyRejected', context) },
    data,
    stops: file.clocks.map(clockKey),
  };
});

const amounts = ({ proposal }: CaseFile) => ({ refund: proposal?.penalty?.refund, fine: proposal?.penalty?.fine });
