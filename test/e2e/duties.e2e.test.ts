import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { campaignEvents, done, launch, toldOf } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const given = (who: Name, more: object = {}) => ({
  ...{ campaign, task: '全面检查阶段现场检查', lead: '医保局基金监管科', supporting: ['公安局', '卫健委'] },
  ...{ account: platform.accounts[who], due: '2023-03-20', ...more },
});
async function duties(who: Name, query: object = {}): Promise<Schemas['CampaignDuty'][]> {
  return (await (await platform.as(who)).GET('/api/v1/duties', { params: { query } })).data?.items ?? [];
}
const told = async (who: Name) =>
  (await toldOf(platform, who, campaign)).map(({ subjectZh }) => subjectZh).filter((each) => /分工|交接/.test(each));

test('a task has departments, a person and a day; handed over, both are told, and what is late is seen by who leads', async () => {
  const { id } = await done(platform, 'coordinator', 'duties', given('investigator'));
  expect((await duties('investigator', { mine: true })).map((each) => [each.id, each.supporting])).toEqual([
    [id, ['公安局', '卫健委']],
  ]);
  expect(await duties('officer', { mine: true })).toEqual([]);
  const act = (who: Name, noun: string, body: object) => post(platform, who, `/api/v1/duties/${id}/${noun}`, body);
  expect((await act('officer', 'completion', { outcome: '完成' })).json).toMatchObject({
    type: '/problems/duty.not-yours',
  });
  const to = { account: platform.accounts.officer, reason: '借调' };
  expect((await act('investigator', 'handover', to)).status).toBe(201);
  expect([(await told('investigator')).length, (await told('officer')).length]).toEqual([2, 1]);
  expect((await duties('officer', { mine: true }))[0]?.acts.map(({ noun }) => noun)).toEqual([
    'handover',
    'completion',
  ]);

  await platform.pass('8d');
  expect((await duties('leader', { campaign, overdue: true })).map(({ person, overdue }) => [person, overdue])).toEqual(
    [['officer', true]],
  );
  expect((await act('officer', 'completion', { outcome: '已检查 12 家' })).status).toBe(201);
  expect(await duties('leader', { campaign, overdue: true })).toEqual([]);
  expect((await act('officer', 'handover', to)).json).toMatchObject({ type: '/problems/duty.done' });
  const kinds = (await campaignEvents(platform, campaign))
    .map(({ kind }) => kind)
    .filter((each) => each.startsWith('duty'));
  expect(kinds).toEqual(['dutyAssigned', 'dutyHandedOver', 'dutyFinished']);
});

test('nobody of another county is given a duty or sees one', async () => {
  const stranger = await post(platform, 'coordinator', '/api/v1/duties', given('countyB', { due: '2023-12-31' }));
  expect(stranger.json).toMatchObject({ type: '/problems/account.unknown', field: 'account' });
  expect(await duties('countyB')).toEqual([]);
});
