import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Schemas } from '@fundguard/client';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const BEGUN_WITH = 't003-06a-city-look-back-2021';
const COUNTY = '/990000/990001/';

let platform: TestPlatform;
let template: string;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
  const answer = await platform.send('coordinator', `/api/v1/plans/${BEGUN_WITH}/text`);
  expect(answer.headers.get('content-type')).toContain('application/yaml');
  template = await answer.text();
}, 60_000);
afterAll(() => platform?.stop());

const written = (id: string, version = 1, more = ''): string =>
  template.replace(`id: ${BEGUN_WITH}`, `id: ${id}`).replace(/version: \d+/, `version: ${version}`) + more;

async function put(who: Name, id: string, text: string) {
  const client = await platform.as(who);
  const { data, error, response } = await client.PUT('/api/v1/plans/{plan}', {
    params: { path: { plan: id } },
    body: { text },
  });
  const problem = error as unknown as Schemas['Problem'] | undefined;
  return { data, status: response.status, code: problem?.type.split('/').at(-1), problem };
}
const plansOf = async (who: Name) => (await (await platform.as(who)).GET('/api/v1/plans')).data?.items ?? [];

test('a county adds a plan of its own, drafts from it, and keeps the version it drafted from', async () => {
  const added = await put('coordinator', 'our-look-back', written('our-look-back'));
  expect([added.status, added.data?.written?.region]).toEqual([200, COUNTY]);
  const client = await platform.as('coordinator');
  const { data: drafted } = await client.POST('/api/v1/campaigns', {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: { plan: 'our-look-back', region: COUNTY, start: '2026-12-01' },
  });
  const next = written('our-look-back', 2).replace('time: 17:00', 'time: 12:00');
  expect(next).toContain('12:00');
  expect((await put('coordinator', 'our-look-back', next)).data?.version).toBe(2);
  const { data: campaign } = await client.GET('/api/v1/campaigns/{id}', {
    params: { path: { id: drafted?.id ?? '' } },
  });
  expect(campaign?.plan).toBe('our-look-back@1');
});

test('the same text twice is one; another text under the same version is refused, and so is an older one', async () => {
  expect((await put('coordinator', 'twice', written('twice'))).status).toBe(200);
  expect((await put('coordinator', 'twice', written('twice'))).status).toBe(200);
  const changed = await put('coordinator', 'twice', written('twice').replace('level: city', 'level: county'));
  expect([changed.status, changed.code]).toEqual([409, 'plan.version-exists']);
  expect((await put('coordinator', 'twice', written('twice', 2))).status).toBe(200);
  expect((await plansOf('coordinator')).filter(({ id }) => id === 'twice').map(({ version }) => version)).toEqual([2]);
});

test('a version that was left out is refused because a newer one is there, not because it is', async () => {
  for (const version of [1, 3]) expect((await put('coordinator', 'leaps', written('leaps', version))).status).toBe(200);
  const { status, code, problem } = await put('coordinator', 'leaps', written('leaps', 2));
  expect([status, code]).toEqual([409, 'plan.newer-version']);
  expect(problem?.detail).toBe('方案 leaps 已有更新的第 3 版，不能再添加第 2 版；修改后请将 version 改为 4');
});

test('two coordinators who add one id at once: one of them is told', async () => {
  const texts = ['county', 'province'].map((level) => written('at-once').replace('level: city', `level: ${level}`));
  const answers = await Promise.all(texts.map((text) => put('coordinator', 'at-once', text)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a plan serves the region it was written in and those below it, no other', async () => {
  expect((await put('cityCoordinator', 'of-the-city', written('of-the-city'))).status).toBe(200);
  const ids = async (who: Name) => (await plansOf(who)).map(({ id }) => id);
  expect(await ids('coordinator')).toContain('of-the-city');
  expect((await put('coordinator', 'of-the-county', written('of-the-county'))).status).toBe(200);
  expect(await ids('countyB')).not.toContain('of-the-county');
  const taken = await put('countyB', 'of-the-county', written('of-the-county', 2));
  expect([taken.status, taken.code]).toEqual([409, 'plan.id-taken']);
});

test.each([
  ['an id of the rulebook', BEGUN_WITH, () => written(BEGUN_WITH, 2), 409, 'plan.id-taken'],
  ['another id than the path’s', 'one', () => written('other'), 422, 'plan.other-id'],
  ['a mistake', 'one', () => written('one').replace('weekday: 4', 'weekday: 9'), 422, 'request.invalid'],
  ['an unknown field', 'one', () => written('one', 1, 'surprise: 1\n'), 422, 'request.invalid'],
])('%s is refused', async (_what, id, text, status, code) => {
  const answer = await put('coordinator', id, text());
  expect([answer.status, answer.code]).toEqual([status, code]);
});

test('what is wrong is said field by field', async () => {
  const { problem } = await put('coordinator', 'one', written('one').replace('weekday: 4', 'weekday: 9'));
  expect(problem?.errors?.[0]).toMatchObject({ field: 'reports.0.cadence.weekday' });
});

test('who does not coordinate adds nothing', async () => {
  expect((await put('leader', 'of-a-leader', written('of-a-leader'))).status).toBe(403);
});
