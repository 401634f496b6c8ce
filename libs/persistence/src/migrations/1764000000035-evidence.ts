import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 证据核验: whether each exhibit's file still is what was taken in, and the nightly rounds; results of jobs too large for a row. */
export class Evidence1764000000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence_check (
        case_id uuid not null references case_file,
        exhibit_id uuid not null,
        region text not null,
        outcome text not null constraint evidence_check_outcome_known check (outcome in ('whole', 'altered', 'missing')),
        since timestamptz not null,
        checked_at timestamptz not null,
        primary key (case_id, exhibit_id)
      );
      grant select, insert, update on evidence_check to fundguard_app;
      revoke delete on evidence_check from fundguard_app;
      alter table evidence_check enable row level security;
      create policy evidence_check_by_region on evidence_check to fundguard_app
        using (region_visible(region)) with check (region_visible(region));

      create table evidence_round (
        night date primary key,
        cursor text,
        checked bigint not null default 0,
        broken bigint not null default 0,
        begun_at timestamptz not null,
        moved_at timestamptz not null,
        ended_at timestamptz
      );
      grant select, insert, update on evidence_round to fundguard_app;
      revoke delete on evidence_round from fundguard_app;

      -- Where a result lies among the files, it is found by its hash.
      alter table job add column result_sha256 text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table job drop column result_sha256; drop table evidence_round; drop table evidence_check');
  }
}
