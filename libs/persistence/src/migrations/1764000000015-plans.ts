import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans that coordinators write. Used by their region and those below it; a version that was added stays as it is. */
export class Plans1764000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table plan_template (
        id text not null,
        version int not null,
        region text not null references region,
        plan jsonb not null,
        added_by uuid not null references account,
        added_at timestamptz not null,
        primary key (id, version)
      );
      grant select, insert on plan_template to fundguard_app;
      revoke update, delete on plan_template from fundguard_app;

      alter table plan_template enable row level security;
      create policy plan_template_read on plan_template for select to fundguard_app
        using (region_visible(region) or starts_with(nullif(current_setting('fundguard.region', true), ''), region));
      create policy plan_template_add on plan_template for insert to fundguard_app with check (region_visible(region));

      -- Whose an id is, asked of all regions: an id is taken once.
      create function plan_owner(id text) returns text language sql stable security definer set search_path = public
        as 'select region from plan_template t where t.id = plan_owner.id limit 1';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function plan_owner(text); drop table plan_template');
  }
}
