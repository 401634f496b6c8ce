import type { MemberActName } from '@fundguard/domain';

/** `POST /pool-members/{id}/<noun>` and the act it is. */
export const MEMBER_ROUTES = {
  revision: 'reviseMember',
  withdrawal: 'withdrawMember',
} as const satisfies Record<string, MemberActName>;
