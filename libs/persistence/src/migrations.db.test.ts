import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestDatabase, alone, migrated, ownerSource, testDatabase } from './test-database.js';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base?.drop());

/** Everything a migration makes: columns, constraints, indices, policies, triggers, functions and grants. */
async function schema(): Promise<object[]> {
  const { rows } = await base.owner.query<object>(`
    select table_name as a, column_name as b, concat_ws(' ', data_type, is_nullable, column_default) as c
      from information_schema.columns where table_schema = 'public'
    union all select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select tablename, policyname, concat(qual, with_check, roles) from pg_policies
    union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select '', proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
    union all select table_name, privilege_type, '' from information_schema.role_table_grants where grantee = 'fundguard_app'
    order by 1, 2, 3`);
  return rows;
}
const applied = async () => (await base.owner.query('select name from migrations order by id')).rows.length;

test('migrating again, and five times at once, changes nothing', async () => {
  const [before, count] = [await schema(), await applied()];
  await alone(async () => {
    await migrated(base.ownerUrl);
    await Promise.all(Array.from({ length: 5 }, () => migrated(base.ownerUrl)));
  });
  expect(await applied()).toBe(count);
  expect(await schema()).toEqual(before);
});

test('all the way down leaves nothing of ours, and up again makes the same', async () => {
  const [before, count] = [await schema(), await applied()];
  const source = await ownerSource(base.ownerUrl);
  for (let left = count; left > 0; left -= 1) await source.undoLastMigration();
  await source.destroy();
  const tables = `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`;
  expect((await base.owner.query(tables)).rows).toEqual([]);
  await alone(() => migrated(base.ownerUrl));
  expect(await applied()).toBe(count);
  expect(await schema()).toEqual(before);
});

test('the row classes say what the migrations made', async () => {
  const source = await ownerSource(base.ownerUrl);
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
