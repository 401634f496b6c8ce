import type { RuleActName } from '@fundguard/domain';

/** `POST /standing-rules/{id}/<noun>` and the act it is. */
export const RULE_ROUTES = {
  revision: 'reviseRule',
  submission: 'submitRule',
  approval: 'approveRule',
  return: 'returnRule',
  repeal: 'repealRule',
} as const satisfies Record<string, RuleActName>;
