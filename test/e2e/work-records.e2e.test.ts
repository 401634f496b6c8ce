import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import { campaignEvents, done, launch, toldOf } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
let unit: (short: string) => string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
  unit = (short) => platform.organisation.unit(short);
}, 60_000);
afterAll(() => platform?.stop());

const TODAY = '2023-03-14';
const POLICE = { employer: '甲县公安局', name: '虚构甲' };
const training = (more: object = {}) => ({
  ...{
    campaign,
    kind: 'training',
    title: '条例专题培训',
    heldOn: TODAY,
    summary: '医保专管员学习条例',
    people: 42,
    ...more,
  },
});
const briefing = (more: object = {}) => ({
  ...{
    campaign,
    kind: 'briefing',
    title: '太和案件警示通报',
    heldOn: TODAY,
    summary: '逐家告知',
    channel: 'notice',
    ...more,
  },
});
const enter = async (body: object, who: Name = 'coordinator') => (await done(platform, who, 'work-records', body)).id;
const act = (who: Name, id: string, noun: string, body: object = {}, headers = {}) =>
  post(platform, who, `/api/v1/work-records/${id}/${noun}`, body, headers);
async function log(who: Name, query: object = {}): Promise<Schemas['WorkRecord'][]> {
  const { data } = await (
    await platform.as(who)
  ).GET('/api/v1/work-records', { params: { query: { campaign, limit: 200, ...query } } });
  return data?.items ?? [];
}
const lineOf = async (id: string, who: Name = 'coordinator') => (await log(who)).find((each) => each.id === id);
const unitsOf = async (who: Name, id: string, query = '') => {
  const response = await platform.send(who, `/api/v1/work-records/${id}/units${query}`);
  return { status: response.status, items: ((await response.json()) as { items?: Schemas['BriefedUnit'][] }).items };
};
const kindsOf = async (id: string) =>
  (await campaignEvents(platform, campaign)).filter(({ data }) => data['work'] === id).map(({ kind }) => kind);

test('a training is planned, moved, held and corrected with why; the record keeps each step (R-CAMP-26)', async () => {
  const plan = { campaign, kind: 'training', title: '条例培训', plannedOn: '2023-03-20', place: '县会议中心' };
  const { id } = await done(platform, 'coordinator', 'work-records/plans', {
    ...plan,
    accounts: [platform.accounts.investigator],
  });
  expect(await lineOf(id)).toMatchObject({ status: 'planned', plannedOn: '2023-03-20', place: '县会议中心' });
  await done(platform, 'coordinator', `work-records/${id}/day-moves`, { plannedOn: '2023-03-16', reason: '会场冲突' });
  // The inspector takes part in it, so the inspector may say how it went; another one may not.
  const { campaign: _campaign, kind: _kind, title: _title, ...held } = training();
  expect((await act('officer', id, 'holding', held)).json).toMatchObject({ type: '/problems/work.not-yours' });
  expect((await act('investigator', id, 'holding', held)).status).toBe(201);
  const before = await lineOf(id);
  expect(before).toMatchObject({ status: 'held', heldOn: TODAY, people: 42, plannedOn: '2023-03-16' });
  expect([before?.place, before?.accounts]).toMatchObject(['县会议中心', [{ id: platform.accounts.investigator }]]);
  await done(platform, 'coordinator', `work-records/${id}/corrections`, {
    ...{ ...held, title: '条例培训', people: 40, reason: '两人重复登记' },
  });
  expect(await lineOf(id)).toMatchObject({ people: 40, version: (before?.version ?? 0) + 1 });
  expect(await kindsOf(id)).toEqual(['workPlanned', 'workMoved', 'workHeld', 'workCorrected']);
  const correction = (await campaignEvents(platform, campaign)).find(({ kind }) => kind === 'workCorrected');
  expect(correction?.data).toMatchObject({ reason: '两人重复登记', before: { people: 42 }, after: { people: 40 } });
});

