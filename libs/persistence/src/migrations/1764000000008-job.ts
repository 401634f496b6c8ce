import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work with how far it got, and the rows it has gathered so far. */
export class Job1764000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table workflow_outbox drop constraint workflow_outbox_kind_known,
        add constraint workflow_outbox_kind_known check (kind in ('campaign', 'case', 'deadline', 'job'));

      create table job (
        id uuid primary key,
        owner uuid not null references account,
        region text not null references region,
        kind text not null,
        payload jsonb not null,
        status text not null constraint job_status_known check (status in ('running', 'paused', 'done', 'cancelled')),
        version bigint not null default 1,
        done bigint not null default 0,
        total bigint,
        cursor text,
        failures jsonb not null default '[]',
        result bytea,
        result_name text,
        created_at timestamptz not null,
        moved_at timestamptz not null,
        ended_at timestamptz
      );
      create index job_owner on job (owner, created_at desc, id desc);

      create table job_row (
        job_id uuid not null references job,
        at bigint not null,
        row jsonb not null,
        primary key (job_id, at)
      );
      grant select, insert, update on job to fundguard_app;
      grant select, insert, delete on job_row to fundguard_app;

      alter table job enable row level security;
      create policy job_by_region on job to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table job_row; drop table job;
      delete from workflow_outbox where kind = 'job';
      alter table workflow_outbox drop constraint workflow_outbox_kind_known,
        add constraint workflow_outbox_kind_known check (kind in ('campaign', 'case', 'deadline'));
    `);
  }
}
