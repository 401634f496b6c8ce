import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import JSZip from 'jszip';
import { campaignEvents, done, launch, obligations } from '../support/campaign-walk.js';
import { openLead, post, walkTo } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
let hospital: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-03-16T01:00:00Z') });
  campaign = await launch(platform, { start: '2026-03-16' });
  await acknowledgeDiscipline(platform, campaign, 'coordinator', 'agency');
  hospital = platform.organisation.unit('a-peoples');
}, 60_000);
afterAll(() => platform?.stop());

const closing = async (who: Name = 'leader', id = campaign): Promise<Schemas['CampaignClosing']> => {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/closing', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
};
const item = async (id: string) => (await closing()).items.find((each) => each.id === id);
const problem = (more: object = {}) => ({
  ...{ campaign, unit: hospital, source: 'inspection', category: '重复收费', what: '重复收取', amount: '100050' },
  ...{ due: '2026-12-31', ...more },
});
const strikeOff = async (id: string) => {
  const put = { department: '医保办', responsible: '王强', measures: '抽查', report: '已停止' };
  await done(platform, 'hospital', `problems/${id}/rectification`, put);
  await done(platform, 'coordinator', `problems/${id}/strike-off`);
};

test('the checklist counts from the records what is missing, and forgets it once it is done', async () => {
  const owed = (await obligations(platform, 'coordinator', { campaign })).length;
  expect(await item('obligations')).toMatchObject({ open: owed, total: owed, required: true });
  expect(await item('summary')).toMatchObject({ open: 1, required: true });
  expect(await item('problems')).toMatchObject({ open: 0, total: 0 });
  const { id } = await done(platform, 'coordinator', 'problems', problem({ amount: '0' }));
  expect(await item('problems')).toMatchObject({ open: 1, total: 1 });
  await strikeOff(id);
  expect(await item('problems')).toMatchObject({ open: 0, total: 1 });
  const draw = await done(platform, 'coordinator', 'draws', {
    ...{ campaign, name: '第一轮', strata: [{ id: 'all', name: '全部', percent: 50 }] },
  });
  expect(await item('draws')).toMatchObject({ open: 1 });
  await done(platform, 'coordinator', `draws/${draw.id}/cancellation`, { reason: '名单有误' });
  expect(await item('draws')).toMatchObject({ open: 0, total: 0 });
  const { id: visit } = await done(platform, 'coordinator', 'visits', {
    ...{ campaign, kind: 'first', chosen: 'coverage' },
    visits: [{ unit: hospital, day: '2026-03-18', team: [platform.accounts.investigator, platform.accounts.officer] }],
  });
  expect(await item('visits')).toMatchObject({ open: 1, total: 1, required: true });
  await done(platform, 'coordinator', `visits/${visit}/cancellation`, { reason: '改期' });
  expect(await item('visits')).toMatchObject({ open: 0, total: 0 });
  expect(await item('selfChecks')).toMatchObject({ open: 0, total: 0 });
});

test('the same problem of the same unit, entered again after it was struck off, is a relapse', async () => {
  const { id } = await done(platform, 'coordinator', 'problems', problem());
  const other = await done(platform, 'coordinator', 'problems', problem({ category: '串换项目' }));
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/problems', { params: { query: { campaign } } });
  const relapse = (which: string) => data?.items.find((each) => each.id === which)?.relapse;
  expect([relapse(id), relapse(other.id)]).toEqual([true, false]);
});

test('the summary is a .docx whose every figure is the record’s, and whose hash is on it', async () => {
  const decided = await openLead(platform, { campaign });
  await walkTo(platform, decided, 'rectification');
  await openLead(platform, { campaign, title: '甲县人民医院串换诊疗项目' });
  const told = {
    overview: '全县动员。\n分片包干。',
    practices: '部门联动',
    shortcomings: '力量不足',
    next: '常态监管',
  };
  const made = await done(platform, 'coordinator', `campaigns/${campaign}/summaries`, told);
  const [event] = (await campaignEvents(platform, campaign)).filter(({ kind }) => kind === 'campaignSummaryMade');
  const { summaries, report } = await closing();
  const file = await platform.send('leader', `/api/v1/campaigns/${campaign}/summaries/${summaries[0]?.id}/docx`);
  const bytes = Buffer.from(await file.arrayBuffer());
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect([summaries[0]?.sha256, event?.data['sha256'], file.headers.get('x-sha256')]).toEqual([hash, hash, hash]);
  expect(event?.data['summary']).toBe(summaries[0]?.id);
  expect(made.events).toEqual(['campaignSummaryMade']);
  const xml = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string');
  const texts = [...(xml ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('\n');
  for (const said of [
    '甲县医疗保障局',
    '受理线索 2 件，立案 1 件，作出处罚决定 1 件，销号 0 件，其他办结 0 件，在办 2 件',
    '责令退回医疗保障基金 38,640.50 元，已退回 38,640.50 元；处以罚款 115,921.50 元，已缴入国库 115,921.50 元',
    '销号后同类问题再次发生 1 项',
    '分片包干。',
    '部门联动',
    '力量不足',
    '常态监管',
    '现场检查\n3\n1\n2,001.00\n0.00',
    '问题未销号：2 项（共 3 项）。',
    '案件未办结：2 项。',
  ])
    expect(texts).toContain(said);
  // What the page shows before it is made is what is made, but for what people wrote.
  for (const block of report.blocks.filter((each): each is string => typeof each === 'string'))
    expect(texts).toContain(block);
}, 120_000);

test('with something missing a leader closes only with a reason, and what was missing stays with the event', async () => {
  await done(platform, 'coordinator', `campaigns/${campaign}/summary`, { summary: '追回基金' });
  expect(await item('summary')).toMatchObject({ open: 0 });
  const refused = await post(platform, 'leader', `/api/v1/campaigns/${campaign}/closure`, {});
  expect([refused.status, refused.json]).toMatchObject([
    409,
    {
      type: '/problems/campaign.outstanding',
      field: 'reason',
      detail: expect.stringMatching(/问题未销号 2 项；案件未办结 2 项/),
    },
  ]);
  const { items } = await closing();
  await done(platform, 'leader', `campaigns/${campaign}/closure`, { reason: '转入常态监管' });
  const event = (await campaignEvents(platform, campaign)).at(-1);
  expect(event).toMatchObject({ kind: 'campaignClosed', data: { reason: '转入常态监管' } });
  expect(event?.data['missing']).toEqual(
    items.filter(({ open }) => open > 0).map(({ id, open }) => ({ item: id, open })),
  );
  const late = await post(platform, 'coordinator', `/api/v1/campaigns/${campaign}/summaries`, {});
  expect([late.status, late.json['type']]).toEqual([409, '/problems/campaign.status']);
});

test.each([
  ['countyB', 404],
  ['hospital', 403],
  ['cityLeader', 200],
] as const)('%s asks for the closing page: %d', async (who, status) => {
  expect((await platform.send(who, `/api/v1/campaigns/${campaign}/closing`)).status).toBe(status);
});