test('what does not take place is called off with why and stays to be read; so is what was entered by mistake', async () => {
  const { id } = await done(platform, 'coordinator', 'work-records/plans', {
    ...{ campaign, kind: 'publicity', title: '广场宣传', plannedOn: '2023-04-01', channel: 'communityBoard' },
  });
  expect((await act('investigator', id, 'cancellation', { reason: '下雨' })).status).toBe(403);
  await done(platform, 'coordinator', `work-records/${id}/cancellation`, { reason: '与宣传月合并' });
  const line = await lineOf(id);
  expect(line).toMatchObject({ status: 'cancelled', note: '与宣传月合并' });
  expect(line?.acts.filter(({ withheld }) => !withheld)).toEqual([]);
  const again = await act('coordinator', id, 'cancellation', { reason: '再次' });
  expect([again.status, again.json['type']]).toEqual([409, '/problems/work.status']);
});

test('joint work is an event with its participants, of this platform and of other authorities (R-ORG-16)', async () => {
  const joint = { campaign, title: '联合检查第一医院', heldOn: TODAY, summary: '共同到场', others: [POLICE] };
  const id = await enter({ ...joint, kind: 'jointEnforcement', cases: 2 }, 'investigator');
  expect(await lineOf(id)).toMatchObject({
    kind: 'jointEnforcement',
    cases: 2,
    others: [POLICE],
    accounts: [{ id: platform.accounts.investigator, name: 'investigator' }],
  });
  const { heldOn, summary, title, others } = joint;
  const same = { ...{ heldOn, summary, title, others }, cases: 2, accounts: [platform.accounts.investigator] };
  expect((await act('investigator', id, 'corrections', { ...same, reason: '核对' })).json).toMatchObject({
    type: '/problems/work.nothing-changed',
  });
  await done(platform, 'investigator', `work-records/${id}/corrections`, { ...same, cases: 3, reason: '漏登' });
  const corrected = (await campaignEvents(platform, campaign)).findLast(({ data }) => data['work'] === id);
  expect(corrected?.data).toMatchObject({ before: { cases: 2 }, after: { cases: 3 } });
  expect(Object.keys(corrected?.data['after'] as object)).toEqual(['cases']);
  const alone = await post(platform, 'coordinator', '/api/v1/work-records', {
    ...{ ...joint, kind: 'consultation', others: [] },
  });
  expect([alone.status, alone.json]).toMatchObject([422, { type: '/problems/work.field-missing', field: 'others' }]);
});

test('a supervision says what was checked and found, and is followed up (R-CAMP-29)', async () => {
  const id = await enter({
    ...{
      campaign,
      kind: 'supervision',
      title: '省级督导抽检',
      heldOn: TODAY,
      summary: '抽查三家',
      authority: '省医保局',
    },
    ...{ checked: '自查台账与病历', found: '两家台账不实', leads: 5 },
  });
  await done(platform, 'coordinator', `work-records/${id}/follow-ups`, {
    ...{ department: '卫生健康局', what: '约谈两家院长', on: TODAY },
  });
  expect(await lineOf(id)).toMatchObject({
    ...{ found: '两家台账不实', leads: 5 },
    followUps: [{ department: '卫生健康局', what: '约谈两家院长', on: TODAY }],
  });
});

test('an acceptance judges each dimension its plan names (R-CAMP-30)', async () => {
  const lookBack = await launch(platform, { plan: 't002-huarong-look-back-2022', start: TODAY });
  const form = await platform.send('coordinator', `/api/v1/work-records/form?campaign=${lookBack}`);
  const { dimensions } = (await form.json()) as Schemas['WorkForm'];
  expect(dimensions).toHaveLength(4);
  const verdicts = dimensions.map((dimension) => ({ dimension, verdict: 'passed', words: '已落实' }));
  const body = {
    ...{ campaign: lookBack, kind: 'acceptance', title: '省级评估验收', heldOn: TODAY, summary: '通过' },
    ...{ authority: '省级评估组', verdicts },
  };
  const short = await post(platform, 'coordinator', '/api/v1/work-records', { ...body, verdicts: verdicts.slice(1) });
  expect([short.status, short.json]).toMatchObject([422, { type: '/problems/work.dimensions', field: 'verdicts' }]);
  const id = await enter(body);
  expect((await log('coordinator', { campaign: lookBack })).find((each) => each.id === id)?.verdicts).toEqual(verdicts);
}, 20_000);

