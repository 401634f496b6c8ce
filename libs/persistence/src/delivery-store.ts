import type { Instant } from '@fundguard/domain';
import { type Database, EVERYWHERE } from './database.js';

/** One e-mail or webhook on its way. */
export interface Parcel {
  readonly id: string;
  readonly channel: 'email' | 'webhook';
  readonly target: string;
  readonly attempts: number;
  readonly secret: string | null;
  readonly notification: {
    readonly id: string;
    readonly subject_zh: string;
    readonly subject_en: string;
    readonly file_id: string;
    readonly at: string;
  };
}

/** Decides, set-based, to which addresses each new notification goes. Returns how many notifications were planned. */
export const planDeliveries = (db: Database, now: Instant, limit = 5_000): Promise<number> =>
  db.within(EVERYWHERE, async (tx) => {
    const rows = await tx.query({
      text: `
        with batch as (
          select id, addressee, region from notification where not planned order by id limit $2 for update skip locked
        ), planned as (
          update notification n set planned = true from batch b where n.id = b.id
        ), mail as (
          select b.id, b.region, 'email' as channel, a.email as target from batch b join account a
            on a.email is not null and a.disabled_at is null and (
              b.addressee = 'account:' || a.id
              or b.addressee in ('unit:' || a.unit_id, 'head:' || a.unit_id)
              or b.addressee = 'partner:' || a.partner || '@' || a.region
              or (b.addressee like 'role:%' and b.addressee = any (select 'role:' || r || '@' || a.region from unnest(a.roles) r)))
        ), hooks as (
          select b.id, b.region, 'webhook', w.id::text from batch b join webhook w
            on w.disabled_at is null and starts_with(b.region, w.region)
        ), sent as (
          insert into delivery (notification_id, region, channel, target, next_attempt_at)
          select id, region, channel, target, $1 from (select * from mail union select * from hooks) d
          on conflict (notification_id, channel, target) do nothing
        )
        select 1 from batch`,
      values: [now, limit],
    });
    return rows.length;
  });

/** Takes parcels that are due; nobody else gets them until the lease ends. */
export const claimParcels = (db: Database, now: Instant, leaseEnds: Instant, limit: number): Promise<Parcel[]> =>
  db.within(EVERYWHERE, (tx) =>
    tx.query<Parcel>({
      text: `
        update delivery d set status = 'sending', attempts = attempts + 1, next_attempt_at = $2
        from notification n
        where n.id = d.notification_id and d.id in (
          select id from delivery where status = 'waiting' and next_attempt_at <= $1
          order by next_attempt_at limit $3 for update skip locked)
        returning d.id, d.channel, d.attempts,
          case d.channel when 'webhook' then (select url from webhook where id::text = d.target) else d.target end as target,
          case d.channel when 'webhook' then (select secret from webhook where id::text = d.target) end as secret,
          jsonb_build_object('id', n.id, 'subject_zh', n.subject_zh, 'subject_en', n.subject_en, 'file_id', n.file_id, 'at', n.at) as notification`,
      values: [now, leaseEnds, limit],
    }),
  );

export const settleParcel = (
  db: Database,
  id: string,
  outcome: {
    readonly status: 'sent' | 'waiting' | 'failed' | 'uncertain';
    readonly at: Instant;
    readonly error?: string;
  },
): Promise<unknown> =>
  db.within(EVERYWHERE, (tx) =>
    tx.query({
      text: `update delivery set status = $2, error = $4, sent_at = case when $2 = 'sent' then $3::timestamptz end,
               next_attempt_at = $3 where id = $1 and status = 'sending'`,
      values: [id, outcome.status, outcome.at, outcome.error ?? null],
    }),
  );

/**
 * Parcels whose sender disappeared in the middle. Where sending again is harmless they wait anew; mail that a server may
 * have taken is left `uncertain` for a person to look at, because nothing is sent twice.
 */
export const recoverParcels = (db: Database, now: Instant, mailIsRepeatable: boolean): Promise<unknown> =>
  db.within(EVERYWHERE, (tx) =>
    tx.query({
      text: `update delivery set status = case when channel = 'webhook' or $2 then 'waiting' else 'uncertain' end
             where status = 'sending' and next_attempt_at <= $1`,
      values: [now, mailIsRepeatable],
    }),
  );
