import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which form open now. Unlogged: after a crash nobody has one open until their page says so again. */
export class Presence1764000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unlogged table presence (
        file_id uuid not null,
        account_id uuid not null references account,
        form text not null,
        region text not null references region,
        since timestamptz not null,
        seen_at timestamptz not null,
        primary key (file_id, account_id, form)
      );
      grant select, insert, update, delete on presence to fundguard_app;

      alter table presence enable row level security;
      create policy presence_by_region on presence to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table presence');
  }
}
