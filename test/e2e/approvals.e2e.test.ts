import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { HUNDRED_DAYS, done, launch, obligations } from '../support/campaign-walk.js';
import { act, openLead, walkTo } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform?.stop());

async function waiting(who: Name, query: { limit?: number; after?: string } = {}): Promise<Schemas['ApprovalPage']> {
  const { data, error } = await (await platform.as(who)).GET('/api/v1/approvals', { params: { query } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}
const brief = ({ items }: Schemas['ApprovalPage']) => items.map(({ kind, act: name, own }) => [kind, name, own]);

test('each sees what waits for them, the earliest deadline first; nobody sees another county', async () => {
  const [filing, approval] = [await openLead(platform), await openLead(platform)];
  await walkTo(platform, approval, 'approval');
  await walkTo(platform, filing, 'filing');
  await act(platform, 'investigator', filing, 'transfers', { to: 'police', grounds: '涉嫌诈骗罪' });
  const plan = { plan: HUNDRED_DAYS, region: platform.organisation.region('990001'), start: '2099-03-14' };
  await done(platform, 'coordinator', 'campaigns', plan);

  const mine = await waiting('leader');
  expect(brief(mine)).toEqual([
    ['transfer', 'orderTransfer', false],
    ['filing', 'approveFiling', false],
    ['approval', 'approvePenalty', false],
    ['campaign', 'approveCampaign', false],
  ]);
  expect(mine.total).toBe(4);
  expect(mine.items[2]).toMatchObject({ file: approval, refund: '3864050', fine: '11592150' });
  expect(mine.items[0]).toMatchObject({ file: filing, subject: '甲县人民医院' });
  const dues = mine.items.map(({ due }) => due ?? '');
  expect(dues).toEqual([...dues].sort());

  const first = await waiting('leader', { limit: 3 });
  const rest = await waiting('leader', { limit: 3, after: first.next ?? '' });
  expect([...first.items, ...rest.items]).toEqual(mine.items);
  expect([rest.next, rest.total]).toEqual([null, 4]);

  expect(brief(await waiting('cityLeader'))).toHaveLength(4);
  expect(await waiting('countyB')).toMatchObject({ items: [], total: 0 });
  expect(await waiting('reviewer')).toMatchObject({ items: [] });
  const wrong = await platform.send('leader', '/api/v1/approvals?after=nothing');
  expect(wrong.status).toBe(422);
}, 120_000);

test('a reviewer sees what is to be reviewed, and strike-off waits only once it was asked for', async () => {
  const id = await openLead(platform);
  await walkTo(platform, id, 'legalReview');
  expect(brief(await waiting('reviewer'))).toEqual([['legalReview', 'passReview', false]]);
  await walkTo(platform, id, 'closure');
  const kinds = async () => (await waiting('leader')).items.filter(({ file }) => file === id).map(({ kind }) => kind);
  expect(await kinds()).toEqual([]);
  await act(platform, 'investigator', id, 'root-cause', { rootCause: '认定环节无复核' });
  await act(platform, 'investigator', id, 'strike-off-request');
  expect(await kinds()).toEqual(['closure']);
}, 120_000);

test('who brought a matter sees it marked as their own', async () => {
  const region = platform.organisation.region('990002');
  const lead = { title: '乙县线索', region, source: 'screening', subject: { kind: 'individual', name: '某甲' } };
  const { data } = await (
    await platform.as('countyB')
  ).POST('/api/v1/cases', { body: { ...lead, summary: '刷卡异常', handler: platform.accounts.countyB } as never });
  await act(platform, 'countyB', data?.id ?? '', 'filing-request', { grounds: '刷卡异常' });
  expect(brief(await waiting('countyB'))).toEqual([['filing', 'approveFiling', true]]);
  expect((await waiting('cityLeader')).items.find(({ file }) => file === data?.id)).toMatchObject({ own: false });
}, 120_000);

test('a unit reads on its desk what it owes, with what it said last, and nobody else does', async () => {
  await launch(platform, { start: '2099-03-14' });
  const duties = async (who: Name) =>
    ((await (await platform.send(who, '/api/v1/desk/duties')).json()) as { items: Schemas['Duty'][] }).items;
  const owed = await duties('hospital');
  expect(owed.length).toBeGreaterThan(0);
  expect(owed.every(({ unitName, previous }) => unitName === '甲县人民医院' && previous === null)).toBe(true);
  expect(owed.map(({ id }) => id)).toEqual((await obligations(platform, 'hospital')).map(({ id }) => id));
  const [first] = owed;
  await done(platform, 'hospital', `obligations/${first?.id}/submission`, {
    content: '已自查',
    figures: { 人次: '12' },
  });
  const reports = async (who: Name, more = '') =>
    (await (await platform.send(who, `/api/v1/desk/reports${more}`)).json()) as Schemas['ObligationPage'];
  expect((await reports('hospital')).items).toMatchObject([{ id: first?.id, status: 'submitted' }]);
  expect((await reports('hospital', '?status=accepted')).items).toEqual([]);
  expect((await duties('hospital')).map(({ id }) => id)).not.toContain(first?.id);
  expect((await reports('clinic')).items).toEqual([]);
  expect(await duties('countyBContact')).toEqual([]);
}, 120_000);

test('the same report of the period before lies beside what is owed now', async () => {
  const plan = {
    plan: 't003-06a-city-look-back-2021',
    region: platform.organisation.region('990000'),
    start: '2099-03-02',
  };
  const { id } = await done(platform, 'cityCoordinator', 'campaigns', plan);
  await done(platform, 'cityLeader', `campaigns/${id}/approval`);
  await done(platform, 'cityCoordinator', `campaigns/${id}/launch`);
  const weekly = async () => {
    const { items } = (await (await platform.send('bureau', '/api/v1/desk/duties')).json()) as {
      items: Schemas['Duty'][];
    };
    return items.filter(({ campaign, source }) => campaign === id && source === 'weekly-progress');
  };
  const [one, two] = await weekly();
  expect([one?.previous, two?.previous]).toEqual([null, null]);
  const report = { content: '检查 12 家', figures: { 走访户数: '12' } };
  await done(platform, 'bureau', `obligations/${one?.id}/submission`, { ...report, values: { checked: '12' } });
  const [next] = await weekly();
  expect(next).toMatchObject({ id: two?.id, previous: { ...report, zero: false, period: one?.period } });
}, 120_000);
