import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Instant, RungTarget, StepKind } from '@fundguard/domain';
import { EVERYWHERE, type Tx } from './database.js';
import { type Climb, climbRung, recallRungs, takeRung } from './ladder-store.js';
import { type TestDatabase, testDatabase } from './test-database.js';
import { COUNTY_A, campaign, happen, install } from './test-record.js';

const UNITS = 3_000;
const DUE = '2026-01-08T09:00:00.000Z' as Instant;
const file = campaign();

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
  await install(base.db, UNITS);
  await happen(base.db, file, 'campaignLaunched');
  await query(`insert into participant (campaign_id, unit_id, region, joined_at) select $1, id, region, $2 from unit`, [
    file.id,
    DUE,
  ]);
  await query(
    `insert into obligation (campaign_id, unit_id, region, source, period, name, due_at)
     select $1, id, region, 'weekly', '2026-01-08', '周报', $2 from unit`,
    [file.id, DUE],
  );
});
afterAll(() => base?.drop());

const query = <Row>(text: string, values: unknown[] = []) =>
  base.db.within(EVERYWHERE, (tx) => tx.query<Row>({ text, values }));
const climb = (rung: string, kind: StepKind, to: RungTarget[], keyTarget = false): Promise<number | undefined> =>
  base.db.within(EVERYWHERE, async (tx: Tx) => {
    const name = { zh: '催办', en: 'Reminder' };
    const step: Climb = { campaign: file, due: DUE, rung, kind, name, to, keyTarget, at: DUE };
    return (await takeRung(tx, step)) ? climbRung(tx, step) : undefined;
  });
const notifications = async (like: string) => {
  const [row] = await query<{ n: number }>(
    'select count(*) as n from notification where cause like $1 and recalled_at is null',
    [like],
  );
  return row?.n;
};

test('a reminder reaches three thousand units in one statement, once', async () => {
  const began = performance.now();
  expect(await climb('remind-2h', 'reminder', ['contact'])).toBe(UNITS);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await climb('remind-2h', 'reminder', ['contact'])).toBeUndefined();
  expect(await notifications('remind-2h:%')).toBe(UNITS);
});

test('who reported is left alone; everybody else is overdue at the instant', async () => {
  await query(
    `update obligation set status = 'submitted' where unit_id in (select id from unit order by id limit 1000)`,
  );
  expect(await climb('overdue', 'overdue', ['contact'])).toBe(2_000);
  const rows = await query(
    `select status, count(*) as n, min(version) as version from obligation group by status order by status`,
  );
  expect(rows).toEqual([
    { status: 'overdue', n: 2_000, version: 2 },
    { status: 'submitted', n: 1_000, version: 1 },
  ]);
});

test('a rung that names the coordinator and the office tells their one desk once, and units each of their own', async () => {
  expect(await climb('press', 'escalation', ['head', 'coordinator', 'office', 'leader'])).toBe(2_000);
  const shared = await query(
    `select addressee, subject_en from notification where cause like 'press:%' and addressee like 'role:%' order by 1`,
  );
  expect(shared).toEqual([
    { addressee: `role:coordinator@${COUNTY_A}`, subject_en: '专项 Reminder: 2000 obligations' },
    { addressee: `role:leader@${COUNTY_A}`, subject_en: '专项 Reminder: 2000 obligations' },
  ]);
  expect(await notifications('press:%')).toBe(2_002);
});

test('the top of the ladder makes key targets, and keeps an earlier reason', async () => {
  await query(
    `update participant set key_target = 'zero-report' where unit_id in (select unit_id from obligation where status = 'overdue' limit 1)`,
  );
  await climb('interview', 'escalation', ['leader'], true);
  const rows = await query(`select key_target, count(*) as n from participant group by 1 order by 1`);
  expect(rows).toEqual([
    { key_target: 'interview', n: 1_999 },
    { key_target: 'zero-report', n: 1 },
    { key_target: null, n: 1_000 },
  ]);
});

test('a deadline that moved takes back what was sent, and a ladder laid there again is climbed again', async () => {
  const later = '2026-01-15T09:00:00.000Z';
  const move = (from: string, to: string) => query('update obligation set due_at = $2 where due_at = $1', [from, to]);
  await move(DUE, later);
  await base.db.within(EVERYWHERE, (tx) => recallRungs(tx, file.id, DUE, '2026-01-07T00:00:00.000Z' as Instant));
  expect([await notifications('remind-2h:%'), await notifications('recall:remind-2h:%')]).toEqual([0, UNITS]);
  await move(later, DUE);
  await query(`update obligation set status = 'open'`);
  expect(await climb('remind-2h', 'reminder', ['contact'])).toBe(UNITS);
  expect(await notifications('remind-2h:%')).toBe(UNITS);
});
