import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_REGION = [
  'event',
  'campaign',
  'participant',
  'obligation',
  'deadline',
  'escalation',
  'case_file',
  'money_entry',
  'notification',
  'delivery',
  'webhook',
];

/**
 * The application's role sees rows of the region its transaction names, and none when it names none.
 * An unset parameter reads as null, and as '' after a transaction that had set it: both mean nothing is visible.
 */
export class Isolation1764000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'fundguard_app') then create role fundguard_app login; end if;
      end $$;
      grant usage on schema public to fundguard_app;
      grant select, insert, update on all tables in schema public to fundguard_app;
      grant usage on all sequences in schema public to fundguard_app;
      revoke update on event, command from fundguard_app;
      grant delete on notification_read to fundguard_app;

      create function region_visible(region text) returns boolean language sql stable parallel safe
        return starts_with(region, nullif(current_setting('fundguard.region', true), ''));

      -- The name alone, for units whose campaign a region above them runs.
      create function campaign_name(id uuid) returns table (name text) language sql stable security definer set search_path = public
        as 'select c.name from campaign c where c.id = campaign_name.id';
    `);
    for (const table of BY_REGION) {
      await db.query(`
        alter table ${table} enable row level security;
        create policy ${table}_by_region on ${table} to fundguard_app
          using (region_visible(region)) with check (region_visible(region));
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of BY_REGION) {
      await db.query(`drop policy ${table}_by_region on ${table}; alter table ${table} disable row level security`);
    }
    await db.query(
      'drop function region_visible(text); drop function campaign_name(uuid); revoke all on all tables in schema public from fundguard_app',
    );
  }
}
