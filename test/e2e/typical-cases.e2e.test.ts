import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { dayOf, instant } from '@fundguard/domain';
import JSZip from 'jszip';
import { campaignEvents, done, launch, toldOf } from '../support/campaign-walk.js';
import { act, caseEvents, openLead, post, walkTo } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
let decided: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-03-16T01:00:00Z') });
  campaign = await launch(platform, { start: '2026-03-16' });
  await acknowledgeDiscipline(platform, campaign, 'coordinator', 'agency');
  decided = await openLead(platform, { campaign });
  await walkTo(platform, decided, 'execution');
}, 120_000);
afterAll(() => platform?.stop());

const typicalOf = async (id: string, who: Name = 'coordinator'): Promise<Schemas['TypicalCase']> => {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/typical-cases/{id}', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
};
const draft = async (more: object = {}, who: Name = 'coordinator') =>
  (await done(platform, who, 'typical-cases', { case: decided, ...more })).id;
const send = (who: Name, id: string, noun: string, body: object = {}) =>
  post(platform, who, `/api/v1/typical-cases/${id}/${noun}`, body);
const today = async () => dayOf(await platform.clock.now());
const CLEAN = { title: '某医院虚构病情案', text: '某医院虚构病情，已依法处理。', mode: 'masked', hidden: [] };

test('a text is proposed from the file: its facts, its article, its amounts, and nobody who can be told by it', async () => {
  const typical = await typicalOf(await draft());
  expect(typical).toMatchObject({ status: 'draft', mode: 'masked', found: { title: [], text: [] } });
  for (const said of ['第四十条', '38,640.50 元', '3 倍罚款 115,921.50 元', '虚构病情，伪造病历'])
    expect(typical.text).toContain(said);
  expect(typical.title + typical.text).not.toContain('甲县人民医院');
  const named = await typicalOf(await draft({ mode: 'named' }));
  expect(named.text).toContain('甲县人民医院');
});

test('what still stands in it is refused, saying where; then another approves, and it is published', async () => {
  const id = await draft({ hidden: ['钱多多'] });
  const { title } = CLEAN;
  await done(platform, 'coordinator', `typical-cases/${id}/revision`, {
    ...{ ...CLEAN, text: '钱多多，330102199001011234，电话13800001234。举报人已获奖励。', hidden: ['钱多多'] },
  });
  const refused = await send('coordinator', id, 'submission');
  expect([refused.status, refused.json]).toMatchObject([
    422,
    {
      type: '/problems/publicity.not-anonymous',
      detail: '尚未脱敏：第 1 字起的姓名、第 5 字起的身份证号、第 26 字起的电话号码、第 38 字起的涉及举报人的内容',
      field: 'text',
    },
  ]);
  expect((await typicalOf(id)).found.text.map(({ kind }) => kind)).toEqual([
    'person',
    'idNumber',
    'phone',
    'whistleblower',
  ]);
  await done(platform, 'coordinator', `typical-cases/${id}/revision`, CLEAN);
  await done(platform, 'coordinator', `typical-cases/${id}/submission`);
  expect((await toldOf(platform, 'leader', decided)).at(-1)?.subjectZh).toBe(`典型案例“${title}”请审核`);
  expect((await send('coordinator', id, 'approval')).status).toBe(403);
  expect((await platform.send('coordinator', `/api/v1/typical-cases/${id}/docx`)).status).toBe(409);
  await done(platform, 'leader', `typical-cases/${id}/approval`);
  const file = await platform.send('coordinator', `/api/v1/typical-cases/${id}/docx`);
  const xml = await (await JSZip.loadAsync(await file.arrayBuffer())).file('word/document.xml')?.async('string');
  expect(xml).toContain('某医院虚构病情，已依法处理。');
  const place = { channel: 'website', place: '甲县人民政府网站', on: await today(), link: 'https://example.test/1' };
  await done(platform, 'leader', `typical-cases/${id}/publications`, place);
  expect(await typicalOf(id)).toMatchObject({ status: 'published', publications: [place] });
  const kinds = (events: readonly Schemas['Event'][]) =>
    events.filter(({ data }) => data['typicalCase'] === id).map(({ kind }) => kind);
  const expected = [
    ...['typicalCaseDrafted', 'typicalCaseRevised', 'typicalCaseRevised', 'typicalCaseSubmitted'],
    ...['typicalCaseApproved', 'typicalCasePublished'],
  ];
  expect(kinds(await caseEvents(platform, decided))).toEqual(expected);
  expect(kinds(await campaignEvents(platform, campaign))).toEqual(expected);
});

