import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LOOK_BACK } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop());

const read = async (path: string) => {
  const response = await platform.send('coordinator', `/api/v1/${path}`);
  return { status: response.status, json: (await response.json()) as object };
};

test.each([
  ['start=9999-12-20&end=9999-12-31', 'request.invalid'],
  ['start=0001-01-01', 'request.invalid'],
  ['start=1999-12-31', 'request.invalid'],
  ['start=2026-12-01&end=2099-12-31', 'plan.too-long'],
  ['start=2026-12-01&end=2026-11-30', 'plan.ends-before-start'],
])('a schedule of %s is refused at once, and the api goes on serving', async (query, type) => {
  const began = Date.now();
  expect(await read(`plans/${LOOK_BACK}/schedule?${query}`)).toMatchObject({
    status: 422,
    json: { type: `/problems/${type}` },
  });
  expect(Date.now() - began).toBeLessThan(5_000);
  expect((await read('health')).status).toBe(200);
});

test('a campaign is not drafted for a time no deadline can lie in, nor for no unit at all', async () => {
  const region = platform.organisation.region('990001');
  const draft = (more: object) =>
    post(platform, 'coordinator', '/api/v1/campaigns', { plan: LOOK_BACK, region, start: '2026-12-01', ...more });
  for (const more of [{ start: '9999-12-20', end: '9999-12-31' }, { end: '2099-12-31' }, { units: [] }])
    expect(await draft(more)).toMatchObject({ status: 422 });
});

test('an account that speaks for nobody, or for two, is refused; nobody disables their own', async () => {
  const account = {
    login: 'new.one',
    name: '新账号',
    password: 'long enough',
    region: platform.organisation.region('990001'),
  };
  for (const [more, field] of [
    [{ roles: ['unitContact'] }, 'unit'],
    [{ roles: ['partnerContact'] }, 'partner'],
    [{ roles: ['investigator'], partner: 'police' }, 'partner'],
    [{ roles: ['leader', 'leader'] }, 'roles'],
  ] as const) {
    const answer = await post(platform, 'admin', '/api/v1/accounts', { ...account, ...more });
    expect(answer).toMatchObject({ status: 422, json: { field } });
  }
  const own = await platform.send('admin', `/api/v1/accounts/${platform.accounts.admin}`, { method: 'DELETE' });
  expect(own.status).toBe(409);
});

test('a calendar is loaded by the administrator of the topmost region only', async () => {
  const body = JSON.stringify({ year: 2027, notice: '测试用', holidays: ['2027-01-01'], workdays: [] });
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body };
  const response = await platform.send('countyB', '/api/v1/calendars/2027', init);
  expect([response.status, await response.json()]).toMatchObject([403, { type: '/problems/calendar.root-only' }]);
});
