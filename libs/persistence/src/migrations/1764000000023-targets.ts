import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that people enter, and statistics tables that were signed off. Neither is ever changed; a sign-off only takes its decision. */
export class Targets1764000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign_figure (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        kind text not null constraint campaign_figure_kind_known check (kind in ('value', 'baseline')),
        "of" text not null,
        value numeric(16, 4) not null constraint campaign_figure_value_counts check (value >= 0),
        on_day date not null,
        source text not null,
        entered_by uuid not null references account,
        entered_at timestamptz not null
      );
      create index campaign_figure_of on campaign_figure (campaign_id, kind, "of", on_day desc, entered_at desc);
      grant select, insert on campaign_figure to fundguard_app;
      revoke update, delete on campaign_figure from fundguard_app;

      create table table_copy (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        table_id text not null,
        table_version int not null,
        as_of timestamptz not null,
        content jsonb not null,
        sha256 text not null,
        status text not null constraint table_copy_status_known check (status in ('filled', 'approved', 'returned')),
        version int not null,
        filled_by uuid not null references account,
        filled_at timestamptz not null,
        decided_by uuid references account,
        decided_at timestamptz,
        note text
      );
      create index table_copy_campaign on table_copy (campaign_id, table_id, filled_at desc);
      grant select, insert on table_copy to fundguard_app;
      revoke update, delete on table_copy from fundguard_app;
      grant update (status, version, decided_by, decided_at, note) on table_copy to fundguard_app;
    `);
    for (const table of ['campaign_figure', 'table_copy']) {
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table table_copy; drop table campaign_figure');
  }
}
