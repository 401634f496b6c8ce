import type { TypicalActName } from '@fundguard/domain';

/** `POST /typical-cases/{id}/<noun>` and the act it is. */
export const TYPICAL_ROUTES = {
  revision: 'reviseTypical',
  submission: 'submitTypical',
  approval: 'approveTypical',
  return: 'returnTypical',
  publications: 'publishTypical',
  withdrawal: 'withdrawTypical',
  'take-downs': 'takeDownTypical',
} as const satisfies Record<string, TypicalActName>;
