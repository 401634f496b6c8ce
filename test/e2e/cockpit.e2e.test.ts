import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { END_OF_DAY, at, dayOf, instant, plusDays } from '@fundguard/domain';
import { deadlines, done, launch, obligations } from '../support/campaign-walk.js';
import { act, openLead, walkTo } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
const START = '2023-03-14';
beforeAll(async () => {
  platform = await startPlatform({ startAt: at(START as never, '08:00') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const overview = async (who: Name = 'coordinator', id = campaign) => {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/overview', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
};
const funnel = async (who: Name = 'coordinator', of: string | undefined = campaign) => {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/cases/funnel', { params: { query: of ? { campaign: of } : {} } });
  if (!data) throw new Error(JSON.stringify(error));
  return Object.fromEntries(data.items.map(({ stage, ...figures }) => [stage, figures]));
};
const inCampaign = (title: string) => openLead(platform, { title, campaign });

describe('the figures of a campaign', () => {
  const SURVEY = at(plusDays(START as never, 17), END_OF_DAY);

  test('a report counts as in from the day it came, and not as it was a week before', async () => {
    await platform.passUntil(instant('2023-03-20T10:00:00+08:00'));
    const [owed] = await obligations(platform, 'hospital', { campaign, status: 'open' });
    await done(platform, 'hospital', `obligations/${owed?.id}/submission`, { content: '已统计', zero: true });
    expect(await overview()).toMatchObject({
      reports: { now: 1, weekAgo: 0 },
      zeroReports: 1,
      awaitingReview: 1,
      overdue: { now: 0, weekAgo: 0 },
    });
    await platform.pass('8 days');
    expect(await overview()).toMatchObject({ reports: { now: 1, weekAgo: 1 } });
    await done(platform, 'coordinator', `obligations/${owed?.id}/return`, { reason: '缺附件' });
    expect(await overview()).toMatchObject({ reports: { now: 0, weekAgo: 1 }, awaitingReview: 0 });
    await done(platform, 'hospital', `obligations/${owed?.id}/submission`, { content: '已补正' });
    expect(await overview()).toMatchObject({ reports: { now: 1, weekAgo: 1 }, zeroReports: 0 });
  });

  test('what is overdue is counted by phase, and a waiver of this week was overdue a week ago', async () => {
    await platform.passUntil(SURVEY);
    await eventually(async () => expect((await overview()).overdue.now).toBeGreaterThan(0));
    const late = (await overview()).overdue.now;
    expect(await overview()).toMatchObject({ overdue: { weekAgo: 0 } });
    const { phases } = await overview();
    expect(phases.find(({ phase }) => phase === 'survey-files')).toEqual({
      phase: 'survey-files',
      owed: late + 1,
      settled: 1,
      overdue: late,
    });
    await platform.pass('8 days');
    const [missing] = await obligations(platform, 'coordinator', { campaign, status: 'overdue' });
    await done(platform, 'coordinator', `obligations/${missing?.id}/waiver`, { reason: '已停业' });
    expect(await overview()).toMatchObject({ overdue: { now: late - 1, weekAgo: late } });
  });

  test('a deadline says what is due by it, how much came in, and who is told at each step', async () => {
    const survey = (await deadlines(platform, campaign)).find(({ due }) => instant(due) === SURVEY);
    expect(survey?.dues.map(({ name }) => name.en)).toContain('Settlement statistics');
    expect(survey?.dues.reduce((sum, { settled }) => sum + settled, 0)).toBe(1);
    expect(survey?.steps.at(-1)).toMatchObject({ rung: 'interview-5wd', to: ['office', 'leader'] });
    const own = (await deadlines(platform, campaign, 'hospital')).find(({ due }) => instant(due) === SURVEY);
    expect(own?.dues).toEqual([
      { source: 'registration-and-settlement-stats', name: expect.anything(), owed: 1, settled: 1 },
    ]);
  });

  test('cases and refunds, by what was on record', async () => {
    const first = await inCampaign('甲县人民医院虚构病情');
    await walkTo(platform, first, 'execution');
    const paidOn = dayOf(await platform.clock.now());
    await act(platform, 'agency', first, 'payments', { ledger: 'refund', amount: '100001', paidOn, voucher: '001' });
    await act(platform, 'agency', first, 'payments', { ledger: 'fine', amount: '500', paidOn, voucher: '002' });
    expect(await overview()).toMatchObject({ openCases: { now: 1 }, refunded: { now: '100001', weekAgo: '0' } });
    await platform.pass('8 days');
    const second = await inCampaign('甲县第一诊所转借处方');
    await act(platform, 'investigator', second, 'rejection', { reason: '查无此事' });
    await act(platform, 'agency', first, 'payments', {
      ledger: 'refund',
      amount: '9',
      paidOn: dayOf(await platform.clock.now()),
      voucher: '003',
    });
    expect(await overview()).toMatchObject({
      openCases: { now: 1, weekAgo: 1 },
      refunded: { now: '100010', weekAgo: '100001' },
    });
  });
});

describe('the funnel of cases', () => {
  test('how far they came, where they are, and the days between', async () => {
    const third = await inCampaign('甲县第二诊所超量开药');
    await platform.pass('3 days');
    await act(platform, 'investigator', third, 'filing-request', { grounds: '筛查结果与病历不符' });
    const stages = await funnel();
    expect(stages['verification']).toEqual({ reached: 3, current: 0, medianDays: null });
    expect(stages['filing']).toMatchObject({ reached: 2, current: 1 });
    // Half-way between the three days of this case and the minutes of the one before it.
    expect(stages['filing']?.medianDays).toBe(1.5);
    expect(stages['execution']).toMatchObject({ reached: 1, current: 1 });
    expect(stages['rectification']).toMatchObject({ reached: 0, current: 0, medianDays: null });
    expect(stages['notFiled']).toMatchObject({ reached: 1, current: 1 });
  });

  test('without a campaign it is that of all cases in one’s charge', async () => {
    await openLead(platform);
    expect((await funnel())['verification']?.reached).toBe(3);
    expect((await funnel('coordinator', ''))['verification']?.reached).toBe(4);
  });
});

test('the record is read from the newest back, a page at a time', async () => {
  const page = async (query: object) => {
    const client = await platform.as('coordinator');
    const { data } = await client.GET('/api/v1/campaigns/{id}/events', { params: { path: { id: campaign }, query } });
    return data ?? { items: [], next: null };
  };
  const all = (await page({ limit: 500 })).items.map(({ seq }) => seq);
  const first = await page({ newest: true, limit: 3 });
  const second = await page({ newest: true, limit: 3, after: first.next });
  expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual(all.reverse().slice(0, 6));
});

describe('who sees it', () => {
  test('another county sees nothing of it, the city above all of it', async () => {
    const read = (who: Name, path: string) => platform.send(who, `/api/v1/${path}`);
    expect((await read('countyB', `campaigns/${campaign}/overview`)).status).toBe(404);
    expect((await funnel('countyB'))['verification']).toEqual({ reached: 0, current: 0, medianDays: null });
    expect(await overview('cityCoordinator')).toEqual({
      ...(await overview()),
      asOf: expect.anything(),
      weekAgo: expect.anything(),
    });
    expect(await funnel('cityLeader')).toEqual(await funnel());
  });

  test('a county in a campaign of the city sees its own part', async () => {
    const draft = {
      plan: 't004',
      region: platform.organisation.region('990000'),
      start: dayOf(await platform.clock.now()),
    };
    const { id } = await done(platform, 'cityCoordinator', 'campaigns', draft);
    await done(platform, 'cityLeader', `campaigns/${id}/approval`);
    await done(platform, 'cityCoordinator', `campaigns/${id}/launch`);
    const [mine] = await obligations(platform, 'hospital', { campaign: id });
    await done(platform, 'hospital', `obligations/${mine?.id}/submission`, { content: '已统计' });
    const owed = ({ phases }: Awaited<ReturnType<typeof overview>>) => phases.reduce((sum, each) => sum + each.owed, 0);
    const [city, a, b] = [
      await overview('cityLeader', id),
      await overview('leader', id),
      await overview('countyB', id),
    ];
    expect([city.reports.now, a.reports.now, b.reports.now]).toEqual([1, 1, 0]);
    expect(owed(a)).toBeGreaterThan(0);
    expect(owed(city)).toBeGreaterThan(owed(a));
  });

  test('a unit has its own desk, and no view of the whole', async () => {
    expect((await platform.send('hospital', `/api/v1/campaigns/${campaign}/overview`)).status).toBe(404);
    expect((await platform.send('hospital', '/api/v1/cases/funnel')).status).toBe(403);
  });

  test.each(['x', '1', '%27'])('a campaign %j is no campaign', async (wrong) => {
    expect((await platform.send('leader', `/api/v1/cases/funnel?campaign=${wrong}`)).status).toBe(422);
  });
});
