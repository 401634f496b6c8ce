import type { VisitActName } from '@fundguard/domain';

/** `POST /visits/{id}/<noun>` and the act it is. */
export const VISIT_ROUTES = {
  reschedulings: 'rescheduleVisit',
  notice: 'giveNotice',
  pledges: 'pledgeDiscipline',
  arrival: 'arriveAtVisit',
  finish: 'finishVisit',
  addenda: 'amendVisit',
  'third-parties': 'recordThirdParty',
  cancellation: 'cancelVisit',
} as const satisfies Record<string, VisitActName>;
