import type { BlockActName, PractitionerActName } from '@fundguard/domain';

/** `POST /practitioners/{id}/<noun>` and the act it is. */
export const PRACTITIONER_ROUTES = {
  revision: 'revisePractitioner',
  deductions: 'deductPoints',
  objections: 'objectDeduction',
  'objection-decisions': 'decideObjection',
  corrections: 'correctDeduction',
} as const satisfies Record<string, PractitionerActName>;

/** `POST /blocks/{id}/<noun>` and the act it is. */
export const BLOCK_ROUTES = {
  approval: 'approveBlock',
  refusal: 'refuseBlock',
  restoration: 'liftBlock',
} as const satisfies Record<string, BlockActName>;
