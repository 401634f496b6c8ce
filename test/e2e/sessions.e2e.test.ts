import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Name, PASSWORD } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
}, 60_000);
afterAll(() => platform?.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
async function call(method: string, path: string, headers: Record<string, string> = {}, body?: object) {
  const init = body ? { body: JSON.stringify(body), headers: { ...JSON_TYPE, ...headers } } : { headers };
  const response = await fetch(`${platform.url}/api/v1/${path}`, { method, ...init });
  const text = await response.text();
  const json = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, json, type: response.headers.get('content-type'), response };
}
const signIn = (login: string, password = PASSWORD, bearer = true) =>
  call('POST', 'sessions', {}, { login: login.toLowerCase(), password, bearer });
async function tokenOf(login: Name): Promise<Record<string, string>> {
  return { authorization: `Bearer ${String((await signIn(login)).json['token'])}` };
}
const current = async (headers: Record<string, string>) => (await call('GET', 'sessions/current', headers)).status;

test('a browser signs in with a cookie no script can read, and needs its token to change anything', async () => {
  const { status, json, response } = await signIn('admin', PASSWORD, false);
  const cookie = response.headers.get('set-cookie') ?? '';
  expect([status, json['token']]).toEqual([201, undefined]);
  for (const part of ['__Host-fundguard=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    expect(cookie).toContain(part);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const hook = { url: 'https://example.test/hook' };

  expect((await call('GET', 'webhooks', headers)).status).toBe(200);
  for (const forged of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': 'a'.repeat(String(json['csrf']).length) }]) {
    const refused = await call('POST', 'webhooks', { ...headers, ...forged }, hook);
    expect(refused).toMatchObject({ status: 403, json: { type: '/problems/session.csrf' } });
  }
  expect((await call('GET', 'webhooks', headers)).json).toEqual({ items: [] });
  const csrf = { 'x-csrf-token': String((await call('GET', 'sessions/current', headers)).json['csrf']) };
  expect((await call('POST', 'webhooks', { ...headers, ...csrf }, hook)).status).toBe(201);

  expect((await call('DELETE', 'sessions/current', { ...headers, ...csrf })).status).toBe(204);
  expect(await current(headers)).toBe(401);
});

test('a wrong password and an unknown login are told the same', async () => {
  const [wrong, unknown] = [await signIn('leader', 'not the password'), await signIn('nobody', 'not the password')];
  expect(wrong).toMatchObject({ status: 403, json: { type: '/problems/session.wrong-credentials' } });
  expect(unknown.json).toEqual(wrong.json);
});

test('a session that was revoked ends at once, here and by an administrator, and no other', async () => {
  const [first, second, admin] = [await tokenOf('leader'), await tokenOf('leader'), await tokenOf('admin')];
  expect((await call('DELETE', 'sessions/current', first)).status).toBe(204);
  expect([await current(first), await current(second)]).toEqual([401, 200]);
  expect((await call('DELETE', `accounts/${platform.accounts.leader}/sessions`, admin)).status).toBe(204);
  expect([await current(second), await current(admin), await current(await tokenOf('leader'))]).toEqual([
    401, 200, 200,
  ]);
});

test('a disabled account is out at once and stays out', async () => {
  const [officer, admin] = [await tokenOf('officer'), await tokenOf('admin')];
  expect((await call('DELETE', `accounts/${platform.accounts.officer}`, admin)).status).toBe(204);
  expect(await current(officer)).toBe(401);
  expect(await signIn('officer')).toMatchObject({ status: 403, json: { type: '/problems/session.wrong-credentials' } });
  expect((await call('DELETE', `accounts/${platform.accounts.officer}`, admin)).status).toBe(404);
});

test('a role that is taken away, or given, counts from the next request on', async () => {
  const owner = new pg.Client(platform.database.ownerUrl);
  await owner.connect();
  const roles = (to: string[]) => owner.query('update account set roles = $1 where login = $2', [to, 'coordinator']);
  const coordinator = await tokenOf('coordinator');
  expect((await call('GET', 'cases', coordinator)).status).toBe(200);
  await roles(['partnerContact']);
  expect(await call('GET', 'cases', coordinator)).toMatchObject({
    status: 403,
    json: { type: '/problems/permission.missing', permission: expect.any(String) },
  });
  await roles(['coordinator']);
  expect((await call('GET', 'cases', coordinator)).status).toBe(200);
  await owner.end();
});

test('an account is made for a unit and a region in charge of who makes it, and for no other', async () => {
  const admin = await tokenOf('admin');
  const { organisation } = platform;
  const region = organisation.region('990001');
  const unit = organisation.unit('a-tcm');
  const account = { login: 'new.contact', name: '新联系人', password: PASSWORD, roles: ['unitContact'], region, unit };
  for (const foreign of [
    { region: organisation.region('990002') },
    { region: organisation.region('990000') },
    { region: `${region}990009/` },
    { unit: organisation.unit('b-bureau') },
    { unit: '00000000-0000-4000-8000-00000000abcd' },
  ]) {
    const refused = await call('POST', 'accounts', admin, { ...account, ...foreign });
    expect(refused).toMatchObject({ status: 422, json: { type: '/problems/region.unknown' } });
  }
  expect((await call('POST', 'accounts', admin, { ...account, password: 'short' })).json).toMatchObject({
    field: 'password',
  });
  expect((await call('POST', 'accounts', admin, account)).status).toBe(201);
  const again = await call('POST', 'accounts', admin, account);
  expect(again).toMatchObject({ status: 409, json: { type: '/problems/account.login-taken', field: 'login' } });
  const contact = { authorization: `Bearer ${String((await signIn('new.contact')).json['token'])}` };
  expect((await call('GET', 'party/cases', contact)).status).toBe(200);
});

test('a session ends by itself after twelve hours', async () => {
  const agency = await tokenOf('agency');
  await platform.pass('719 minutes');
  expect(await current(agency)).toBe(200);
  await platform.pass('2 minutes');
  expect(await current(agency)).toBe(401);
});

test('passwords are not guessed: after thirty attempts a minute the next are refused, for that login', async () => {
  const attempts = Array.from({ length: 40 }, () => signIn('hotline', 'a guess at it'));
  const answers = await Promise.all(attempts);
  const late = answers.filter(({ status }) => status === 429);
  expect(late).toHaveLength(10);
  expect(late[0]).toMatchObject({
    json: { type: '/problems/request.too-many', status: 429 },
    type: expect.stringContaining('application/problem+json'),
  });
  expect((await signIn('reviewer')).status).toBe(201);
});