test('a briefing is for every institution of the campaign: who was reached is tracked, and each confirms (R-PUB-03)', async () => {
  const id = await enter(briefing());
  const started = await lineOf(id);
  const all = await unitsOf('coordinator', id, '?limit=200');
  expect(started).toMatchObject({ everyone: true, reached: 0, confirmed: 0, units: all.items?.length });
  expect(all.items?.map((each) => each.unit)).toContain(unit('a-peoples'));
  expect(all.items?.map((each) => each.unit)).not.toContain(unit('a-bureau'));
  const early = await act('hospital', id, 'receipt');
  expect([early.status, early.json['type']]).toEqual([409, '/problems/work.not-reached']);

  const reach = { units: [unit('a-peoples'), unit('a-clinic-1')], reachedOn: TODAY, channel: 'visit' };
  await done(platform, 'investigator', `work-records/${id}/reaches`, reach);
  expect(await lineOf(id)).toMatchObject({ reached: 2, version: started?.version });
  expect((await toldOf(platform, 'hospital', campaign)).at(-1)?.subjectZh).toContain('太和案件警示通报');
  expect(await lineOf(id, 'hospital')).toMatchObject({
    ...{ units: 1, reached: 1, receipt: { reachedOn: TODAY, confirmedAt: null }, acts: [], mayReach: false },
  });
  await done(platform, 'hospital', `work-records/${id}/receipt`);
  const again = await act('hospital', id, 'receipt');
  expect([again.status, again.json['type']]).toEqual([409, '/problems/work.confirmed']);
  expect(await lineOf(id)).toMatchObject({ reached: 2, confirmed: 1 });
  const left = await unitsOf('coordinator', id, '?reached=false&limit=200');
  expect(left.items).toHaveLength((started?.units ?? 0) - 2);

  // What was noted by mistake is taken back; what a unit confirmed stands.
  await done(platform, 'coordinator', `work-records/${id}/reach-withdrawals`, {
    ...{ units: reach.units, reason: '诊所尚未送达' },
  });
  expect(await lineOf(id)).toMatchObject({ reached: 1, confirmed: 1 });
  expect((await log('coordinator', { unreached: true })).map((each) => each.id)).toContain(id);
  const mine = (await campaignEvents(platform, campaign)).filter(({ data }) => data['work'] === id);
  expect(mine.map(({ kind }) => kind)).toEqual([
    ...['workHeld', 'briefingReached', 'briefingConfirmed', 'briefingReachWithdrawn'],
  ]);
  expect(mine.at(-1)?.data['units']).toEqual([unit('a-clinic-1')]);
}, 20_000);

test('minutes are attached by who took part and read by who may read the record', async () => {
  const id = await enter(briefing({ title: '附告知书', units: [unit('a-peoples')] }));
  const attach = (who: Name, content: string, type = 'application/pdf') => {
    const form = new FormData();
    form.set('file', new Blob([content], { type }), '告知书.pdf');
    return platform.send(who, `/api/v1/work-records/${id}/files`, { method: 'POST', body: form });
  };
  const PDF = '%PDF-1.7\n示范';
  expect((await attach('countyB', PDF)).status).toBe(404);
  expect((await attach('hospital', PDF)).status).toBe(403);
  expect((await attach('investigator', PDF)).status).toBe(403);
  expect((await attach('coordinator', 'not a PDF')).status).toBe(422);
  const sent = await attach('coordinator', PDF);
  const { id: file } = (await sent.json()) as Schemas['Answer'];
  expect([sent.status, (await lineOf(id))?.files]).toMatchObject([201, [{ id: file, name: '告知书.pdf' }]]);
  const read = await platform.send('hospital', `/api/v1/work-records/${id}/files/${file}`);
  expect([read.status, await read.text()]).toEqual([200, PDF]);
  expect((await platform.send('clinic', `/api/v1/work-records/${id}/files/${file}`)).status).toBe(404);
  expect(await kindsOf(id)).toEqual(['workHeld', 'workFileAdded']);
});

