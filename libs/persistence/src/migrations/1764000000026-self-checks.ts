import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 自查: each unit's answers to its list in a campaign. */
export class SelfChecks1764000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table self_check (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        unit_id uuid not null references unit,
        region text not null,
        status text not null constraint self_check_status_known check (status in ('submitted', 'accepted', 'returned')),
        version int not null,
        list jsonb not null,
        answers jsonb not null,
        samples jsonb not null,
        commitment jsonb not null,
        submitted_by uuid not null references account,
        submitted_at timestamptz not null,
        note text,
        constraint self_check_once unique (campaign_id, unit_id)
      );
      grant select, insert, update on self_check to fundguard_app;
      revoke delete on self_check from fundguard_app;

      alter table self_check enable row level security;
      create policy self_check_by_region on self_check to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table self_check');
  }
}
