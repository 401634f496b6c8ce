import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns, what units owe in them, and how far each deadline's ladder was climbed. */
export class Campaign1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign (
        id uuid primary key,
        region text not null references region,
        status text not null,
        name text not null,
        start_on date not null,
        end_on date not null,
        plan jsonb not null,
        state jsonb not null,
        version bigint not null,
        seq bigint not null,
        head bytea not null,
        announced bigint not null default 0
      );
      create index campaign_region on campaign (region, id);

      create table participant (
        campaign_id uuid not null references campaign,
        unit_id uuid not null references unit,
        region text not null,
        joined_at timestamptz not null,
        dropped_at timestamptz,
        key_target text,
        primary key (campaign_id, unit_id)
      );

      create table obligation (
        id uuid primary key default uuidv7(),
        campaign_id uuid not null references campaign,
        unit_id uuid not null references unit,
        region text not null,
        source text not null,
        period text not null,
        phase text,
        name text not null,
        due_at timestamptz not null,
        status text not null default 'open' constraint obligation_status_known
          check (status in ('open', 'submitted', 'accepted', 'returned', 'overdue', 'waived')),
        version int not null default 1,
        late boolean not null default false,
        zero boolean not null default false,
        report jsonb,
        submitted_at timestamptz,
        submitted_by uuid,
        overdue_at timestamptz,
        note text,
        constraint obligation_once unique (campaign_id, source, period, unit_id)
      );
      create index obligation_due on obligation (campaign_id, due_at, status);
      create index obligation_unit on obligation (unit_id, due_at);
      create index obligation_region on obligation (region, due_at, id);

      create table deadline (
        campaign_id uuid not null references campaign,
        due_at timestamptz not null,
        region text not null,
        steps jsonb not null,
        version bigint not null,
        open boolean not null,
        provisional boolean not null,
        primary key (campaign_id, due_at)
      );

      create table escalation (
        campaign_id uuid not null references campaign,
        due_at timestamptz not null,
        rung text not null,
        region text not null,
        at timestamptz not null,
        units int not null,
        recalled_at timestamptz,
        primary key (campaign_id, due_at, rung)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop table escalation; drop table deadline; drop table obligation; drop table participant; drop table campaign',
    );
  }
}
