import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record: hash-chained events, commands that ran, and what workflows have yet to hear. */
export class Record1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event (
        file_id uuid not null,
        seq bigint not null,
        region text not null,
        kind text not null,
        data jsonb not null,
        at timestamptz not null,
        due timestamptz,
        actor jsonb not null,
        command_id uuid not null,
        prev bytea not null,
        hash bytea not null,
        primary key (file_id, seq)
      );

      -- Nobody alters the record, not even its owner without saying so first.
      create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'the record is append-only'; end $$;
      create trigger event_append_only before update or delete on event for each row execute function refuse_change();
      create trigger event_not_truncated before truncate on event for each statement execute function refuse_change();

      create table command (
        id uuid primary key,
        file_id uuid not null,
        fingerprint bytea not null,
        answer jsonb not null
      );

      -- One row a workflow: only the newest version of a file needs to arrive.
      create table workflow_outbox (
        workflow_id text primary key,
        kind text not null constraint workflow_outbox_kind_known check (kind in ('campaign', 'case', 'deadline')),
        signal text not null,
        facts jsonb not null,
        version bigint not null,
        sent_version bigint not null default 0,
        open boolean not null
      );
      create index workflow_outbox_unsent on workflow_outbox (workflow_id) where sent_version < version;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table workflow_outbox; drop table command; drop table event; drop function refuse_change()');
  }
}
