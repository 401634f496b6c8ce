import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type RegionPath } from '@fundguard/domain';
import { EVERYWHERE } from './database.js';
import { type TestDatabase, testDatabase } from './test-database.js';
import { COUNTY_A, COUNTY_B, campaign, happen, install } from './test-record.js';

let base: TestDatabase;
let app: pg.Client;
const ofA = campaign(COUNTY_A);
beforeAll(async () => {
  base = await testDatabase();
  await install(base.db);
  await happen(base.db, ofA, 'campaignDrafted');
  await happen(base.db, campaign(COUNTY_B), 'campaignDrafted');
  app = new pg.Client(base.appUrl);
  await app.connect();
});
afterAll(async () => {
  await app?.end();
  await base?.drop();
});

const BY_REGION = [
  ...['event', 'campaign', 'participant', 'obligation', 'deadline', 'escalation'],
  ...[
    'case_file',
    'money_entry',
    'notification',
    'delivery',
    'webhook',
    'job',
    'plan_template',
    'case_identity',
    'evidence_check',
    'draw',
    'problem',
    'report_entry',
    'report_file',
    'report_figure',
    'campaign_figure',
    'table_copy',
    'import',
    'import_row',
    'typical_case',
    'standing_rule',
    'campaign_summary',
    'self_check',
    'campaign_document',
    'presence',
    ...['campaign_group', 'appointment', 'delegation', 'acknowledgement', 'guidance_note', 'duty'],
  ],
  ...['pool_member', 'visit_volume', 'practitioner', 'block'],
  ...['visit', 'visit_entry', 'visit_file', 'visit_finding', 'visit_look'],
  ...['work_record', 'briefing_unit', 'work_file'],
  ...['reporter', 'reporter_look'],
];
const count = async (table: string) =>
  (await app.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

test('every table with a region shows rows of that region only', async () => {
  const { rows } = await base.owner.query<{ table: string; secured: boolean }>(`
    select c.relname as table, c.relrowsecurity and exists (select from pg_policy where polrelid = c.oid) as secured
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'region'
      where c.relkind = 'r' and c.relname not in ('region', 'unit', 'account') order by 1`);
  expect(rows.map(({ table }) => table)).toEqual([...BY_REGION].sort());
  expect(rows.filter(({ secured }) => !secured)).toEqual([]);
});

test('who names no region sees nothing: before, and after a transaction that named one', async () => {
  expect([await count('campaign'), await count('event')]).toEqual([0, 0]);
  await app.query('begin');
  await app.query(`set local fundguard.region = '/'`);
  expect([await count('campaign'), await count('event')]).toEqual([2, 2]);
  await app.query('commit');
  for (const table of BY_REGION) expect([table, await count(table)]).toEqual([table, 0]);
  await app.query(`begin; set local fundguard.region = '/'; rollback`);
  expect(await count('campaign')).toBe(0);
});

test.each([
  ['its own county', COUNTY_A, 1],
  ['the city above both', '/990000/' as RegionPath, 2],
  ['the whole country', EVERYWHERE, 2],
  ['a county whose code begins alike', '/990000/99000/' as RegionPath, undefined],
  ['another city', '/980000/' as RegionPath, 0],
])('a transaction of %s', async (_whose, region, expected) => {
  const seen = base.db
    .within(region, (tx) => tx.query({ text: 'select id from campaign', values: [] }))
    .then((rows) => rows.length);
  if (expected === undefined) await expect(seen).rejects.toThrow('not a region path');
  else expect(await seen).toBe(expected);
});

test('nobody writes into another region, nor moves a row there', async () => {
  const write = (text: string, values: unknown[]) => base.db.within(COUNTY_B, (tx) => tx.query({ text, values }));
  const notification = `insert into notification (file_id, cause, addressee, region, subject_zh, subject_en, at)
    values ($1, 'x', 'x', $2, 'x', 'x', now())`;
  await expect(write(notification, [ofA.id, COUNTY_A])).rejects.toThrow('row-level security');
  expect(await write(`update campaign set name = 'ours' where id = $1 returning 1`, [ofA.id])).toEqual([]);
  await expect(write(`update campaign set region = $1 where region = $2`, [COUNTY_A, COUNTY_B])).rejects.toThrow(
    'row-level security',
  );
});

test('a region that is none never reaches the database', async () => {
  const injected = `/'; drop table campaign; --` as RegionPath;
  await expect(base.db.within(injected, () => Promise.resolve())).rejects.toThrow('not a region path');
});
