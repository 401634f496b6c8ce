import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions, units, accounts and sessions. A region's key is its path, so that a subtree is a prefix. */
export class Organisation1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table region (
        path text primary key constraint region_path_shape check (path ~ '^/([0-9]{6}/)*$'),
        code text not null unique,
        name_zh text not null,
        name_en text not null,
        level text not null constraint region_level_known check (level in ('nation', 'province', 'city', 'county'))
      );

      create table unit (
        id uuid primary key,
        region text not null references region,
        name text not null,
        kind text not null constraint unit_kind_known
          check (kind in ('bureau', 'agency', 'institution', 'pharmacy', 'partner', 'thirdParty')),
        type text not null,
        contact_email text
      );
      create index unit_region on unit (region, id);

      create table account (
        id uuid primary key,
        login text not null unique,
        name text not null,
        password_hash text not null,
        roles text[] not null,
        region text not null references region,
        unit_id uuid references unit,
        partner text constraint account_partner_known check (partner in ('police', 'discipline')),
        email text,
        disabled_at timestamptz
      );

      create table session (
        token_hash bytea primary key,
        account_id uuid not null references account,
        csrf text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index session_account on session (account_id);

      create table calendar_year (
        year int primary key,
        days jsonb not null,
        loaded_at timestamptz not null,
        loaded_by uuid references account
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop table calendar_year; drop table session; drop table account; drop table unit; drop table region',
    );
  }
}