test('a unit sees the briefings that name it and nothing else of the work', async () => {
  const named = await enter(briefing({ title: '仅通报诊所', units: [unit('a-clinic-1')] }));
  expect((await log('hospital')).map(({ kind }) => kind)).toEqual((await log('hospital')).map(() => 'briefing'));
  expect(await lineOf(named, 'hospital')).toBeUndefined();
  expect(await lineOf(named, 'clinic')).toMatchObject({ units: 1, receipt: { reachedOn: null, confirmedAt: null } });
  expect((await platform.send('hospital', `/api/v1/work-records/${named}`)).status).toBe(404);
  expect((await unitsOf('hospital', named)).status).toBe(404);
  expect((await act('hospital', named, 'receipt')).status).toBe(404);
  // Whom it is not for it does not reach: a slip of the hand brings nobody into it.
  const slip = { units: [unit('a-peoples')], reachedOn: TODAY, channel: 'meeting' };
  expect((await act('coordinator', named, 'reaches', slip)).json).toMatchObject({ type: '/problems/unit.unknown' });
  expect((await unitsOf('coordinator', named)).items).toHaveLength(1);
  for (const kind of ['exportWork', 'exportVisits', 'exportProblems'])
    expect([kind, (await post(platform, 'hotline', '/api/v1/jobs', { kind, campaign })).status]).toEqual([kind, 403]);
  expect((await log('auditor')).length).toBe((await log('coordinator')).length);
});

test('of a city’s campaign a county tells its own units, sees no other work, and no unit of another county', async () => {
  const city = await done(platform, 'cityCoordinator', 'campaigns', {
    ...{ plan: 't004-hundred-day-chronic-outpatient', region: platform.organisation.region('990000'), start: TODAY },
  });
  await done(platform, 'cityLeader', `campaigns/${city.id}/approval`);
  await done(platform, 'cityCoordinator', `campaigns/${city.id}/launch`);
  const secret = await enter(training({ campaign: city.id }), 'cityCoordinator');
  const id = await enter(briefing({ campaign: city.id }), 'cityCoordinator');
  const seen = await log('coordinator', { campaign: city.id });
  expect(seen.map((each) => each.id)).toEqual([id]);
  expect(seen[0]).toMatchObject({ acts: [], mayReach: true });
  expect((await platform.send('coordinator', `/api/v1/work-records/${secret}`)).status).toBe(404);
  const reach = (who: Name, unitId: string) =>
    act(who, id, 'reaches', { units: [unitId], reachedOn: TODAY, channel: 'meeting' });
  expect((await reach('coordinator', unit('a-peoples'))).status).toBe(201);
  const other = await reach('coordinator', unit('b-bureau'));
  expect([other.status, other.json['type']]).toEqual([422, '/problems/unit.unknown']);
  // A briefing of all is for institutions, and County B has none; one that names its bureau it sees, and its bureau alone.
  expect(await log('countyB', { campaign: city.id })).toEqual([]);
  const both = [unit('a-peoples'), unit('b-bureau')];
  const named = await enter(briefing({ campaign: city.id, units: both }), 'cityCoordinator');
  expect((await unitsOf('countyB', named)).items).toMatchObject([{ unit: unit('b-bureau'), reachedOn: null }]);
  const theirs = { units: both, reachedOn: TODAY, channel: 'notice' };
  expect((await act('countyB', named, 'reaches', theirs)).json['type']).toBe('/problems/unit.unknown');
  expect((await act('cityCoordinator', named, 'reaches', theirs)).status).toBe(201);
  expect((await act('countyBContact', named, 'receipt')).status).toBe(201);
  expect((await act('coordinator', id, 'cancellation', { reason: '不应' })).status).toBe(404);
}, 30_000);

