import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { campaignEvents, done, launch } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const WITNESS = { witness: '县纪委监委派员', words: '骰子 3 5 7' };

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform();
  campaign = await launch(platform);
  await acknowledgeDiscipline(platform, campaign, 'coordinator', 'leader', 'auditor');
}, 60_000);
afterAll(() => platform?.stop());

const institutions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `h${index}`, name: `第${index}诊所`, marks: { type: 'clinic' } }));
const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, name: `${prefix}${index}` }));
const PREPARED = {
  name: '第二季度双随机检查',
  candidates: institutions(30),
  strata: [{ id: 'clinic', name: '诊所', who: { type: ['clinic'] }, percent: 25 }],
  teams: { count: 2, inspectors: 2, experts: 1 },
  inspectors: people('i', 6),
  experts: people('e', 3),
};
const commit = async (more: object = {}) =>
  (await done(platform, 'coordinator', 'draws', { campaign, ...PREPARED, ...more })).id;
const drawn = async (more: object = {}) => {
  const id = await commit(more);
  await done(platform, 'coordinator', `draws/${id}/drawing`, WITNESS);
  return id;
};
async function read(who: Name, id: string): Promise<Schemas['Draw'] | undefined> {
  return (await (await platform.as(who)).GET('/api/v1/draws/{id}', { params: { path: { id } } })).data;
}
async function fileOf(who: Name, id: string): Promise<Schemas['DrawFile'] | undefined> {
  return (await (await platform.as(who)).GET('/api/v1/draws/{id}/file', { params: { path: { id } } })).data;
}

