import type { AppointmentActName } from '@fundguard/domain';

/** `POST /appointments/{id}/<noun>` and the act it is. */
export const APPOINTMENT_ROUTES = {
  replacement: 'replaceAppointee',
  relief: 'relieveAppointee',
} as const satisfies Record<string, AppointmentActName>;
