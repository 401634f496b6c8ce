import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专家库、第三方力量: whom a region may draw into its teams, each with a record of their own; what third parties did at a visit; the bound volumes of a month. */
export class Pool1764000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table pool_member (
        id uuid primary key,
        region text not null,
        status text not null constraint pool_member_status_known check (status in ('listed', 'withdrawn')),
        version int not null,
        kind text not null constraint pool_member_kind_known check (kind in ('expert', 'thirdParty')),
        name text not null,
        title text,
        specialties text[] not null,
        unit_id uuid references unit,
        employer text not null,
        contract text,
        scope text,
        from_day date not null,
        until_day date constraint pool_member_days_in_order check (until_day >= from_day),
        withdrawn_because text,
        entered_by uuid not null references account,
        entered_at timestamptz not null,
        seq bigint not null default 0,
        head bytea not null default decode(repeat('00', 32), 'hex'),
        constraint pool_member_contract check (kind <> 'thirdParty' or (contract is not null and scope is not null and until_day is not null))
      );
      create unique index pool_member_once on pool_member (region, name, employer) where status = 'listed';
      create index pool_member_newest on pool_member (region, entered_at desc, id desc);
      create index pool_member_contract on pool_member (region, contract) where contract is not null;
      grant select, insert, update on pool_member to fundguard_app;
      revoke delete on pool_member from fundguard_app;

      create table visit_volume (
        id uuid primary key,
        campaign_id uuid not null references campaign,
        region text not null,
        month text not null,
        edition int not null,
        binder text not null,
        reason text,
        visits int not null,
        sha256 text not null,
        bytes int not null,
        name text not null,
        bound_by uuid not null references account,
        bound_at timestamptz not null,
        unique (campaign_id, month, edition)
      );
      grant select, insert on visit_volume to fundguard_app;
      revoke update, delete on visit_volume from fundguard_app;
      alter table visit_volume enable row level security;
      create policy visit_volume_by_region on visit_volume to fundguard_app
        using (region_visible(region)) with check (region_visible(region));

      alter table visit add column third_parties jsonb not null default '[]';

      -- Whom the city keeps, its counties may draw.
      alter table pool_member enable row level security;
      create policy pool_member_read on pool_member for select to fundguard_app using (
        region_visible(region) or starts_with(nullif(current_setting('fundguard.region', true), ''), region)
      );
      create policy pool_member_add on pool_member for insert to fundguard_app with check (region_visible(region));
      create policy pool_member_change on pool_member for update to fundguard_app
        using (region_visible(region)) with check (region_visible(region));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table visit drop column third_parties; drop table visit_volume; drop table pool_member');
  }
}
