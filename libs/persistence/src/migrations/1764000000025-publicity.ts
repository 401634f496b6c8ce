import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 典型案例、总结文件、长效制度; and when a problem was struck off, by which a relapse is known. */
export class Publicity1764000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table typical_case (
        id uuid primary key,
        case_id uuid references case_file,
        problem_id uuid references problem,
        campaign_id uuid references campaign,
        region text not null,
        status text not null constraint typical_case_status_known
          check (status in ('draft', 'submitted', 'approved', 'published', 'withdrawn')),
        version int not null,
        mode text not null constraint typical_case_mode_known check (mode in ('masked', 'named')),
        title text not null,
        text text not null,
        hidden jsonb not null,
        drafted_by uuid not null references account,
        drafted_at timestamptz not null,
        submitted_by uuid references account,
        approved_by uuid references account,
        note text,
        publications jsonb not null,
        withdrawal jsonb,
        constraint typical_case_tells_of_one check (num_nonnulls(case_id, problem_id) = 1),
        constraint typical_case_approved check (status not in ('approved', 'published') or approved_by is not null)
      );
      create index typical_case_newest on typical_case (drafted_at desc, id desc);
      create index typical_case_campaign on typical_case (campaign_id);
      create index typical_case_case on typical_case (case_id);

      create table standing_rule (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        status text not null constraint standing_rule_status_known
          check (status in ('draft', 'submitted', 'inForce', 'replaced', 'repealed')),
        version int not null,
        kind text not null,
        risk text,
        title text not null,
        number text,
        text text not null,
        department text not null,
        basis text not null,
        effective_from date,
        drafted_by uuid not null references account,
        drafted_at timestamptz not null,
        submitted_by uuid references account,
        approved_by uuid references account,
        replaces uuid references standing_rule,
        replaced_by uuid references standing_rule,
        ended_on date,
        note text,
        constraint standing_rule_in_force check (status <> 'inForce' or (approved_by is not null and effective_from is not null))
      );
      create index standing_rule_newest on standing_rule (drafted_at desc, id desc);

      create table campaign_summary (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        sha256 text not null,
        bytes int not null,
        name text not null,
        made_by uuid not null references account,
        made_at timestamptz not null
      );
      create index campaign_summary_campaign on campaign_summary (campaign_id, made_at desc);

      grant select, insert, update on typical_case, standing_rule to fundguard_app;
      revoke delete on typical_case, standing_rule from fundguard_app;
      grant select, insert on campaign_summary to fundguard_app;
      revoke update, delete on campaign_summary from fundguard_app;

      alter table problem add column struck_off_at timestamptz;
      update problem p set struck_off_at = e.at
        from (select data ->> 'problem' as id, max(at) as at from event where kind = 'problemStruckOff' group by 1) e
        where e.id = p.id::text;
      create index problem_relapse on problem (unit_id, category, struck_off_at) where struck_off_at is not null;
    `);
    for (const table of ['typical_case', 'campaign_summary']) {
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
    }
    // What is in force in a region holds in those below it, and is read there.
    await db.query(`
      alter table standing_rule enable row level security;
      create policy standing_rule_read on standing_rule for select to fundguard_app using (
        region_visible(region)
        or status in ('inForce', 'replaced', 'repealed') and starts_with(nullif(current_setting('fundguard.region', true), ''), region)
      );
      create policy standing_rule_add on standing_rule for insert to fundguard_app with check (region_visible(region));
      create policy standing_rule_change on standing_rule for update to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index problem_relapse;
      alter table problem drop column struck_off_at;
      drop table campaign_summary;
      drop table standing_rule;
      drop table typical_case;
    `);
  }
}
