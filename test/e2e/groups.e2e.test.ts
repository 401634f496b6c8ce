import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { HUNDRED_DAYS, campaignEvents, done } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  const draft = { plan: HUNDRED_DAYS, region: platform.organisation.region('990001'), start: '2023-03-14' };
  ({ id: campaign } = await done(platform, 'coordinator', 'campaigns', draft));
}, 60_000);
afterAll(() => platform?.stop());

async function groups(who: Name = 'coordinator', on?: string): Promise<Schemas['Group'][]> {
  const { data } = await (
    await platform.as(who)
  ).GET('/api/v1/groups', { params: { query: { campaign, ...(on ? { on } : {}) } } });
  return data?.items ?? [];
}
const leading = async (on?: string, who?: Name) => (await groups(who, on))[0];
const appoint = (body: object, who: Name = 'coordinator', headers?: Record<string, string>) =>
  post(
    platform,
    who,
    '/api/v1/appointments',
    { campaign, group: 'leading-group', from: '2023-03-14', ...body },
    headers,
  );
const act = (id: string, noun: string, body: object, who: Name = 'coordinator') =>
  post(platform, who, `/api/v1/appointments/${id}/${noun}`, body);

test('a draft has its plan’s groups with their seats, all of them vacant', async () => {
  const [group, office] = await groups();
  expect([group?.name.zh, group?.kind, office?.kind]).toEqual(['“百日行动”工作领导小组', 'leadingGroup', 'office']);
  expect(group?.vacant.map(({ words }) => words)).toEqual([
    '医保局党组书记、局长',
    '区纪委监委第三纪检监察组组长',
    '医保局副局长',
    '医保中心主任',
    '成员四名',
  ]);
});

test('persons are appointed, replaced and relieved; who sat where on which day stays to be read, and is on the record', async () => {
  const leader = await appoint({
    seat: 'leader',
    account: platform.accounts.leader,
    post: '局长',
    phone: '0719-000001',
  });
  const outsider = {
    seat: 'deputy.1',
    name: '周某（虚构）',
    employer: '区纪委监委',
    post: '组长',
    phone: '0719-000002',
  };
  const deputy = await appoint(outsider);
  expect([leader.status, deputy.status]).toEqual([201, 201]);
  expect((await leading())?.vacant.map(({ id }) => id)).toEqual(['deputy.2', 'deputy.3', 'member.1']);

  const taken = await appoint({ seat: 'leader', name: '另一人' });
  expect([taken.status, taken.json]).toMatchObject([409, { type: '/problems/appointment.seat-taken', field: 'seat' }]);

  const id = String(leader.json['id']);
  const replaced = await act(id, 'replacement', {
    ...{ account: platform.accounts.deputy, from: '2023-05-01', reason: '原组长工作调动' },
  });
  expect(replaced.json).toMatchObject({ status: 'ended', version: 2 });
  expect((await act(String(deputy.json['id']), 'relief', { until: '2023-06-01', reason: '退休' })).status).toBe(201);

  const sittingOn = async (on: string) => (await leading(on))?.sitting.map(({ seat, name }) => [seat, name]);
  expect(await sittingOn('2023-04-30')).toEqual([
    ['deputy.1', '周某（虚构）'],
    ['leader', 'leader'],
  ]);
  expect(await sittingOn('2023-05-01')).toEqual([
    ['deputy.1', '周某（虚构）'],
    ['leader', 'deputy'],
  ]);
  expect(await sittingOn('2023-06-01')).toEqual([['leader', 'deputy']]);
  expect((await leading('2023-06-01'))?.vacant.map(({ id: seat }) => seat)).toContain('deputy.1');

  const told = (await campaignEvents(platform, campaign)).slice(1).map(({ kind, data }) => [kind, data['name']]);
  expect(told).toEqual([
    ['personAppointed', 'leader'],
    ['personAppointed', '周某（虚构）'],
    ['personReplaced', 'leader'],
    ['personRelieved', '周某（虚构）'],
  ]);
  const again = await act(id, 'relief', { until: '2023-07-01', reason: '再次' });
  expect([again.status, again.json]).toMatchObject([409, { type: '/problems/appointment.ended' }]);
});