test('a case that is reopened takes what was published of it with it, and says where it must be taken down', async () => {
  const lead = await openLead(platform, { campaign, title: '甲县人民医院串换诊疗项目' });
  await walkTo(platform, lead, 'struckOff');
  const [published, written] = [await draft({ case: lead }), await draft({ case: lead })];
  await done(platform, 'coordinator', `typical-cases/${published}/submission`);
  await done(platform, 'deputy', `typical-cases/${published}/approval`);
  const place = { channel: 'newMedia', place: '甲县医保公众号', on: await today() };
  await done(platform, 'deputy', `typical-cases/${published}/publications`, place);
  await act(platform, 'leader', lead, 'reopening', { reason: '发现新证据' });
  const typical = await typicalOf(published);
  expect(typical).toMatchObject({
    status: 'withdrawn',
    withdrawal: { cause: 'caseReopened', on: await today() },
  });
  expect((await typicalOf(written)).status).toBe('withdrawn');
  // 三日 are working days (行政处罚法 48, 85).
  const by = typical.withdrawal?.takeDownBy ?? '';
  expect(by > (await today())).toBe(true);
  const told = (await toldOf(platform, 'deputy', lead)).at(-1)?.subjectZh;
  expect(told).toContain(`请于 ${by} 前下架：新媒体·甲县医保公众号`);
  const withdrawn = (await caseEvents(platform, lead)).filter(({ kind }) => kind === 'typicalCaseWithdrawn');
  expect(withdrawn.map(({ data }) => data['typicalCase']).sort()).toEqual([published, written].sort());
  expect((await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'typicalCaseWithdrawn')).toHaveLength(
    2,
  );
  const publication = typical.publications[0]?.id;
  await done(platform, 'deputy', `typical-cases/${published}/take-downs`, { publication, on: await today() });
  expect((await send('deputy', published, 'take-downs', { publication, on: await today() })).status).toBe(422);
  expect((await send('leader', published, 'publications', place)).status).toBe(409);
}, 120_000);

test.each([
  ['of a case that was not decided', 'coordinator', 409, 'publicity.not-decided'],
  ['by an officer of another case', 'countyB', 404, 'case.not-found'],
  ['by who has no part in publicity', 'hospital', 403, 'permission.missing'],
] as const)('none is drafted %s', async (_what, who, status, type) => {
  const lead = await openLead(platform);
  const refused = await post(platform, who, '/api/v1/typical-cases', { case: lead });
  expect([refused.status, refused.json['type']]).toEqual([status, `/problems/${type}`]);
});

test('the handler writes of their case, and names nobody before the decision was served', async () => {
  const lead = await openLead(platform, { campaign });
  await walkTo(platform, lead, 'service');
  expect((await post(platform, 'investigator', '/api/v1/typical-cases', { case: lead })).status).toBe(201);
  const named = await post(platform, 'investigator', '/api/v1/typical-cases', { case: lead, mode: 'named' });
  expect([named.status, named.json]).toMatchObject([
    422,
    { type: '/problems/publicity.naming', article: '行政处罚法 第四十八条' },
  ]);
  const typical = await typicalOf(await draft());
  expect((await typicalOf(typical.id, 'officer')).acts.map(({ act: name }) => name)).toContain('reviseTypical');
}, 60_000);

test('a sham that a re-check found is told of too', async () => {
  const unit = platform.organisation.unit('a-peoples');
  const { id: problem } = await done(platform, 'coordinator', 'problems', {
    ...{ campaign, unit, source: 'inspection', category: '重复收费', what: '静脉输液重复收取', due: '2026-12-31' },
  });
  const early = await post(platform, 'coordinator', '/api/v1/typical-cases', { problem });
  expect([early.status, early.json['type']]).toEqual([409, '/problems/publicity.not-decided']);
  const put = { department: '医保办', responsible: '王强', measures: '抽查', report: '已停止' };
  await done(platform, 'hospital', `problems/${problem}/rectification`, put);
  await done(platform, 'coordinator', `problems/${problem}/strike-off`);
  await done(platform, 'agency', `problems/${problem}/rechecks`, { sham: true, note: '仍在收取', due: '2026-12-31' });
  const { id } = await done(platform, 'coordinator', 'typical-cases', { problem });
  const typical = await typicalOf(id);
  expect(typical.text).toContain('某医院');
  expect(typical.text).toContain('静脉输液重复收取');
  const kinds = (await campaignEvents(platform, campaign)).filter(({ data }) => data['typicalCase'] === id);
  expect(kinds.map(({ kind }) => kind)).toEqual(['typicalCaseDrafted']);
}, 60_000);

test('sent twice it acts once, and a stale approval is refused', async () => {
  const key = { 'idempotency-key': newKey() };
  const write = () => post(platform, 'coordinator', '/api/v1/typical-cases', { case: decided }, key);
  const [first, second] = [await write(), await write()];
  expect(second.json).toEqual(first.json);
  const id = String(first.json['id']);
  await done(platform, 'coordinator', `typical-cases/${id}/submission`);
  const stale = await post(platform, 'leader', `/api/v1/typical-cases/${id}/approval`, {}, { 'if-match': '"1"' });
  expect([stale.status, stale.json['type']]).toEqual([409, '/problems/version.stale']);
});

test('查办与曝光 are counted', async () => {
  const { data } = await (
    await platform.as('leader')
  ).GET('/api/v1/typical-cases/tally', { params: { query: { campaign } } });
  expect(data).toMatchObject({ exposed: 1, withdrawn: 2, toTakeDown: 0 });
  expect(data?.decided).toBeGreaterThanOrEqual(2);
});
