import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Random draws of a campaign. What was committed to is never updated: list, hashes, secret. */
export class Draws1764000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table draw (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        name text not null,
        list jsonb not null,
        list_hash text not null,
        commitment text not null,
        secret text not null,
        committed_at timestamptz not null,
        status text not null constraint draw_status_known check (status in ('committed', 'drawn', 'published', 'cancelled')),
        version int not null,
        witness jsonb,
        drawn_at timestamptz,
        exclusions jsonb not null,
        result jsonb,
        published_at timestamptz
      );
      create index draw_campaign on draw (campaign_id, committed_at desc);
      grant select, insert on draw to fundguard_app;
      revoke update, delete on draw from fundguard_app;
      grant update (status, version, witness, drawn_at, exclusions, result, published_at) on draw to fundguard_app;

      alter table draw enable row level security;
      create policy draw_by_region on draw to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table draw');
  }
}
