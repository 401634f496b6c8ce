import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, who read it, and how far each e-mail and webhook got. */
export class Notification1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification (
        id uuid primary key default uuidv7(),
        file_id uuid not null,
        -- What makes it one of a kind: the event's place, or the deadline and rung. A second insert is a no-op.
        cause text not null,
        addressee text not null,
        region text not null,
        subject_zh text not null,
        subject_en text not null,
        at timestamptz not null,
        due timestamptz,
        recalled_at timestamptz,
        planned boolean not null default false,
        constraint notification_once unique (file_id, cause, addressee)
      );
      create index notification_inbox on notification (addressee, id desc);
      create index notification_unplanned on notification (id) where not planned;

      create table notification_read (
        notification_id uuid not null references notification,
        account_id uuid not null references account,
        at timestamptz not null,
        primary key (notification_id, account_id)
      );

      create table webhook (
        id uuid primary key,
        url text not null,
        secret text not null,
        region text not null references region,
        created_at timestamptz not null,
        disabled_at timestamptz
      );

      create table delivery (
        id uuid primary key default uuidv7(),
        notification_id uuid not null references notification,
        region text not null,
        channel text not null constraint delivery_channel_known check (channel in ('email', 'webhook')),
        target text not null,
        status text not null default 'waiting' constraint delivery_status_known
          check (status in ('waiting', 'sending', 'sent', 'failed', 'uncertain')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        sent_at timestamptz,
        error text,
        constraint delivery_once unique (notification_id, channel, target)
      );
      create index delivery_due on delivery (next_attempt_at) where status in ('waiting', 'sending');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table delivery; drop table webhook; drop table notification_read; drop table notification');
  }
}
