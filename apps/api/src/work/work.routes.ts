import type { WorkActName } from '@fundguard/domain';

/** `POST /work-records/{id}/<noun>` and the act it is. */
export const WORK_ROUTES = {
  holding: 'holdWork',
  'day-moves': 'moveWork',
  corrections: 'correctWork',
  'follow-ups': 'followUpWork',
  cancellation: 'cancelWork',
} as const satisfies Record<string, WorkActName>;
