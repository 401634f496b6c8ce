import { buffer } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import JSZip from 'jszip';
import { campaignEvents, done, launch } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';
import { arrived, finished, planned, today } from '../support/visit-walk.js';

let platform: TestPlatform;
let campaign: string;
let month: string;
beforeAll(async () => {
  platform = await startPlatform();
  campaign = await launch(platform);
  month = (await today(platform)).slice(0, 7);
  await finished(platform, campaign, 'a-peoples', { problems: { charges: { note: '重复收费' } } });
  await finished(platform, campaign, 'a-clinic-1');
  await arrived(platform, await planned(platform, campaign, 'a-tcm'));
  // Held last month, so that the month is over.
  await platform.db.within('/' as never, (tx) =>
    tx.query({
      text: `update visit set arrived_at = arrived_at - interval '1 month' where campaign_id = $1`,
      values: [campaign],
    }),
  );
  month = lastMonth(month);
}, 120_000);
afterAll(() => platform?.stop());

const lastMonth = (of: string): string => {
  const [year = 0, at = 0] = of.split('-').map(Number);
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`;
};
const order = (more: object = {}, who: Name = 'coordinator', key = newKey()) =>
  post(
    platform,
    who,
    '/api/v1/jobs',
    { kind: 'bindVolume', campaign, month, binder: '王某', ...more },
    {
      'idempotency-key': key,
    },
  );
async function ended(id: unknown, who: Name = 'coordinator'): Promise<Schemas['Job']> {
  let job: Schemas['Job'] | undefined;
  await eventually(async () => {
    const answer = await (await platform.as(who)).GET('/api/v1/jobs/{id}', { params: { path: { id: String(id) } } });
    job = answer.data;
    expect(job?.status).not.toBe('running');
  });
  if (!job) throw new Error('no such job');
  return job;
}
const volumes = async (who: Name) =>
  (await (await platform.as(who)).GET('/api/v1/campaigns/{id}/volumes', { params: { path: { id: campaign } } })).data;
const monthOf = async (which = month) => (await volumes('leader'))?.items.find((each) => each.month === which);
const why = ({ failures }: Schemas['Job']) => failures.map(({ en }) => en).join();

test('who does not plan visits binds nothing, nor does another region; a month with nothing in it, or not over, is refused', async () => {
  for (const who of ['leader', 'investigator', 'hospital', 'auditor'] as const)
    expect([who, (await order({}, who)).status]).toEqual([who, 403]);
  const foreign = await ended((await order({}, 'countyB')).json['id'], 'countyB');
  expect([foreign.status, why(foreign)]).toEqual(['cancelled', expect.stringContaining('no such campaign')]);
  const nothing = await ended((await order({ month: '2020-01' })).json['id']);
  expect([nothing.status, why(nothing)]).toEqual(['cancelled', expect.stringContaining('nothing to bind')]);
  const early = await ended((await order({ month: '2099-01' })).json['id']);
  expect([early.status, why(early)]).toEqual(['cancelled', expect.stringContaining('can be bound from 2099-01-31')]);
  expect((await order({ month: '2023-13' })).json).toMatchObject({ type: '/problems/request.invalid' });
  expect((await order({ binder: ' ' })).json).toMatchObject({ type: '/problems/request.invalid' });
  expect(await volumes('countyB')).toBeUndefined();
  expect(await volumes('investigator')).toBeUndefined();
});

test('a month is bound by a named person, its hash is on the record, and the same file comes back every time', async () => {
  expect(await monthOf()).toMatchObject({ visits: 2, open: 1, isOver: true, editions: [] });
  const key = newKey();
  const sent = await Promise.all([order({}, 'coordinator', key), order({}, 'coordinator', key)]);
  expect(sent.map(({ status }) => status)).toEqual([201, 201]);
  expect(await ended(sent[0]?.json['id'])).toMatchObject({ status: 'done', done: 2, total: 2, failures: [] });
  const [edition, ...more] = (await monthOf())?.editions ?? [];
  expect([edition, more]).toMatchObject([{ edition: 1, binder: '王某', visits: 2, boundBy: 'coordinator' }, []]);
  const path = `/api/v1/campaigns/${campaign}/volumes/${edition?.id}/docx`;
  const files = await Promise.all(
    (['coordinator', 'auditor'] as const).map(async (who) => {
      const response = await platform.send(who, path);
      expect(response.status).toBe(200);
      return buffer(response.body as never);
    }),
  );
  for (const file of files) expect(createHash('sha256').update(file).digest('hex')).toBe(edition?.sha256);
  const zip = await JSZip.loadAsync(files[0] ?? Buffer.of());
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  for (const words of ['甲县人民医院', '甲县第一诊所', '重复收费', '装订人：王某', '共 2 份', '目录'])
    expect([words, xml.includes(words)]).toEqual([words, true]);
  expect(xml).not.toContain('甲县中医医院');
  // Three people signed each record.
  expect(Object.keys(zip.files).filter((name) => /media\/.+/.test(name))).toHaveLength(6);
  const [event] = (await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'volumeBound');
  expect(event?.data).toMatchObject({ volume: edition?.id, month, edition: 1, sha256: edition?.sha256, visits: 2 });
  for (const who of ['countyB', 'hospital'] as const)
    expect([404, 403]).toContain((await platform.send(who, path)).status);
});

test('a job that is done again after its volume was bound binds nothing more', async () => {
  const [edition] = (await monthOf())?.editions ?? [];
  const id = String(edition?.id);
  await platform.db.within('/' as never, (tx) =>
    tx.query({
      text: `update job set status = 'paused', cursor = null, version = version + 1 where id = $1`,
      values: [id],
    }),
  );
  expect((await platform.send('coordinator', `/api/v1/jobs/${id}/resumption`, { method: 'POST' })).status).toBe(204);
  expect(await ended(id)).toMatchObject({ status: 'done', done: 2, failures: [] });
  expect((await monthOf())?.editions).toHaveLength(1);
});

test('what was refused as a whole may be tried again, and is told once', async () => {
  const refused = await ended((await order({ month: '2020-01' })).json['id']);
  expect(refused).toMatchObject({ status: 'cancelled', done: 0 });
  const retry = `/api/v1/jobs/${refused.id}/retry`;
  expect((await platform.send('coordinator', retry, { method: 'POST' })).status).toBe(204);
  expect(await ended(refused.id)).toMatchObject({ status: 'cancelled', done: 0, failures: refused.failures });
});

test('it is bound anew only with a reason, as a further edition; two at the same moment make one of each number', async () => {
  const again = await ended((await order()).json['id']);
  expect([again.status, why(again)]).toEqual(['cancelled', expect.stringContaining('say why it is bound anew')]);
  const both = await Promise.all([1, 2].map(() => order({ reason: '补充签名' })));
  const jobs = await Promise.all(both.map(({ json }) => ended(json['id'])));
  const bound = jobs.filter(({ status }) => status === 'done').length;
  expect(bound).toBeGreaterThan(0);
  const editions = (await monthOf())?.editions ?? [];
  expect(editions.map(({ edition }) => edition)).toEqual(Array.from({ length: bound + 1 }, (_, at) => bound + 1 - at));
  expect(editions[0]?.reason).toBe('补充签名');
});

test('what was bound is never changed, and stays after the campaign was closed', async () => {
  for (const text of ['update visit_volume set binder = $1', 'delete from visit_volume where binder = $1'])
    await expect(platform.db.within('/' as never, (tx) => tx.query({ text, values: ['x'] }))).rejects.toThrow(
      'permission denied',
    );
  await done(platform, 'leader', `campaigns/${campaign}/termination`, { reason: '上级叫停' });
  expect((await monthOf())?.editions.length).toBeGreaterThan(0);
});
