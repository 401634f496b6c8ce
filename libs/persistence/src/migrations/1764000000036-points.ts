import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 记分与暂停、终止: people whom the fund pays, with their points; and who is blocked from when, by which decision. Each has a record of its own. */
export class Points1764000000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table practitioner (
        id uuid primary key,
        region text not null,
        version int not null,
        name text not null,
        role text not null,
        units uuid[] not null,
        masked text,
        blind bytea,
        sealed bytea,
        state jsonb not null,
        entered_at timestamptz not null,
        seq bigint not null default 0,
        head bytea not null default decode(repeat('00', 32), 'hex'),
        constraint practitioner_sealed_whole check ((masked is null) = (blind is null) and (masked is null) = (sealed is null))
      );
      create unique index practitioner_once on practitioner (region, blind) where blind is not null;
      create index practitioner_newest on practitioner (region, entered_at desc, id desc);
      create index practitioner_unit on practitioner using gin (units);

      create table block (
        id uuid primary key,
        region text not null,
        version int not null,
        status text not null constraint block_status_known check (status in ('proposed', 'approved', 'refused', 'lifted')),
        unit_id uuid references unit,
        practitioner_id uuid references practitioner,
        from_day date not null,
        restored_on date,
        state jsonb not null,
        proposed_at timestamptz not null,
        seq bigint not null default 0,
        head bytea not null default decode(repeat('00', 32), 'hex'),
        constraint block_of_one check ((unit_id is null) <> (practitioner_id is null))
      );
      create unique index block_once_unit on block (unit_id) where status in ('proposed', 'approved');
      create unique index block_once_practitioner on block (practitioner_id) where status in ('proposed', 'approved');
      create index block_newest on block (region, proposed_at desc, id desc);

      grant select, insert, update on practitioner, block to fundguard_app;
      revoke delete on practitioner, block from fundguard_app;
      alter table practitioner enable row level security;
      create policy practitioner_by_region on practitioner to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
      alter table block enable row level security;
      create policy block_by_region on block to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table block; drop table practitioner');
  }
}
