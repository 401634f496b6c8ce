import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity numbers, sealed: found by a keyed hash or by what the mask shows, and opened one at a time for a reason. */
export class Identity1764000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_identity (
        case_id uuid primary key references case_file,
        region text not null,
        blind bytea not null,
        masked text not null,
        sealed bytea not null
      );
      create index case_identity_blind on case_identity (blind);
      create index case_identity_masked on case_identity (masked);
      grant select, insert on case_identity to fundguard_app;
      revoke update, delete on case_identity from fundguard_app;

      alter table case_identity enable row level security;
      create policy case_identity_by_region on case_identity to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_identity');
  }
}
