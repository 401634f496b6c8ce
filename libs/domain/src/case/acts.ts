import { approvePenalty, rejectPenalty, returnPenalty } from './approval.js';
import { approveStrikeOff, reopenCase, requestStrikeOff, writeRootCause } from './closure.js';
import { issueDecision, returnDecision } from './decision.js';
import { applyToCourt, deferPayment, endRemedy, recordRemedy, serveDemand, waiveSurcharge } from './enforcement.js';
import { recordPayment } from './execution.js';
import { approveFiling, rejectFiling, returnFiling } from './filing.js';
import {
  addEvidence,
  assignOfficers,
  dismissCase,
  extendDecision,
  proposePenalty,
  recordInquiry,
  recordPenalty,
} from './investigation.js';
import { excludeTime, resumeTime } from './lengthen.js';
import { passReview, returnReview } from './legal-review.js';
import { elapse, remind, reprojectLimits } from './limits.js';
import { recordStatement, serveNotice, submitStatement } from './notice.js';
import { elapseAfterEnd, remindAfterEnd, reprojectAfterEnd } from './after-end.js';
import { answerAssignment, forwardLead, mergeLead } from './desk.js';
import { answerReporter } from './reporter.js';
import { approveReward, expireReward, notifyReward, payReward, proposeReward, refuseReward } from './reward.js';
import { acceptRectification, returnRectification, submitRectification } from './rectification.js';
import { recordService } from './service.js';
import {
  acknowledgeTransfer,
  answerTransfer,
  deliverTransfer,
  orderTransfer,
  proposeTransfer,
  refuseTransfer,
} from './transfer.js';
import { extendVerification, rejectLead, requestFiling } from './verification.js';

/** Everything that can be done to a case, in the order of the procedure. */
export const CASE_ACTS = {
  extendVerification,
  requestFiling,
  rejectLead,
  mergeLead,
  forwardLead,
  answerAssignment,
  answerReporter,
  approveFiling,
  returnFiling,
  rejectFiling,
  assignOfficers,
  addEvidence,
  recordInquiry,
  extendDecision,
  excludeTime,
  resumeTime,
  dismissCase,
  proposePenalty,
  recordPenalty,
  passReview,
  returnReview,
  approvePenalty,
  returnPenalty,
  rejectPenalty,
  serveNotice,
  submitStatement,
  recordStatement,
  issueDecision,
  returnDecision,
  recordService,
  recordPayment,
  deferPayment,
  recordRemedy,
  endRemedy,
  serveDemand,
  applyToCourt,
  waiveSurcharge,
  submitRectification,
  acceptRectification,
  returnRectification,
  writeRootCause,
  requestStrikeOff,
  approveStrikeOff,
  reopenCase,
  proposeTransfer,
  orderTransfer,
  refuseTransfer,
  deliverTransfer,
  acknowledgeTransfer,
  answerTransfer,
  proposeReward,
  approveReward,
  refuseReward,
  notifyReward,
  payReward,
  expireReward,
  elapse,
  remind,
  reprojectLimits,
  elapseAfterEnd,
  remindAfterEnd,
  reprojectAfterEnd,
} as const;
export type CaseActName = keyof typeof CASE_ACTS;
