import type { SelfCheckActName } from '@fundguard/domain';

/** `POST /self-checks/{id}/<noun>` and the act it is. */
export const SELF_CHECK_ROUTES = {
  acceptance: 'acceptSelfCheck',
  return: 'returnSelfCheck',
} as const satisfies Record<string, SelfCheckActName>;
