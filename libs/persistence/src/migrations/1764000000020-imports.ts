import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 导入: sheets of units, problems and reports, row by row from the file to the books; and what a base ledger knows of a unit. */
export class Imports1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table unit add column code text,
        add column level text constraint unit_level_known check (level in ('3', '2', '1', 'none')),
        add column ownership text constraint unit_ownership_known check (ownership in ('public', 'private'));
      create unique index unit_code on unit (code);
      create index unit_name on unit (name);

      create table import (
        id uuid primary key,
        kind text not null constraint import_kind_known check (kind in ('units', 'problems', 'reports')),
        status text not null constraint import_status_known
          check (status in ('mapped', 'checking', 'checked', 'importing', 'done', 'cancelled')),
        version int not null,
        owner uuid not null references account,
        region text not null references region,
        unit_id uuid references unit,
        campaign_id uuid references campaign,
        source text,
        period text,
        file text not null,
        sha256 text not null,
        bytes bigint not null,
        reading jsonb not null,
        heading_row int not null,
        columns jsonb not null,
        job_id uuid references job,
        counts jsonb not null,
        committed bigint not null default 0,
        created_at timestamptz not null,
        moved_at timestamptz not null,
        seq bigint not null default 0,
        head bytea not null default decode(repeat('00', 32), 'hex')
      );
      create index import_newest on import (region, created_at desc, id desc);

      -- The rows of the file, and what is to become of each. They carry their region themselves: a policy that asked the import
      -- would be asked two hundred thousand times.
      create table import_row (
        import_id uuid not null references import,
        region text not null,
        at bigint not null,
        cells jsonb not null,
        verdict text constraint import_row_verdict_known check (verdict in ('add', 'change', 'same', 'refuse')),
        key text,
        entry jsonb,
        complaints jsonb,
        primary key (import_id, at)
      );
      create index import_row_key on import_row (import_id, key, at);
      create index import_row_verdict on import_row (import_id, verdict, at);

      -- Which column an account took for what, by the kind of import.
      create table import_mapping (
        account_id uuid not null references account,
        kind text not null,
        columns jsonb not null,
        primary key (account_id, kind)
      );

      grant select, insert, update on import, import_mapping to fundguard_app;
      grant select, insert, update, delete on import_row to fundguard_app;
      revoke delete on import, import_mapping from fundguard_app;
    `);
    for (const table of ['import', 'import_row'])
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table import_mapping; drop table import_row; drop table import;
      drop index unit_name; drop index unit_code;
      alter table unit drop column code, drop column level, drop column ownership;
    `);
  }
}
