import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { HUNDRED_DAYS, campaignEvents, campaignOf, done, launch } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-03-16T01:00:00Z') });
  campaign = await launch(platform, { start: '2026-03-16' });
}, 60_000);
afterAll(() => platform?.stop());

const WRITTEN = {
  ...{ kind: 'caseTransfer', title: '案件移送工作机制', text: '发现涉嫌犯罪的，三个工作日内移送。' },
  ...{ department: '基金监管科', basis: '《行政执法机关移送涉嫌犯罪案件的规定》' },
};
const draft = async (more: object = {}) =>
  (await done(platform, 'coordinator', 'standing-rules', { campaign, ...WRITTEN, ...more })).id;
async function inForce(more: object = {}, effectiveFrom = '2026-03-16'): Promise<string> {
  const id = await draft(more);
  await done(platform, 'coordinator', `standing-rules/${id}/submission`);
  await done(platform, 'leader', `standing-rules/${id}/approval`, { effectiveFrom });
  return id;
}
const register = async (who: Name): Promise<Schemas['StandingRule'][]> => {
  const { data } = await (await platform.as(who)).GET('/api/v1/standing-rules');
  return data?.items ?? [];
};
const ruleOf = async (id: string) => (await register('coordinator')).find((each) => each.id === id);
const plan = (rules: readonly string[], who: Name = 'coordinator', region = '990001') =>
  post(platform, who, '/api/v1/campaigns', {
    ...{ plan: HUNDRED_DAYS, region: platform.organisation.region(region), start: '2026-07-01', name: '第二轮', rules },
  });

test('a rule is drafted of a campaign, approved by another, and on that campaign’s record', async () => {
  const id = await draft();
  expect((await register('hospital')).map((each) => each.id)).not.toContain(id);
  await done(platform, 'coordinator', `standing-rules/${id}/submission`);
  expect((await post(platform, 'coordinator', `/api/v1/standing-rules/${id}/approval`, {})).status).toBe(403);
  await done(platform, 'leader', `standing-rules/${id}/approval`, { effectiveFrom: '2026-03-16' });
  expect(await ruleOf(id)).toMatchObject({ status: 'inForce', effectiveFrom: '2026-03-16', draftedBy: 'coordinator' });
  expect((await register('hospital')).map((each) => each.id)).toContain(id);
  const kinds = (await campaignEvents(platform, campaign)).filter(({ data }) => data['rule'] === id);
  expect(kinds.map(({ kind }) => kind)).toEqual(['ruleDrafted', 'ruleSubmitted', 'ruleApproved']);
  expect(kinds.at(-1)?.data).toMatchObject({ text: WRITTEN.text, effectiveFrom: '2026-03-16' });
});

test('the next campaign carries those it names, as they are now; a later change does not alter it', async () => {
  const [rule, later] = [await inForce(), await inForce({ title: '尚未施行' }, '2026-12-01')];
  const { json } = await plan([rule]);
  const next = await campaignOf(platform, String(json['id']));
  expect(next.carried).toEqual([
    { rule, version: 3, title: WRITTEN.title, kind: 'caseTransfer', effectiveFrom: '2026-03-16' },
  ]);
  const refused = await plan([rule, later]);
  expect([refused.status, refused.json]).toMatchObject([422, { type: '/problems/rule.unknown', field: 'rules' }]);
  await done(platform, 'leader', `standing-rules/${rule}/repeal`, { on: '2026-06-30', reason: '上级已有新规' });
  expect((await campaignOf(platform, next.id)).carried?.map((each) => each.rule)).toEqual([rule]);
  expect((await plan([rule])).status).toBe(422);
  const { carried } = await campaignOf(platform, campaign);
  expect(carried).toBeUndefined();
});

test('a rule that replaces another ends it on its own first day', async () => {
  const old = await inForce();
  const by = await inForce({ title: '案件移送工作机制（修订）', replaces: old }, '2026-05-01');
  expect(await ruleOf(old)).toMatchObject({ status: 'replaced', endedOn: '2026-05-01', replacedBy: by });
  expect((await ruleOf(by))?.replacesTitle).toBe(WRITTEN.title);
  const twice = await draft({ replaces: old });
  await done(platform, 'coordinator', `standing-rules/${twice}/submission`);
  const refused = await post(platform, 'leader', `/api/v1/standing-rules/${twice}/approval`, {
    effectiveFrom: '2026-06-01',
  });
  expect([refused.status, refused.json['type']]).toEqual([409, '/problems/rule.replaces-none']);
});

test('what a region has in force holds in those below it and not in one beside it', async () => {
  const city = await launch(platform, { region: platform.organisation.region('990001'), name: '示范' });
  const { id } = await done(platform, 'cityCoordinator', 'standing-rules', { campaign: city, ...WRITTEN });
  expect((await register('countyB')).map((each) => each.id)).not.toContain(id);
  const ours = await inForce();
  const beside = await plan([ours], 'cityCoordinator', '990002');
  expect([beside.status, beside.json['type']]).toEqual([422, '/problems/rule.unknown']);
  expect((await plan([ours], 'cityCoordinator')).status).toBe(201);
});

test('a campaign leaves rules also after it was closed', async () => {
  await done(platform, 'coordinator', `campaigns/${campaign}/summary`, { summary: '完成' });
  await done(platform, 'leader', `campaigns/${campaign}/closure`, { reason: '转入常态' });
  expect((await ruleOf(await inForce({ title: '常态化抽查制度', kind: 'rule' })))?.status).toBe('inForce');
});

test('the legal bases of the law data, the plans and the rules are one list, each once', async () => {
  const { data } = await (await platform.as('auditor')).GET('/api/v1/legal-bases');
  const names = data?.items.map(({ name }) => name) ?? [];
  expect(new Set(names).size).toBe(names.length);
  const regulation = data?.items.find(({ name }) => name === '医疗保障基金使用监督管理条例');
  expect(regulation?.articles.map(({ article }) => article)).toEqual(
    expect.arrayContaining(['第三十八条', '第四十条']),
  );
  expect(regulation?.plans.length).toBeGreaterThan(1);
  expect(data?.items.find(({ name }) => name === '安徽省基本医疗保险监督管理暂行办法')?.number).toBe(
    '安徽省人民政府第284号令',
  );
  expect(data?.items.find(({ name }) => name.includes('移送涉嫌犯罪案件'))?.rules).toContain('常态化抽查制度');
});
