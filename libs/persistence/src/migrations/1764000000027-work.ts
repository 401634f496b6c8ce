import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['work_record', 'briefing_unit', 'work_file'] as const;

/** 工作纪实: what was planned and done in a campaign, which units a briefing reached, and what is attached. */
export class Work1764000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table work_record (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        status text not null constraint work_record_status_known check (status in ('planned', 'held', 'cancelled')),
        version int not null,
        kind text not null,
        title text not null,
        planned_on date,
        held_on date,
        content jsonb not null,
        everyone boolean not null,
        follow_ups jsonb not null,
        entered_by uuid not null references account,
        entered_at timestamptz not null,
        note text,
        constraint work_record_has_a_day check (num_nonnulls(planned_on, held_on) > 0),
        constraint work_record_held check (status <> 'held' or held_on is not null),
        constraint work_record_cancelled_with_reason check (status <> 'cancelled' or note is not null)
      );
      create index work_record_newest on work_record (campaign_id, (coalesce(held_on, planned_on)) desc, id desc);

      -- Whom a briefing names, and whom it reached. A line lies in its unit's region; the briefing may be of one above.
      create table briefing_unit (
        record_id uuid not null references work_record,
        unit_id uuid not null references unit,
        region text not null,
        reached_on date,
        channel text,
        reached_by uuid references account,
        confirmed_by uuid references account,
        confirmed_at timestamptz,
        primary key (record_id, unit_id),
        constraint briefing_unit_reached_whole check (num_nonnulls(reached_on, channel, reached_by) in (0, 3)),
        constraint briefing_unit_confirmed_what_reached check (confirmed_at is null or (reached_on is not null and confirmed_by is not null))
      );
      create index briefing_unit_unit on briefing_unit (unit_id);

      create table work_file (
        id uuid primary key,
        record_id uuid not null references work_record,
        region text not null,
        name text not null,
        sha256 text not null,
        bytes int not null,
        media_type text not null,
        by_account uuid not null references account,
        at timestamptz not null
      );
      create index work_file_record on work_file (record_id, at);

      grant select, insert, update on work_record, briefing_unit to fundguard_app;
      grant select, insert on work_file to fundguard_app;
      revoke delete on ${TABLES.join(', ')} from fundguard_app;
      revoke update on work_file from fundguard_app;
    `);
    for (const table of TABLES) {
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await db.query(`drop table ${table}`);
  }
}
