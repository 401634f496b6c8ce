import { z } from 'zod';
import { requireOther } from '../people/actor.js';
import { reason } from '../text.js';
import { act, limit, settled } from './act.js';
import { requireTransfersSettled } from './closure.js';
import { answersOwed } from './reporter.js';

/** 批准立案. The time to decide starts: ninety days (令4号 45; 行政处罚法 60). */
export const approveFiling = act('case.approve', ['filing'], z.strictObject({}), (file, _data, context) => {
  requireOther(context.actor, file.filingRequestedBy);
  return {
    kind: 'filingApproved',
    changes: { stage: 'investigation', officers: [file.handler], ...settled('filingApproved', context) },
    starts: [limit(context, 'decision', context.now), ...answersOwed(file, context)],
    stops: ['verification'],
  };
});

/** 退回补充核查. Verification goes on within the time it has. */
export const returnFiling = act('case.approve', ['filing'], z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.filingRequestedBy);
  return { kind: 'filingReturned', changes: { stage: 'verification', ...settled('filingReturned', context) }, data };
});

/** 不批准立案. */
export const rejectFiling = act('case.approve', ['filing'], z.strictObject({ reason }), (file, data, context) => {
  requireOther(context.actor, file.filingRequestedBy);
  requireTransfersSettled(file);
  return {
    kind: 'filingRejected',
    changes: { stage: 'notFiled', ...settled('filingRejected', context) },
    data,
    starts: answersOwed(file, context),
    stops: ['verification'],
  };
});
