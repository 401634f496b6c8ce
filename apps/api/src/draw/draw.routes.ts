import type { DrawActName } from '@fundguard/domain';

/** `POST /draws/{id}/<noun>` and the act it is. */
export const DRAW_ROUTES = {
  drawing: 'makeDraw',
  exclusions: 'excludeFromDraw',
  publication: 'publishDraw',
  cancellation: 'cancelDraw',
} as const satisfies Record<string, DrawActName>;
