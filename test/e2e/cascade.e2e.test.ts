import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { HUNDRED_DAYS, campaignEvents, campaignOf, done, obligations, toldOf } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let city: string;
let county: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-05-02T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const COUNTY_PLAN = { plan: HUNDRED_DAYS, start: '2023-05-02', name: '甲县百日行动' };
const draft = (who: Name, region: string, more: object) =>
  post(platform, who, '/api/v1/campaigns', {
    ...{ ...COUNTY_PLAN, region: platform.organisation.region(region) },
    ...more,
  });
async function kin(who: Name, id: string): Promise<Schemas['CampaignKin'] | undefined> {
  const { data } = await (await platform.as(who)).GET('/api/v1/campaigns/{id}/kin', { params: { path: { id } } });
  return data;
}
const plansOwed = async () =>
  (await obligations(platform, 'cityCoordinator', { campaign: city })).filter(({ source }) => source === 'deployment');

test('a city launches: the counties are told to draft their own plans, which they owe', async () => {
  const region = platform.organisation.region('990000');
  const plan = { plan: 't003-09-district-two-kinds', region, start: '2023-05-02' };
  ({ id: city } = await done(platform, 'cityCoordinator', 'campaigns', plan));
  const early = await draft('coordinator', '990001', { parent: city });
  expect([early.status, early.json['type']]).toEqual([409, '/problems/campaign.parent-status']);
  await done(platform, 'cityLeader', `campaigns/${city}/approval`);
  await done(platform, 'cityCoordinator', `campaigns/${city}/launch`);
  expect((await plansOwed()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  for (const who of ['coordinator', 'countyB'] as const) {
    await eventually(async () =>
      expect((await toldOf(platform, who, city)).map(({ subjectZh }) => subjectZh)).toEqual([
        '区医疗保障基金监管专项治理（两类机构）：上级专项已启动，请据此制定本级方案',
      ]),
    );
  }
});

test("a county's approved campaign hands in its plan, once, and the city judges it like every report", async () => {
  county = String((await draft('coordinator', '990001', { parent: city })).json['id']);
  expect((await plansOwed()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  await done(platform, 'leader', `campaigns/${county}/approval`);
  await eventually(async () =>
    expect((await plansOwed()).map(({ unitName, status }) => `${unitName} ${status}`).sort()).toEqual([
      '丙县医疗保障局 open',
      '乙县医疗保障局 open',
      '甲县医疗保障局 submitted',
    ]),
  );
  const [handed] = (await plansOwed()).filter(({ status }) => status === 'submitted');
  expect(handed).toMatchObject({
    late: false,
    report: { campaign: county, content: expect.stringContaining('甲县百日行动') },
  });
  await done(platform, 'coordinator', `campaigns/${county}/launch`);
  const said = (await campaignEvents(platform, city, 'cityCoordinator')).filter(
    ({ kind }) => kind === 'reportSubmitted',
  );
  expect(said.map(({ actor, data }) => [actor.kind, data['campaign']])).toEqual([['machine', county]]);
  await done(platform, 'cityCoordinator', `obligations/${handed?.id}/acceptance`);
});

test('the city sees what is carried out below it; a county its own and the one above, a hospital neither', async () => {
  expect(await kin('cityCoordinator', city)).toMatchObject({
    parent: null,
    parts: [{ id: county, name: '甲县百日行动', status: 'running', settled: 0, problems: 0 }],
  });
  expect(await kin('countyB', city)).toMatchObject({ parts: [] });
  expect(await kin('coordinator', county)).toMatchObject({ parent: { id: city, status: 'running' }, parts: [] });
  expect(await kin('hospital', city)).toMatchObject({ parts: [], lookBacks: [] });
  expect(await kin('countyB', county)).toBeUndefined();
  expect((await campaignOf(platform, county)).parent).toBe(city);
});

test('a sub-plan has its own ledger; campaigns that reach other regions, ended or are not there are refused', async () => {
  const part = await draft('coordinator', '990001', { parent: county, name: '甲县药店子方案' });
  expect(part.status).toBe(201);
  expect((await kin('coordinator', county))?.parts.map(({ name }) => name)).toEqual(['甲县药店子方案']);
  for (const [who, region, more, status, type] of [
    ['countyB', '990002', { parent: county }, 422, 'campaign.elsewhere'],
    ['countyB', '990002', { predecessor: county }, 422, 'campaign.elsewhere'],
    ['coordinator', '990001', { parent: '00000000-0000-4000-8000-00000000dead' }, 422, 'campaign.unknown'],
    ['coordinator', '990001', { predecessor: part.json['id'] }, 409, 'campaign.predecessor-status'],
    ['coordinator', '990001', { parent: 'x' }, 422, 'request.invalid'],
  ] as const) {
    expect(await draft(who, region, more)).toMatchObject({ status, json: { type: `/problems/${type}` } });
  }
});

test('what happens to the campaign above is told below, and the other way round', async () => {
  await done(platform, 'leader', `campaigns/${county}/termination`, { reason: '并入市级专项' });
  await done(platform, 'cityLeader', `campaigns/${city}/termination`, { reason: '机构改革' });
  const heardOf = async (who: Name, id: string) => (await toldOf(platform, who, id)).map(({ subjectEn }) => subjectEn);
  await eventually(async () => {
    expect(await heardOf('cityCoordinator', county)).toEqual([
      '甲县百日行动: launched below you',
      '甲县百日行动: stopped below you',
    ]);
    // Its own campaign had ended by then; those that go on would be told.
    expect(await heardOf('countyB', city)).toHaveLength(1);
  });
  const late = await draft('coordinator', '990001', { parent: city });
  expect([late.status, late.json['type']]).toEqual([409, '/problems/campaign.parent-status']);
});
