import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 报表: each submission and each correction is a row that nobody changes. The obligation's row keeps what counts now, and
 * `report_figure` its sums to be rolled up.
 */
export class Reports1764000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table obligation add column receiver text, add column form text,
        add column received_at timestamptz, add column received_by uuid;
      update obligation o set receiver = duty ->> 'to'
        from campaign c, jsonb_array_elements((c.plan -> 'deliverables') || (c.plan -> 'reports')) duty
        where c.id = o.campaign_id and duty ->> 'id' = o.source;
      create index obligation_roll_up on obligation (campaign_id, source, period, region) include (status, due_at);
      create index case_file_campaign on case_file (campaign_id, opened_at) where campaign_id is not null;

      create table report_entry (
        obligation_id uuid not null references obligation,
        seq int not null,
        region text not null,
        kind text not null constraint report_entry_kind_known check (kind in ('submission', 'correction')),
        data jsonb not null,
        by uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (obligation_id, seq)
      );
      insert into report_entry (obligation_id, seq, region, kind, data, by, by_name, at)
        select o.id, 1, o.region, 'submission', o.report, o.submitted_by, a.name, o.submitted_at from obligation o
          join account a on a.id = o.submitted_by where o.report is not null and o.submitted_at is not null;
      create trigger report_entry_append_only before update or delete on report_entry
        for each row execute function refuse_change();

      create table report_file (
        id uuid primary key,
        obligation_id uuid not null references obligation,
        region text not null,
        name text not null,
        sha256 text not null,
        media_type text not null,
        bytes bigint not null,
        by uuid not null,
        at timestamptz not null
      );
      create index report_file_obligation on report_file (obligation_id);

      create table report_figure (
        obligation_id uuid not null references obligation,
        field text not null,
        campaign_id uuid not null references campaign,
        source text not null,
        period text not null,
        region text not null,
        value bigint not null,
        primary key (obligation_id, field)
      );
      create index report_figure_roll_up on report_figure (campaign_id, source, period, region, field) include (value);

      grant select, insert on report_entry, report_file to fundguard_app;
      revoke update, delete on report_entry, report_file from fundguard_app;
      grant select, insert, delete on report_figure to fundguard_app;
      revoke update on report_figure from fundguard_app;
    `);
    for (const table of BY_REGION)
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table report_figure; drop table report_file; drop table report_entry;
      drop index case_file_campaign; drop index obligation_roll_up;
      alter table obligation drop column receiver, drop column form, drop column received_at, drop column received_by;
    `);
  }
}

const BY_REGION = ['report_entry', 'report_file', 'report_figure'];