test('publicity is planned with its day, channel and hotline, and held; society is told of cases (R-PUB-01, 04, 05)', async () => {
  const { id } = await done(platform, 'coordinator', 'work-records/plans', {
    ...{ campaign, kind: 'hotlinePublication', title: '公布举报电话', plannedOn: '2023-03-31' },
    ...{ channel: 'serviceWindow', hotline: '0000-00000001' },
  });
  await done(platform, 'coordinator', `work-records/${id}/holding`, { heldOn: TODAY, summary: '各窗口已张贴' });
  expect(await lineOf(id)).toMatchObject({ status: 'held', channel: 'serviceWindow', hotline: '0000-00000001' });
  const notice = {
    ...{
      campaign,
      kind: 'publicNotice',
      title: '第一批案件通报',
      heldOn: TODAY,
      summary: '通报三起',
      channel: 'press',
    },
    ...{ place: '甲县日报', link: 'https://example.test/notice', cases: 3 },
  };
  expect(await lineOf(await enter(notice))).toMatchObject({ channel: 'press', place: '甲县日报', cases: 3 });
  const unpublished = await post(platform, 'coordinator', '/api/v1/work-records', { ...notice, typicalCase: newKey() });
  expect([unpublished.status, unpublished.json['type']]).toEqual([422, '/problems/typical-case.unknown']);
});

test('what a random inspection came to is published by naming its draw, once that is published itself (R-PUB-06)', async () => {
  await acknowledgeDiscipline(platform, campaign, 'coordinator');
  const draw = await done(platform, 'coordinator', 'draws', {
    ...{ campaign, name: '双随机抽查', strata: [{ id: 'all', name: '全部', percent: 50 }] },
  });
  const body = {
    ...{
      campaign,
      kind: 'resultPublication',
      title: '抽查结果公示',
      heldOn: TODAY,
      summary: '公示七日',
      draw: draw.id,
    },
    ...{ place: '县政府网站', channel: 'website', link: 'https://example.test/results' },
  };
  const early = await post(platform, 'coordinator', '/api/v1/work-records', body);
  expect([early.status, early.json]).toMatchObject([422, { type: '/problems/draw.unknown', field: 'draw' }]);
  await done(platform, 'coordinator', `draws/${draw.id}/drawing`, { witness: '虚构乙', words: '三六' });
  await done(platform, 'coordinator', `draws/${draw.id}/publication`);
  expect(await lineOf(await enter(body))).toMatchObject({
    draw: { id: draw.id, name: '双随机抽查' },
    place: '县政府网站',
  });
});

test.each<[string, Name, () => object, number, string]>([
  ['another county', 'countyB', training, 404, 'campaign.not-found'],
  ['a day to come', 'coordinator', () => training({ heldOn: '2023-03-15' }), 422, 'date.too-late'],
  ['a person of nowhere', 'coordinator', () => training({ accounts: [newKey()] }), 422, 'account.unknown'],
  ['a unit that takes no part', 'coordinator', () => briefing({ units: [newKey()] }), 422, 'unit.unknown'],
  ['a draw of a training', 'coordinator', () => training({ draw: newKey() }), 422, 'work.field-not-of-kind'],
  ['a link that runs', 'coordinator', () => briefing({ link: 'javascript:alert(1)' }), 422, 'request.invalid'],
  ['an unknown field', 'coordinator', () => training({ hidden: true }), 422, 'request.invalid'],
  ['somebody who only reads', 'leader', training, 403, 'permission.missing'],
])('%s is refused', async (_what, who, body, status, type) => {
  const refused = await post(platform, who, '/api/v1/work-records', body());
  expect([refused.status, refused.json]).toMatchObject([status, { type: `/problems/${type}` }]);
});

