import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists are ordered and searched by. Chinese is searched by pairs of characters, which need no dictionary and find
 * two-character words (透析) by index. Row policies keep the index on words from being used directly, because `@>` is not
 * leakproof: `cases_with` asks it as the owner, and applies the same policy to what it found.
 */
export class Lists1764000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column demo boolean not null default false,
        add column created_at timestamptz not null default now();

      create function pairs(words text) returns text[] language sql immutable strict parallel safe
        return (select coalesce(array_agg(distinct substr(word, at, 2)), '{}')
          from regexp_split_to_table(lower(words), '[[:space:][:punct:]〔〕（）《》“”、，。：；？！·]+') word,
            generate_series(1, greatest(length(word) - 1, 1)) at
          where word <> '');

      create function case_words(c case_file) returns text[] language sql immutable parallel safe
        return pairs(c.number || ' ' || c.title || ' ' || coalesce(c.state #>> '{subject,name}', ''));
      create index case_file_words on case_file using gin (case_words(case_file));
      create index case_file_newest on case_file (opened_at desc, id desc);
      create index case_file_due on case_file (next_due, id) where next_due is not null;

      create function cases_with(sought text) returns setof uuid language sql stable security definer set search_path = public
        as 'select id from case_file c where case_words(c) @> pairs(sought) and region_visible(region)';
      revoke execute on function cases_with(text) from public;
      grant execute on function cases_with(text) to fundguard_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function cases_with(text);
      drop index case_file_due; drop index case_file_newest; drop index case_file_words;
      drop function case_words(case_file); drop function pairs(text);
      alter table account drop column demo, drop column created_at;
    `);
  }
}