interface Ended {
  readonly code: number;
  readonly output: string;
}
const verify = (...args: string[]): Promise<Ended> =>
  new Promise((ended) => {
    const env = { PATH: process.env['PATH'] }; // no database, whatever is set here
    execFile(
      process.execPath,
      [join(CHECKOUT, 'scripts/fundguard.mjs'), 'verify', ...args],
      { env },
      (error, stdout, stderr) => ended({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
async function kept(content: unknown): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'fundguard-draw-')), 'draw.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('locked, drawn before a witness, published: and its file proves itself without a database', async () => {
  const id = await commit();
  const before = await read('coordinator', id);
  expect(before).toMatchObject({ status: 'committed', candidates: 30, drawn: null, teams: null, witness: null });
  expect(before?.strata).toMatchObject([{ fitting: 30, wanted: 8, drawn: null }]);
  expect(JSON.stringify(before)).not.toContain('"secret":');
  expect(await fileOf('coordinator', id)).toBeUndefined();

  await done(platform, 'coordinator', `draws/${id}/drawing`, WITNESS);
  await done(platform, 'coordinator', `draws/${id}/publication`);
  const after = await read('hospital', id);
  expect(after).toMatchObject({
    status: 'published',
    drawn: 8,
    witness: { name: WITNESS.witness, words: WITNESS.words },
    listHash: before?.listHash,
  });
  expect(
    after?.teams?.map(({ inspectors, experts, inspects }) => [inspectors.length, experts.length, inspects]),
  ).toEqual([
    [2, 1, 4],
    [2, 1, 4],
  ]);
  const file = await fileOf('hospital', id);
  expect(await verify('draw', await kept(file))).toMatchObject({
    code: 0,
    output: expect.stringContaining('抽取属实'),
  });

  const events = (await campaignEvents(platform, campaign)).filter(({ data }) => data['draw'] === id);
  expect(events.map(({ kind }) => kind)).toEqual(['drawCommitted', 'drawMade', 'drawPublished']);
  expect(events[0]?.data).toMatchObject({ listHash: file?.committed.listHash, commitment: file?.committed.commitment });
});

test('who was drawn is nobody’s to know before it is published, but those who draw, lead or audit', async () => {
  const id = await drawn();
  for (const who of ['leader', 'auditor'] as const) expect(await read(who, id)).toMatchObject({ drawn: 8 });
  for (const who of ['hospital', 'investigator', 'agency', 'countyB'] as const) {
    expect([who, await read(who, id), await fileOf(who, id)]).toEqual([who, undefined, undefined]);
    const { data } = await (await platform.as(who)).GET('/api/v1/draws', { params: { query: { campaign } } });
    expect(data?.items.map((each) => each.id)).not.toContain(id);
  }
  const told = JSON.stringify((await campaignEvents(platform, campaign)).filter(({ data }) => data['draw'] === id));
  const { drawn: list } = (await fileOf('coordinator', id))?.result ?? { drawn: [] };
  for (const { id: institution } of list) expect(told).not.toContain(`"${institution}"`);
});

test('without a list the campaign’s own units are drawn from', async () => {
  const id = await commit({
    candidates: undefined,
    teams: undefined,
    strata: [{ id: 'all', name: '全部', atLeast: 2 }],
  });
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/campaigns/{id}/participants', { params: { path: { id: campaign } } });
  await done(platform, 'coordinator', `draws/${id}/drawing`, WITNESS);
  const page = await (
    await platform.as('coordinator')
  ).GET('/api/v1/draws/{id}/drawn', { params: { path: { id }, query: { limit: 1 } } });
  expect(page.data?.next).toBe('1');
  expect(data?.items.map(({ unit }) => unit)).toContain(page.data?.items[0]?.id);
});

test('an exclusion has its reason, the next lot steps in, and the file still proves itself', async () => {
  const id = await drawn();
  const before = await fileOf('coordinator', id);
  const [gone = { id: '' }] = before?.result.drawn ?? [];
  const [officer = ''] = before?.result.teams[0]?.inspectors ?? [];
  await done(platform, 'coordinator', `draws/${id}/exclusions`, { excluded: gone.id, reason: '已注销' });
  await done(platform, 'coordinator', `draws/${id}/exclusions`, {
    excluded: officer,
    reason: '近亲属在被查单位任职，回避',
  });
  const file = await fileOf('coordinator', id);
  expect(file?.result.drawn).toHaveLength(8);
  expect(file?.result.drawn.map((each) => each.id)).not.toContain(gone.id);
  expect(file?.result.teams.flatMap(({ inspectors }) => inspectors)).not.toContain(officer);
  expect((await verify('draw', await kept(file))).code).toBe(0);
  const again = await post(platform, 'coordinator', `/api/v1/draws/${id}/exclusions`, {
    excluded: gone.id,
    reason: '再次',
  });
  expect([again.status, again.json]).toMatchObject([422, { type: '/problems/draw.not-drawn' }]);
});

test('a file that somebody changed is found out, and says what does not hold', async () => {
  const file = await fileOf('coordinator', await drawn());
  if (!file) throw new Error('no file');
  const { list, result, committed, witness } = file;
  const mended = { ...result, drawn: [{ ...result.drawn[0], id: 'h29' }, ...result.drawn.slice(1)] };
  const changed: [object, string][] = [
    [{ ...file, list: { ...list, candidates: list.candidates.slice(1) } }, '✕ 名单与抽取前公布的名单哈希一致'],
    [{ ...file, secret: 'a'.repeat(64) }, '✕ 密钥与抽取前公布的承诺一致'],
    [{ ...file, witness: { ...witness, words: '另一个数' } }, '✕ 抽中对象可由名单与种子重算得出'],
    [{ ...file, result: mended }, '✕ 抽中对象可由名单与种子重算得出'],
    [{ ...file, committed: { ...committed, listHash: 'b'.repeat(64) } }, '✕ 名单与抽取前公布的名单哈希一致'],
  ];
  for (const [content, words] of changed) {
    const { code, output } = await verify('draw', await kept(content));
    expect([code, output]).toEqual([1, expect.stringContaining(words)]);
  }
}, 60_000);

test.each<[string, unknown, string]>([
  ['no JSON', 'not json', '不是 JSON'],
  ['something else', { format: 'fundguard-draw/2' }, 'format'],
])('fundguard verify draw says that a file holds %s', async (_what, content, words) => {
  const { code, output } = await verify('draw', await kept(content));
  expect(code).not.toBe(0);
  expect(output).toContain(words);
});

test.each([
  ['too few candidates', { strata: [{ id: 's', name: '层', atLeast: 31 }] }, 'draw.too-few-candidates', 'strata.0'],
  [
    'an empty stratum',
    { strata: [{ id: 's', name: '层', who: { type: ['三级'] }, atLeast: 1 }] },
    'draw.stratum-empty',
    'strata.0',
  ],
  ['too few inspectors', { inspectors: people('i', 3) }, 'draw.too-few-people', 'inspectors'],
  ['too few experts', { experts: [] }, 'draw.too-few-people', 'experts'],
])('%s are refused before anything is locked, and the field is named', async (_what, more, type, field) => {
  const { status, json } = await post(platform, 'coordinator', '/api/v1/draws', { campaign, ...PREPARED, ...more });
  expect([status, json]).toMatchObject([422, { type: `/problems/${type}`, field }]);
});

test('a draw is made once: a second one at the same moment is told, and one given up stays on the record', async () => {
  const id = await commit();
  const at = `/api/v1/draws/${id}/drawing`;
  const both = await Promise.all([1, 2].map(() => post(platform, 'coordinator', at, WITNESS)));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const key = { 'idempotency-key': newKey() };
  const cancel = () => post(platform, 'coordinator', `/api/v1/draws/${id}/cancellation`, { reason: '名单有误' }, key);
  expect(await cancel()).toEqual(await cancel());
  const refused = await post(platform, 'coordinator', `/api/v1/draws/${id}/publication`, {});
  expect([refused.status, refused.json]).toMatchObject([409, { type: '/problems/draw.status' }]);
  const { data } = await (await platform.as('auditor')).GET('/api/v1/draws', { params: { query: { campaign } } });
  expect(data?.items.find((each) => each.id === id)).toMatchObject({ status: 'cancelled', drawn: 8 });
});

test('a command that is sent again is answered as it was, also when the campaign has been stopped since', async () => {
  const stopped = await launch(platform);
  const key = { 'idempotency-key': newKey() };
  const send = () => post(platform, 'coordinator', '/api/v1/draws', { campaign: stopped, ...PREPARED }, key);
  const before = await send();
  expect(before.status).toBe(201);
  await done(platform, 'leader', `campaigns/${stopped}/termination`, { reason: '上级叫停' });
  expect(await send()).toEqual(before);
  const anew = await post(platform, 'coordinator', '/api/v1/draws', { campaign: stopped, ...PREPARED });
  expect([anew.status, anew.json]).toMatchObject([409, { type: '/problems/campaign.status' }]);
});
