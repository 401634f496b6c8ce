import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of a list that somebody keeps under a name. They are their owner's alone, so they have no region. */
export class Views1764000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_view (
        id uuid primary key,
        account_id uuid not null references account,
        list text not null,
        name text not null constraint saved_view_name_short check (char_length(name) between 1 and 100),
        search jsonb not null,
        created_at timestamptz not null,
        constraint saved_view_name_once unique (account_id, list, name)
      );
      grant select, insert, update, delete on saved_view to fundguard_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table saved_view');
  }
}
