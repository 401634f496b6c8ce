import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { HUNDRED_DAYS, campaignEvents, done, launch } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

const NUMBER = '甲医保发〔2023〕3号';
let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

async function read(who: Name = 'coordinator', id = campaign): Promise<Schemas['CampaignDocument']> {
  const response = await platform.send(who, `/api/v1/campaigns/${id}/document`);
  expect([who, response.status]).toEqual([who, 200]);
  return (await response.json()) as Schemas['CampaignDocument'];
}
const record = (body: object, who: Name = 'coordinator', headers?: Record<string, string>) =>
  post(platform, who, '/api/v1/campaign-documents', { campaign, issuer: '甲县医疗保障局', ...body }, headers);
const correct = (id: string, body: object, who: Name = 'coordinator', headers?: Record<string, string>) =>
  post(platform, who, `/api/v1/campaign-documents/${id}/correction`, { issuer: '甲县医疗保障局', ...body }, headers);

test('R-CAMP-01: what the plan says is read on the campaign, as it was pinned', async () => {
  const { plan, own, mayRecord, suggested, start } = await read();
  expect(plan.document?.superior).toEqual(['宁医保函〔2023〕44号', '固医保发〔2023〕5号']);
  expect([plan.document?.number, plan.document?.copies, plan.startBasis?.kind]).toEqual([
    '原医保发〔2023〕3号',
    ['市医保局', '区纪委监委第三纪检监察组'],
    'issue',
  ]);
  expect(plan.content?.initiatives).toEqual([{ kind: 'routineAudit', asGiven: '结合日常稽核全覆盖工作' }]);
  expect(plan.content?.focus?.length).toBeGreaterThan(2);
  expect([own, mayRecord, start]).toEqual([null, true, '2023-03-14']);
  // The number and the issuer of another bureau are not suggested.
  expect(suggested).toMatchObject({
    superior: plan.document?.superior,
    initiatives: ['routineAudit'],
    startBasis: 'issue',
  });
  expect([suggested?.number, suggested?.issuer]).toEqual([undefined, undefined]);
});

test('R-CAMP-40: the facts are recorded before issue, corrected after it, and every version stays', async () => {
  const recorded = await record({ superior: ['宁医保函〔2023〕44号'], initiatives: ['publicityMonth'] });
  expect([recorded.status, recorded.json['status'], recorded.json['version']]).toEqual([201, 'unissued', 1]);
  const id = String(recorded.json['id']);
  const facts = {
    ...{ number: NUMBER, issuedOn: '2023-03-14', sealedBy: '甲县人民政府办公室', governmentApproval: '县人民政府' },
    ...{ copies: ['市医保局'], disclosure: 'onRequest', trigger: '外地医院骗保事件', reason: '文件已印发' },
  };
  expect((await correct(id, facts, 'coordinator', { 'if-match': '"1"' })).json).toMatchObject({
    ...{ status: 'issued', version: 2 },
  });
  const { own, history } = await read();
  expect(own?.facts).toMatchObject({
    number: NUMBER,
    sealedBy: '甲县人民政府办公室',
    governmentApproval: '县人民政府',
  });
  expect(history.map(({ version, by, reason }) => [version, by, reason])).toEqual([
    [2, 'coordinator', '文件已印发'],
    [1, 'coordinator', undefined],
  ]);
  expect(history[1]?.facts.number).toBeUndefined();
  const told = (await campaignEvents(platform, campaign)).filter(({ kind }) => kind.startsWith('document'));
  expect(told.map(({ kind }) => kind)).toEqual(['documentRecorded', 'documentCorrected']);
  expect(told[1]?.data).toMatchObject({ now: { number: NUMBER }, was: { number: null }, reason: '文件已印发' });

  const stale = await correct(id, { reason: '旧页面' }, 'coordinator', { 'if-match': '"1"' });
  expect([stale.status, stale.json['type']]).toEqual([409, '/problems/version.stale']);
  const twice = await record({});
  expect([twice.status, twice.json['type']]).toEqual([409, '/problems/document.recorded']);
});