test('two who correct one record at once: one does, the other is told what stands; sent twice it acts once', async () => {
  const id = await enter(training({ title: '同时更正' }));
  const { campaign: _campaign, kind: _kind, ...told } = training({ title: '同时更正', reason: '人数' });
  const seen = { 'if-match': '"1"' };
  const both = await Promise.all(
    [50, 60].map((people) => act('coordinator', id, 'corrections', { ...told, people }, seen)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const key = newKey();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      post(platform, 'coordinator', '/api/v1/work-records', training({ title: '只登记一次' }), {
        'idempotency-key': key,
      }),
    ),
  );
  expect(answers.map(({ status, json }) => [status, json['id']])).toEqual(Array(5).fill([201, key]));
  expect((await log('coordinator')).filter(({ title }) => title === '只登记一次')).toHaveLength(1);
});

test('two who note the same unit as reached at once note it once, and the unit is told once', async () => {
  const id = await enter(briefing({ title: '同时登记送达' }));
  const body = { units: [unit('a-peoples')], reachedOn: TODAY, channel: 'meeting' };
  const both = await Promise.all([act('coordinator', id, 'reaches', body), act('investigator', id, 'reaches', body)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  const told = (await toldOf(platform, 'hospital', campaign)).filter(({ subjectZh }) =>
    subjectZh.includes('同时登记送达'),
  );
  expect([told.length, (await lineOf(id))?.reached]).toEqual([1, 1]);
});

test('the list is filtered by kind and status, and goes on page by page', async () => {
  const all = await log('coordinator');
  expect((await log('coordinator', { kind: 'training' })).every(({ kind }) => kind === 'training')).toBe(true);
  expect((await log('coordinator', { status: 'cancelled' })).every(({ status }) => status === 'cancelled')).toBe(true);
  const seen: string[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const query: string = `campaign=${campaign}&limit=3${after && `&after=${encodeURIComponent(after)}`}`;
    const response = await platform.send('coordinator', `/api/v1/work-records?${query}`);
    const page = (await response.json()) as Schemas['WorkRecordPage'];
    seen.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
});

test('the log is exported as a sheet; closing counts what was held and whom a briefing has not reached', async () => {
  const { json } = await post(platform, 'coordinator', '/api/v1/jobs', { kind: 'exportWork', campaign });
  const at = `/api/v1/jobs/${String(json['id'])}`;
  await eventually(async () =>
    expect(await (await platform.send('coordinator', at)).json()).toMatchObject({ status: 'done' }),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await platform.send('coordinator', `${at}/result`)).arrayBuffer());
  const rows: string[] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).map(String).join('|')));
  const all = await log('coordinator');
  expect(rows.filter((row) => row.includes('培训') || row.includes('通报')).length).toBeGreaterThan(3);
  expect(rows.find((row) => row.includes('联合检查第一医院'))).toMatch(
    /部门协同.*联合执法.*甲县公安局 虚构甲.*共同到场/,
  );
  expect(rows.find((row) => row.includes('与宣传月合并'))).toContain('已作废');

  const closing = (await (
    await platform.send('coordinator', `/api/v1/campaigns/${campaign}/closing`)
  ).json()) as Schemas['CampaignClosing'];
  const held = all.filter(({ status }) => status === 'held');
  const left = held.reduce((sum, { units, reached }) => sum + units - reached, 0);
  expect(closing.items.find(({ id }) => id === 'briefings')).toMatchObject({ open: left, required: false });
  expect(left).toBeGreaterThan(0);
  expect(closing.items.find(({ id }) => id === 'work')).toMatchObject({ open: 0, total: held.length });
  const trainings = held.filter(({ kind }) => kind === 'training');
  const people = trainings.reduce((sum, each) => sum + (each.people ?? 0), 0);
  expect(JSON.stringify(closing.report)).toContain(`培训 ${trainings.length} 次（${people} 人次）`);
  expect(JSON.stringify(closing.report)).toContain(`未送达 ${left} 家次`);
}, 60_000);
