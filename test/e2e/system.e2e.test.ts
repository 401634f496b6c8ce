import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { PERMISSIONS, instant } from '@fundguard/domain';
import { EVERYWHERE, planDeliveries } from '@fundguard/persistence';
import { LOOK_BACK, launch } from '../support/campaign-walk.js';
import { openLead } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-11-22T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const get = async <T>(who: Name, path: string): Promise<T> =>
  (await (await platform.send(who, `/api/v1/${path}`)).json()) as T;

test('the table of permissions is the one the product goes by', async () => {
  const { items } = await get<Schemas['PermissionTable']>('admin', 'permissions');
  expect(Object.fromEntries(items.map(({ permission, roles }) => [permission, roles]))).toEqual(PERMISSIONS);
});

test('calendars say which years are loaded, and which are provisional', async () => {
  const { items, missing } = await get<Schemas['CalendarsView']>('hospital', 'calendars');
  expect(items[0]).toMatchObject({ year: 2026, byHand: false });
  expect(items[0]?.holidays).toContain('2026-10-01');
  expect(missing).toEqual([2027]);
});

test('live sessions are those of one’s own region, and end with one’s word', async () => {
  const logins = async (who: Name) =>
    (await get<{ items: Schemas['LiveSession'][] }>(who, 'sessions')).items.map(({ login }) => login);
  await platform.as('reviewer');
  expect(await logins('admin')).toEqual(expect.arrayContaining(['admin', 'reviewer']));
  expect(await logins('countyB')).toEqual(['countyb']);
  expect(JSON.stringify(await get('admin', 'sessions'))).not.toMatch(/token|hash/i);
  const path = `/api/v1/accounts/${platform.accounts.reviewer}/sessions`;
  expect((await platform.send('admin', path, { method: 'DELETE' })).status).toBe(204);
  expect(await logins('admin')).not.toContain('reviewer');
});

test('the timetable says what recurs when, and what comes next, in one’s own region', async () => {
  await launch(platform, { plan: LOOK_BACK, start: '2026-11-23', end: '2027-03-31' });
  await openLead(platform);
  const { duties, limits } = await get<Schemas['Timetable']>('coordinator', 'timetable');
  const weekly = duties.find(({ cadence }) => cadence !== null);
  expect(weekly).toMatchObject({ cadence: '每周四下午5时前', next: '2026-11-26T09:00:00.000Z', units: 1 });
  expect(limits).toMatchObject([{ clock: 'verification', running: 1, missed: 0 }]);
  expect(await get('countyB', 'timetable')).toEqual({ duties: [], limits: [] });
});

test('what failed is sent again on an administrator’s word; what was sent, or is another county’s, is not', async () => {
  const now = await platform.clock.now();
  await eventually(async () => expect(await planDeliveries(platform.db, now)).toBe(0));
  const { items } = await get<{ items: Schemas['Delivery'][] }>('admin', 'deliveries');
  const [failed, sent] = items.map(({ id }) => id);
  await platform.db.within(EVERYWHERE, (tx) =>
    tx.query({
      text: `update delivery set status = case when id = $1 then 'failed' else 'sent' end, attempts = 8, error = 'x' where id in ($1, $2)`,
      values: [failed, sent],
    }),
  );
  const retry = async (who: Name, id: string | undefined) =>
    (await platform.send(who, `/api/v1/deliveries/${id}/retry`, { method: 'POST' })).status;
  expect(await retry('countyB', failed)).toBe(404);
  expect(await retry('auditor', failed)).toBe(403);
  expect(await retry('admin', sent)).toBe(409);
  expect(await retry('admin', failed)).toBe(204);
  expect(await retry('admin', failed)).toBe(409);
  const waiting = await get<{ items: Schemas['Delivery'][] }>('admin', 'deliveries?status=waiting');
  expect(waiting.items.find(({ id }) => id === failed)).toMatchObject({ attempts: 0, error: null });
});

test('about says the version and the licence', async () => {
  expect(await get('auditor', 'about')).toMatchObject({ version: expect.any(String), license: 'Apache-2.0' });
});