test('units read as far as it is disclosed; what is public they read whole', async () => {
  const id = (await read()).own?.id ?? '';
  const closed = await read('hospital');
  expect([closed.isPartly, closed.own?.facts.number, closed.own?.facts.trigger]).toEqual([true, NUMBER, undefined]);
  expect([closed.plan.content, closed.plan.document, closed.history, closed.own?.acts]).toEqual([
    undefined,
    undefined,
    [],
    [],
  ]);
  const facts = { number: NUMBER, issuedOn: '2023-03-14', publishedOn: '2023-03-14', trigger: '外地医院骗保事件' };
  await done(platform, 'coordinator', `campaign-documents/${id}/correction`, {
    ...{ issuer: '甲县医疗保障局', ...facts, disclosure: 'public', reason: '已在网站公开' },
  });
  const open = await read('hospital');
  expect([open.isPartly, open.own?.facts.trigger, open.plan.content?.goals?.length]).toEqual([
    false,
    '外地医院骗保事件',
    3,
  ]);
});

test('what was recorded can be changed by nobody, not even by the application', async () => {
  const change = (text: string) => platform.db.within('/' as never, (tx) => tx.query({ text, values: [] }));
  await expect(change(`update campaign_document set reason = 'x'`)).rejects.toThrow('permission denied');
  await expect(change('delete from campaign_document')).rejects.toThrow('permission denied');
});

test.each<[string, object, Name, number, string]>([
  ['by who does not coordinate', {}, 'leader', 403, 'permission.missing'],
  ['by a unit', {}, 'hospital', 403, 'permission.missing'],
  ['by another county', {}, 'countyB', 404, 'campaign.not-found'],
  ['with a number that is none', { number: '甲医保发2023年3号' }, 'coordinator', 422, 'request.invalid'],
  ['without an issuer', { issuer: ' ' }, 'coordinator', 422, 'request.invalid'],
  ['with a day that is none', { issuedOn: '2023-02-30' }, 'coordinator', 422, 'request.invalid'],
  ['with what nobody asked for', { seal: 'x' }, 'coordinator', 422, 'request.invalid'],
])('recording it %s is refused', async (_how, body, who, status, type) => {
  const refused = await record(body, who);
  expect([refused.status, refused.json['type']]).toEqual([status, `/problems/${type}`]);
});

test('a correction by another county finds nothing, and neither does a reader there', async () => {
  const id = (await read()).own?.id ?? '';
  expect((await correct(id, { reason: 'x' }, 'countyB')).status).toBe(404);
  expect((await platform.send('countyB', `/api/v1/campaigns/${campaign}/document`)).status).toBe(404);
});

test('of two who record at once one does; sent twice it is recorded once; that of a stopped campaign stands', async () => {
  const draft = { plan: HUNDRED_DAYS, region: platform.organisation.region('990001'), start: '2023-03-20' };
  const { id: other } = await done(platform, 'coordinator', 'campaigns', draft);
  const key = { 'idempotency-key': newKey() };
  const both = await Promise.all([record({ campaign: other }, 'coordinator', key), record({ campaign: other })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const [won] = both.filter(({ status }) => status === 201);
  const mine = await record({ campaign: other }, 'coordinator', key);
  if (mine.status === 201) expect(mine.json).toEqual(won?.json);
  await done(platform, 'leader', `campaigns/${other}/termination`, { reason: '与另一专项重复' });
  const { own } = await read('coordinator', other);
  expect(own?.acts).toEqual([]);
  expect((await correct(own?.id ?? '', { reason: 'x' })).json['type']).toBe('/problems/campaign.status');
});

test('R-CAMP-24: the number of the campaign above is suggested to the one below', async () => {
  const region = platform.organisation.region('990000');
  const { id: city } = await done(platform, 'cityCoordinator', 'campaigns', {
    plan: HUNDRED_DAYS,
    region,
    start: '2023-03-14',
  });
  await done(platform, 'cityCoordinator', 'campaign-documents', {
    ...{ campaign: city, issuer: '市医疗保障局', number: '市医保发〔2023〕5号', issuedOn: '2023-03-13' },
  });
  await done(platform, 'cityLeader', `campaigns/${city}/approval`);
  await done(platform, 'cityCoordinator', `campaigns/${city}/launch`);
  const below = {
    plan: HUNDRED_DAYS,
    region: platform.organisation.region('990001'),
    start: '2023-03-21',
    parent: city,
  };
  const { id } = await done(platform, 'coordinator', 'campaigns', below);
  expect((await read('coordinator', id)).suggested?.superior?.[0]).toBe('市医保发〔2023〕5号');
});
