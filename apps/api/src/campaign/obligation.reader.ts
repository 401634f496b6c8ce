import {
  OBLIGATION_ACTS,
  type ObligationStatus,
  type Person,
  instant,
  isFrozen,
  withheldByTime,
} from '@fundguard/domain';
import type { Instant } from '@fundguard/domain';
import { offersFor } from '../http/offers.js';
import { OBLIGATION_ROUTES } from './campaign.routes.js';

/** Obligations as people read them. */
export const SELECT = `select o.id, o.campaign_id as campaign, c.name as "campaignName", o.unit_id as unit, u.name as "unitName", o.source,
  o.period, o.phase, o.name, o.due_at as due, o.status, o.version, o.late, o.zero, o.report, o.submitted_at as "submittedAt",
  o.overdue_at as "overdueAt", o.note, o.receiver, o.form,
  case when o.received_at is null then null else jsonb_build_object('at', o.received_at, 'by', r.name) end as receipt
  from obligation o join unit u on u.id = o.unit_id join lateral campaign_name(o.campaign_id) c (name) on true
    left join account r on r.id = o.received_by`;

export interface Line {
  readonly id: string;
  readonly due: Date;
  readonly version: number;
  readonly status: ObligationStatus;
}

/** A row with what this person may do to it now: time withholds some acts that its status would allow. */
export function offered<Row extends Line>(row: Row, me: Person, now: Instant) {
  const standing = { ...row, due: instant(row.due) };
  const acts = offersFor(OBLIGATION_ROUTES, OBLIGATION_ACTS, row, me).map((offer) => {
    const refusal = offer.withheld ? undefined : withheldByTime(offer.act, standing, now);
    return refusal ? { ...offer, withheld: refusal.text } : offer;
  });
  return { ...row, frozen: isFrozen(standing, now), acts };
}
