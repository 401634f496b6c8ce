import type { CopyActName } from '@fundguard/domain';

/** `POST /table-copies/{id}/<noun>` and the act it is. */
export const COPY_ROUTES = {
  approval: 'approveTable',
  return: 'returnTable',
} as const satisfies Record<string, CopyActName>;
