import type { ProblemActName } from '@fundguard/domain';

/** `POST /problems/{id}/<noun>` and the act it is. */
export const PROBLEM_ROUTES = {
  rectification: 'reportRectification',
  refunds: 'recordRefund',
  'strike-off': 'strikeOff',
  return: 'returnProblem',
  'due-moves': 'moveProblemDue',
  rechecks: 'recheckProblem',
} as const satisfies Record<string, ProblemActName>;
