import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['visit', 'visit_entry', 'visit_file', 'visit_finding', 'visit_look'];
/** What was recorded, sent, found or looked at is only ever added to. */
const APPEND_ONLY = ['visit_entry', 'visit_file', 'visit_finding', 'visit_look'];

/** 现场检查. A visit lies in its unit's region; the campaign may be of one above, and an inspector from beside it. */
export class Visits1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table visit (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        unit_id uuid not null references unit,
        region text not null,
        status text not null
          constraint visit_status_known check (status in ('planned', 'noticed', 'arrived', 'finished', 'cancelled')),
        version int not null,
        kind text not null,
        methods text[] not null,
        chosen text not null,
        why text,
        draw_id uuid references draw,
        day date not null,
        hours text,
        team uuid[] not null constraint visit_two_inspectors check (cardinality(team) >= 2),
        departments text[] not null,
        notice_on date,
        salt text not null,
        checklist jsonb not null,
        pledges jsonb not null,
        noticed_at timestamptz,
        arrived_at timestamptz,
        finished_at timestamptz,
        report text,
        record_hash text,
        addenda jsonb not null,
        planned_by uuid not null references account,
        planned_at timestamptz not null,
        constraint visit_seen_on_arrival check (status not in ('noticed', 'arrived', 'finished') or noticed_at is not null),
        constraint visit_finished_whole check ((status = 'finished') = (record_hash is not null))
      );
      create unique index visit_open_once on visit (campaign_id, unit_id) where status in ('planned', 'noticed', 'arrived');
      create index visit_day on visit (day, id);
      create index visit_unit on visit (unit_id, day);
      create index visit_team on visit using gin (team);

      create table visit_entry (
        visit_id uuid not null references visit,
        id uuid not null,
        seq int generated always as identity,
        region text not null,
        content jsonb not null,
        by_account uuid not null references account,
        at timestamptz not null,
        primary key (visit_id, id)
      );
      create index visit_entry_order on visit_entry (visit_id, seq);

      create table visit_file (
        visit_id uuid not null references visit,
        sha256 text not null,
        region text not null,
        bytes int not null,
        media_type text not null,
        by_account uuid not null references account,
        at timestamptz not null,
        primary key (visit_id, sha256)
      );

      create table visit_finding (
        visit_id uuid not null references visit,
        line text not null,
        kind text not null constraint visit_finding_kind_known check (kind in ('problem', 'case')),
        region text not null,
        file_id uuid not null,
        primary key (visit_id, line, kind)
      );
      create index visit_finding_file on visit_finding (file_id);

      create table visit_look (
        id bigint generated always as identity primary key,
        visit_id uuid not null references visit,
        region text not null,
        account_id uuid not null references account,
        place text not null,
        at timestamptz not null
      );
      create index visit_look_visit on visit_look (visit_id, id);
    `);
    for (const table of TABLES) {
      await db.query(`
        grant select, insert, update on ${table} to fundguard_app;
        revoke delete on ${table} from fundguard_app;
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
    }
    await db.query(`revoke update on ${APPEND_ONLY.join(', ')} from fundguard_app;
      grant usage on all sequences in schema public to fundguard_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await db.query(`drop table ${table}`);
  }
}
