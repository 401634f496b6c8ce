import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { addEvidence, openLead, post } from '../support/case-walk.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { stored } from '../support/stored.js';

let platform: TestPlatform;
let owner: pg.Client;
let lead: string;
let before: Awaited<ReturnType<typeof stored>>;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
  owner = new pg.Client(platform.database.ownerUrl);
  await owner.connect();
  lead = await openLead(platform);
  expect((await addEvidence(platform, lead)).status).toBe(201);
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await platform?.stop();
});
beforeEach(async () => {
  before = await stored(platform, owner);
});
afterEach(async () => expect(await stored(platform, owner)).toEqual(before));

describe('what is no request', () => {
  const send = async (path: string, init: RequestInit) => {
    const response = await platform.send('investigator', `/api/v1/${path}`, init);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      json: (await response.json()) as object,
    };
  };
  const asJson = (body: string, type = 'application/json') => ({
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  test.each<readonly [string, string, () => RequestInit, number, string]>([
    ['20 MB', 'cases', () => asJson(JSON.stringify({ summary: 'a'.repeat(20_000_000) })), 413, 'request.too-large'],
    ['half a JSON text', 'cases', () => asJson('{"title": "线'), 400, 'request.malformed'],
    ['nothing, as JSON', 'cases', () => asJson(''), 400, 'request.malformed'],
    ['a poisoned prototype', 'cases', () => asJson('{"__proto__": {"roles": ["leader"]}}'), 400, 'request.malformed'],
    ['XML', 'cases', () => asJson('<lead/>', 'application/xml'), 415, 'request.media-type'],
    ['an unknown route', 'case', () => asJson('{}'), 404, 'route.unknown'],
    ['an unknown method', 'cases', () => ({ ...asJson('{}'), method: 'PUT' }), 404, 'route.unknown'],
    ['no id', 'cases/1', () => ({}), 422, 'request.invalid'],
    ['a page of none', 'cases?limit=0', () => ({}), 422, 'request.invalid'],
    ['a cursor of no page', 'cases?after=yesterday_1', () => ({}), 422, 'request.invalid'],
    ['a cursor of no obligation', 'obligations?after=1', () => ({}), 422, 'request.invalid'],
    ['a cursor of no notification', 'notifications?after=1', () => ({}), 422, 'request.invalid'],
    ['NUL in a search', 'cases?q=%00', () => ({}), 422, 'request.invalid'],
  ])('%s is answered with a problem', async (_what, path, init, status, type) => {
    expect(await send(path, init())).toMatchObject({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
      json: { type: `/problems/${type}`, status, title: expect.any(String), detail: expect.any(String) },
    });
  });
});

describe('what does not fit its schema is said in the language that was asked for', () => {
  const said = async (path: string, language: string) => {
    const headers = { 'accept-language': language };
    const answer = await platform.send('investigator', `/api/v1/${path}`, { headers });
    return (await answer.json()) as { detail: string; errors: { detail: string }[] };
  };
  test.each([
    ['cases/1', '无效UUID', 'Invalid UUID'],
    ['cases?limit=0', '数值过小：期望 number >=1', 'Too small: expected number to be >=1'],
  ])('%s', async (path, zh, en) => {
    expect(await said(path, 'zh-CN')).toMatchObject({ detail: zh, errors: [{ detail: zh }] });
    const english = await said(path, 'en');
    expect(english.detail).toContain(en);
    expect(english.errors).toMatchObject([{ detail: en }]);
  });

  test('the words speak of what was sent', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ reason: 1 });
    const answer = await platform.send('investigator', `/api/v1/cases/${lead}/merger`, {
      method: 'POST',
      headers,
      body,
    });
    expect((await answer.json()) as object).toMatchObject({
      errors: expect.arrayContaining([
        { field: 'reason', detail: expect.stringContaining('实际接收 数字'), detailEn: expect.any(String) },
      ]),
    });
  });
});

describe('evidence', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
  test.each<readonly [string, Parameters<typeof addEvidence>[2], string]>([
    ['a picture that says it is a PDF', { bytes: png, type: 'application/pdf' }, 'evidence.type-mismatch'],
    ['a PDF that says it is a picture', { bytes: pdf, type: 'image/png' }, 'evidence.type-mismatch'],
    [
      'bytes that say they are text',
      { bytes: Buffer.from([77, 90, 0, 3]), type: 'text/plain' },
      'evidence.type-mismatch',
    ],
    ['a page of HTML', { bytes: Buffer.from('<script>'), type: 'text/html' }, 'evidence.type-not-accepted'],
    ['nothing', { bytes: Buffer.alloc(0), type: 'text/plain' }, 'evidence.empty'],
    ['a name that is too long', { name: `${'处'.repeat(300)}.png` }, 'evidence.name'],
  ])('%s is refused, and not kept', async (_what, file, type) => {
    const response = await addEvidence(platform, lead, file);
    expect([response.status, await response.json()]).toMatchObject([422, { type: `/problems/${type}`, field: 'file' }]);
  });

  test('more than the limit is refused, and not kept', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(15_000_000)]);
    const response = await addEvidence(platform, lead, { bytes });
    expect([response.status, await response.json()]).toMatchObject([422, { type: '/problems/evidence.too-large' }]);
  });

  test('a form without a file, and no form at all, are refused', async () => {
    const form = new FormData();
    form.set('note', '没有文件');
    const path = `/api/v1/cases/${lead}/evidence?kind=documentary`;
    const empty = await platform.send('investigator', path, { method: 'POST', body: form });
    expect([empty.status, await empty.json()]).toMatchObject([422, { type: '/problems/evidence.no-file' }]);
    expect(await post(platform, 'investigator', path, {})).toMatchObject({
      json: { type: '/problems/request.media-type' },
    });
  });
});