test('what was written of who sat where can be changed by nobody, not even by the application', async () => {
  const change = (text: string) => platform.db.within('/' as never, (tx) => tx.query({ text, values: [] }));
  await expect(change(`update appointment set name = '别人'`)).rejects.toThrow('permission denied');
  await expect(change('delete from appointment')).rejects.toThrow('permission denied');
});

test('groups the plan does not have are added: a township’s, by name, with its area', async () => {
  const { id } = await done(platform, 'coordinator', 'groups', {
    ...{ campaign, kind: 'inspectionTeam', name: '第一检查组', area: '东片区', duties: '现场检查东片区定点药店' },
  });
  await done(platform, 'coordinator', 'appointments', {
    ...{ campaign, group: id, seat: 'leader', name: '吴某（虚构）', employer: '东关镇', from: '2023-03-20' },
  });
  const added = (await groups('leader', '2023-03-20')).find((each) => each.id === id);
  expect(added).toMatchObject({ ofPlan: false, area: '东片区', vacant: [], sitting: [{ name: '吴某（虚构）' }] });
  expect((await groups('leader', '2023-03-19')).find((each) => each.id === id)?.vacant).toEqual([{ id: 'leader' }]);
});

test('a unit that takes part sees who leads it, without their telephones; another county sees nothing', async () => {
  const seen = (await leading('2023-03-14', 'hospital'))?.sitting ?? [];
  expect(seen.map(({ name, phone, acts }) => [name, phone, acts])).toEqual([
    ['周某（虚构）', undefined, []],
    ['leader', undefined, []],
  ]);
  expect((await leading('2023-03-14'))?.sitting.map(({ phone }) => phone)).toEqual(['0719-000002', '0719-000001']);
  expect(await groups('countyB')).toEqual([]);
});

test.each<[string, object, Name, number, string]>([
  ['an account of another county', { seat: 'member', account: 'countyB' }, 'coordinator', 422, 'account.unknown'],
  ['nobody', { seat: 'member' }, 'coordinator', 422, 'appointment.nobody'],
  ['to a group the campaign has not', { seat: 'leader', group: 'x', name: '某' }, 'coordinator', 422, 'group.unknown'],
  ['to a seat that is none', { seat: 'king', name: '某' }, 'coordinator', 422, 'request.invalid'],
  ['by another county', { seat: 'member', name: '某' }, 'countyB', 404, 'campaign.not-found'],
  ['by who does not coordinate', { seat: 'member', name: '某' }, 'leader', 403, 'permission.missing'],
])('appointing %s is refused', async (_what, body, who, status, type) => {
  const account = 'account' in body ? { account: platform.accounts.countyB } : {};
  const refused = await appoint({ ...body, ...account }, who);
  expect([refused.status, refused.json]).toMatchObject([status, { type: `/problems/${type}` }]);
});

test('two who appoint a leader at once: one does; a command sent twice appoints once', async () => {
  const { id: group } = await done(platform, 'coordinator', 'groups', {
    campaign,
    kind: 'workingGroup',
    name: '综合组',
  });
  const at = { campaign, group, from: '2023-03-20' };
  const both = await Promise.all(['甲某', '乙某'].map((name) => appoint({ ...at, seat: 'leader', name })));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const key = { 'idempotency-key': newKey() };
  const once = () => appoint({ ...at, seat: 'member', name: '只一次' }, 'coordinator', key);
  expect((await once()).json).toEqual((await once()).json);
  const sitting = (await groups('coordinator', '2023-03-20')).find((each) => each.id === group)?.sitting;
  expect(sitting?.filter(({ name }) => name === '只一次')).toHaveLength(1);
});
