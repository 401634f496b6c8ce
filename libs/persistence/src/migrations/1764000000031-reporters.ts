import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 举报人保险库: who reported, each sealed with a key of their own that is itself sealed; who looked, and why. Further, what the leads desk
 * looks similar leads up by, and that a lead may go to a region below.
 */
export class Reporters1764000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reporter (
        id uuid primary key,
        case_id uuid not null references case_file,
        region text not null,
        kind text not null constraint reporter_kind_known check (kind in ('named', 'anonymous')),
        sealed bytea,
        mask bytea,
        wrapped bytea,
        key_id text,
        code_hash bytea unique,
        registered_by uuid not null references account,
        registered_at timestamptz not null,
        constraint reporter_sealed_when_named check
          ((kind = 'named') = (sealed is not null and mask is not null and wrapped is not null and key_id is not null)),
        constraint reporter_code_when_anonymous check ((kind = 'anonymous') = (code_hash is not null))
      );
      create index reporter_case on reporter (case_id);
      create index reporter_key on reporter (key_id, id) where key_id is not null;
      grant select, insert, update (region, wrapped, key_id) on reporter to fundguard_app;
      revoke delete on reporter from fundguard_app;
      alter table reporter enable row level security;
      create policy reporter_by_region on reporter to fundguard_app
        using (region_visible(region)) with check (region_visible(region));

      create table reporter_look (
        id uuid primary key,
        reporter_id uuid not null references reporter,
        case_id uuid not null references case_file,
        region text not null,
        account uuid not null references account,
        reason text not null,
        at timestamptz not null
      );
      create index reporter_look_newest on reporter_look (at desc, id desc);
      grant select, insert on reporter_look to fundguard_app;
      revoke update, delete on reporter_look from fundguard_app;
      alter table reporter_look enable row level security;
      create policy reporter_look_by_region on reporter_look to fundguard_app
        using (region_visible(region)) with check (region_visible(region));

      -- Secrets of the vault itself, sealed as the reporters' keys are: that of the codes outlives every master key.
      create table vault_secret (
        name text primary key,
        wrapped bytea not null,
        key_id text not null
      );
      grant select, insert, update (wrapped, key_id) on vault_secret to fundguard_app;
      revoke delete on vault_secret from fundguard_app;

      grant update (region) on case_identity to fundguard_app;

      create index case_file_subject_unit on case_file (subject_unit, opened_at desc) where subject_unit is not null;
      create index case_file_subject_name on case_file ((state #>> '{subject,name}'));
      create index case_file_merged_into on case_file ((state ->> 'mergedInto')) where state ? 'mergedInto';
      create index case_file_assigned on case_file ((state #>> '{assignment,due}'), id) where state ? 'assignment';

      -- Asked as the owner, because the row policy keeps these indexes from being used; the same policy is applied to what is found.
      create function cases_like(sought_unit uuid, sought_name text, sought_words text, since timestamptz)
        returns table (id uuid, same_unit boolean, same_name boolean, shared int, asked int)
        language sql stable security definer set search_path = public
        as $$
          with asked as (select pairs(coalesce(sought_words, '')) as words),
          found as (
            (select c.id from case_file c where subject_unit = sought_unit and opened_at >= since and region_visible(region) order by opened_at desc limit 50)
            union
            (select c.id from case_file c where sought_name <> '' and (state #>> '{subject,name}') = sought_name and opened_at >= since
               and region_visible(region) order by opened_at desc limit 50)
            union
            (select c.id from case_file c, asked where case_words(c) && asked.words and opened_at >= since and region_visible(region)
             order by cardinality(array(select unnest(case_words(c)) intersect select unnest(asked.words))) desc, opened_at desc limit 50)
          )
          select c.id, coalesce(c.subject_unit = sought_unit, false), coalesce((c.state #>> '{subject,name}') = sought_name, false),
            cardinality(array(select unnest(case_words(c)) intersect select unnest(asked.words))), cardinality(asked.words)
          from found f join case_file c on c.id = f.id, asked
          where region_visible(c.region)
        $$;
      revoke execute on function cases_like(uuid, text, text, timestamptz) from public;
      grant execute on function cases_like(uuid, text, text, timestamptz) to fundguard_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function cases_like(uuid, text, text, timestamptz);
      drop index case_file_assigned; drop index case_file_merged_into; drop index case_file_subject_name;
      drop index case_file_subject_unit;
      revoke update (region) on case_identity from fundguard_app;
      drop table vault_secret; drop table reporter_look; drop table reporter;
    `);
  }
}
