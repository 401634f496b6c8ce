import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { checkDraw, drawFile } from '@fundguard/domain';
import { addAccount, verifyRecord } from '@fundguard/persistence';
import { done, launch } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';
import { arrived, inDays, planned, visitsOf } from '../support/visit-walk.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform();
  campaign = await launch(platform);
  await acknowledgeDiscipline(platform, campaign, 'coordinator');
}, 60_000);
afterAll(() => platform?.stop());

let count = 0;
const expert = (more: object = {}) => {
  count += 1;
  return {
    ...{ kind: 'expert', name: `专家${count}`, title: '主任药师', specialties: ['药学'], employer: '市第一医院' },
    ...{ from: '2020-01-01', ...more },
  };
};
const add = (given: object, who: Name = 'coordinator', headers?: Record<string, string>) =>
  post(platform, who, '/api/v1/pool-members', given, headers);
async function listed(more: object = {}): Promise<string> {
  const { status, json } = await add(expert(more));
  expect([status, json]).toMatchObject([201, { status: 'listed' }]);
  return String(json['id']);
}
async function pool(who: Name, query: object = {}): Promise<Schemas['PoolMember'][]> {
  const { data } = await (
    await platform.as(who)
  ).GET('/api/v1/pool-members', { params: { query: { limit: 200, ...query } } });
  return data?.items ?? [];
}
const member = async (who: Name, id: string) =>
  (await (await platform.as(who)).GET('/api/v1/pool-members/{id}', { params: { path: { id } } })).data;
const act = (id: string, noun: string, body: object, who: Name = 'coordinator') =>
  post(platform, who, `/api/v1/pool-members/${id}/${noun}`, body);

test('a member is listed, put right and withdrawn with the reason, and each stands on a record that proves itself', async () => {
  const id = await listed({ employer: undefined, unit: platform.organisation.unit('a-peoples') });
  expect(await member('investigator', id)).toMatchObject({
    ...{ employer: '甲县人民医院', usable: true, title: '主任药师', acts: [] },
  });
  const put = expert({ specialties: ['骨科'] });
  expect((await act(id, 'revision', put)).status).toBe(201);
  expect(await member('coordinator', id)).toMatchObject({ specialties: ['骨科'], unit: null, version: 2 });
  expect((await act(id, 'withdrawal', { reason: '调离' })).json).toMatchObject({ status: 'withdrawn', version: 3 });
  expect(await member('leader', id)).toMatchObject({ withdrawnBecause: '调离', usable: false });
  expect((await act(id, 'revision', put)).json).toMatchObject({ type: '/problems/pool.status' });
  const record = await (await platform.as('auditor')).GET('/api/v1/events', { params: { query: { file: id } } });
  expect(record.data?.items.map(({ kind, about }) => [kind, about])).toEqual(
    ['memberWithdrawn', 'memberRevised', 'memberListed'].map((kind) => [kind, 'pool']),
  );
  expect((await verifyRecord(platform.db)).broken).toBeUndefined();
  await platform.db.within('/' as never, (tx) =>
    tx.query({ text: `update pool_member set head = decode(repeat('00', 32), 'hex') where id = $1`, values: [id] }),
  );
  expect((await verifyRecord(platform.db)).broken).toMatchObject({ fileId: id, reason: 'head' });
  await platform.db.within('/' as never, (tx) =>
    tx.query({
      text: `update pool_member set head = (select hash from event where file_id = $1 order by seq desc limit 1) where id = $1`,
      values: [id],
    }),
  );
});

test('wrong roles, another region: the pool is not theirs to change, nor a neighbour’s to see', async () => {
  const id = await listed();
  for (const who of ['leader', 'auditor', 'investigator', 'hospital', 'admin'] as const) {
    expect([who, (await add(expert(), who)).status]).toEqual([who, 403]);
    expect([who, (await act(id, 'withdrawal', { reason: 'x' }, who)).status]).toEqual([who, 403]);
  }
  expect((await platform.send('hospital', '/api/v1/pool-members')).status).toBe(403);
  expect([await member('countyB', id), (await act(id, 'withdrawal', { reason: 'x' }, 'countyB')).status]).toEqual([
    undefined,
    404,
  ]);
  expect((await pool('countyB')).map((each) => each.id)).not.toContain(id);
  const foreign = await add(expert({ employer: undefined, unit: platform.organisation.unit('b-bureau') }));
  expect(foreign.json).toMatchObject({ type: '/problems/unit.unknown', field: 'unit' });
});

test('whom the city keeps its counties draw, and do not change', async () => {
  const { json } = await add(expert({ name: '市级专家' }), 'cityCoordinator');
  const id = String(json['id']);
  expect(await member('countyB', id)).toMatchObject({ name: '市级专家', acts: [] });
  expect(await member('coordinator', id)).toMatchObject({ name: '市级专家', acts: [] });
  expect((await act(id, 'withdrawal', { reason: 'x' })).status).toBe(404);
  expect((await member('cityCoordinator', id))?.acts.map((each) => each.act)).toEqual([
    'reviseMember',
    'withdrawMember',
  ]);
  // It reads the member, not the city's record: what it proves is its own.
  const proof = await post(platform, 'countyB', '/api/v1/record/verification', {});
  expect([proof.status, proof.json['broken'] ?? null]).toEqual([200, null]);
});

test('one person is in the pool once, also when two enter them at the same moment; a command sent twice acts once', async () => {
  const given = expert();
  const both = await Promise.all([add(given), add(given)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const key = { 'idempotency-key': newKey() };
  const other = expert();
  const [one, same] = await Promise.all([add(other, 'coordinator', key), add(other, 'coordinator', key)]);
  expect([one?.status, same]).toEqual([201, one]);
  const id = await listed();
  const taken = await act(id, 'revision', given);
  expect([taken.status, taken.json]).toMatchObject([409, { type: '/problems/pool.already-listed' }]);
  const withdrawn = await Promise.all([1, 2].map(() => act(id, 'withdrawal', { reason: '退休' })));
  expect(withdrawn.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('a draw takes from the pool by specialty; nobody inspects whom they work for, and its file proves itself', async () => {
  const own = await listed({
    specialties: ['检验'],
    employer: undefined,
    unit: platform.organisation.unit('a-peoples'),
  });
  const other = await listed({ specialties: ['检验', '影像'], employer: '市中心血站' });
  await listed({ specialties: ['检验'], until: '2020-02-01' });
  const found = await pool('coordinator', { specialty: '检验', usable: true });
  expect(found.map(({ id }) => id).sort()).toEqual([own, other].sort());
  const units = [platform.organisation.unit('a-peoples'), platform.organisation.unit('a-clinic-1')];
  const { id } = await done(platform, 'coordinator', 'draws', {
    ...{ campaign, name: '专家库抽取', candidates: units.map((unit) => ({ id: unit, name: unit })) },
    strata: [{ id: 'all', name: '全部', percent: 100 }],
    teams: { count: 2, inspectors: 2, experts: 1, rotation: false },
    inspectors: ['甲', '乙', '丙', '丁'].map((name) => ({ id: name, name })),
    poolMembers: [{ member: own }, { member: other, avoids: [{ candidate: units[1], why: '配偶在该所任职' }] }],
  });
  await done(platform, 'coordinator', `draws/${id}/drawing`, { witness: '监委', words: '3 5 7' });
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/draws/{id}/file', { params: { path: { id } } });
  const file = drawFile.parse(data);
  expect(checkDraw(file).every(({ holds }) => holds)).toBe(true);
  expect(file.list.experts.map((each) => [each.id, each.avoids.map(({ candidate }) => candidate)]).sort()).toEqual(
    [
      [own, [units[0]]],
      [other, [units[1]]],
    ].sort(),
  );
  for (const { id: unit, team } of file.result.drawn) {
    const expertId = file.result.teams.find(({ number }) => number === team)?.experts[0];
    expect([unit, expertId]).toEqual([unit, unit === units[0] ? other : own]);
  }
});

test('who left the pool, or whose term is over, is not drawn: the draw is refused and names the field', async () => {
  const gone = await listed();
  await act(gone, 'withdrawal', { reason: '退休' });
  const over = await listed({ until: '2020-02-01' });
  for (const id of [gone, over]) {
    const { status, json } = await post(platform, 'coordinator', '/api/v1/draws', {
      ...{ campaign, name: '抽取', strata: [{ id: 'all', name: '全部', percent: 100 }], poolMembers: [{ member: id }] },
    });
    expect([status, json]).toMatchObject([422, { type: '/problems/draw.not-in-pool', field: 'poolMembers' }]);
  }
});

test('what a third party did at a visit is listed under its contract, with people, scope and results; to nobody next door', async () => {
  const given = expert({ kind: 'thirdParty', employer: '某保险公司', contract: '大病保险 1', scope: '病历抽审' });
  const under = await add({ ...given, until: '2099-12-31' });
  const over = await add(expert({ ...given, name: '期满', until: '2020-02-01' }));
  const id = await planned(platform, campaign, 'a-tcm');
  await arrived(platform, id);
  const part = (who: Name, body: object) => post(platform, who, `/api/v1/visits/${id}/third-parties`, body);
  const said = { part: '抽审 20 份病历', result: '2 份虚计费用' };
  const wrong: [Name, unknown, number][] = [
    ['investigator', over.json['id'], 422],
    ['investigator', await listed(), 422],
    ['investigator', campaign, 422],
    ['coordinator', under.json['id'], 403],
    ['countyB', under.json['id'], 404],
  ];
  for (const [who, member, status] of wrong)
    expect([who, (await part(who, { member, ...said })).status]).toEqual([who, status]);
  expect((await part('officer', { member: under.json['id'], ...said })).status).toBe(201);
  const { data: shown } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/visits/{id}', { params: { path: { id } } });
  expect(shown?.thirdParties).toEqual([{ name: given['name' as never], contract: '大病保险 1', ...said }]);
  const contracts = async (who: Name) =>
    (await (await platform.as(who)).GET('/api/v1/pool-members/contracts')).data?.items ?? [];
  expect(await contracts('leader')).toMatchObject([
    {
      ...{ contract: '大病保险 1', employer: '某保险公司' },
      people: [{ scope: '病历抽审' }, { scope: '病历抽审' }],
      results: [{ visit: id, unitName: '甲县中医医院', ...said }],
    },
  ]);
  expect(await contracts('countyB')).toEqual([]);
});

test('the two groups of the first batch go on in the second, and neither goes where it has been', async () => {
  const { investigator, officer, agency } = platform.accounts;
  const extra = randomUUID() as typeof officer;
  await addAccount(platform.db, {
    ...{ id: extra, login: 'fourth', name: '第四人', passwordHash: 'none', roles: ['investigator'] },
    ...{ region: platform.organisation.region('990001'), unit: undefined, partner: undefined, email: 'd@example.test' },
  });
  const own = await launch(platform);
  const units = ['a-peoples', 'a-clinic-1', 'a-clinic-2', 'a-private-1'].map((name) =>
    platform.organisation.unit(name),
  );
  const candidates = units.map((unit) => ({ id: unit, name: unit, area: '县' }));
  const drawn = async (more: object) => {
    const { id } = await done(platform, 'coordinator', 'draws', {
      ...{ campaign: own, name: '批次', candidates, strata: [{ id: 'all', name: '全部', percent: 100 }], ...more },
    });
    await done(platform, 'coordinator', `draws/${id}/drawing`, { witness: '监委', words: '3 5 7' });
    return id;
  };
  await acknowledgeDiscipline(platform, own, 'coordinator');
  const people = [investigator, officer, agency, extra].map((id) => ({ id, name: id }));
  const teams = { count: 2, inspectors: 2, experts: 0, rotation: false };
  const first = await drawn({ teams, inspectors: people });
  const start = await inDays(platform, 1);
  const plan = (fromDraw: object) =>
    post(platform, 'coordinator', '/api/v1/visits', {
      ...{ campaign: own, kind: 'first', chosen: 'draw', fromDraw: { start, ...fromDraw } },
    });
  expect((await plan({ draw: first })).status).toBe(201);
  const earlier = await visitsOf(platform, 'coordinator', { campaign: own });
  expect(earlier).toHaveLength(4);
  // Done with, so that the same units can be gone to again.
  await platform.db.within('/' as never, (tx) =>
    tx.query({
      text: `update visit set status = 'finished', record_hash = 'x', noticed_at = now() where campaign_id = $1`,
      values: [own],
    }),
  );
  const second = await drawn({});
  expect((await plan({ draw: first, groupsOf: second })).json).toMatchObject({ type: '/problems/visit.own-groups' });
  expect((await plan({ draw: second, groupsOf: campaign })).status).toBe(422);
  expect((await plan({ draw: second })).json).toMatchObject({ type: '/problems/visit.draw-without-team' });
  const both = await Promise.all([1, 2].map(() => plan({ draw: second, groupsOf: first })));
  // Whoever comes second finds that by then both groups go there.
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  const all = await visitsOf(platform, 'coordinator', { campaign: own });
  const teamOf = ({ team }: { team: readonly { account: string }[] }) => team.map(({ account }) => account).sort();
  for (const unit of units) {
    const [one, two] = [earlier, all.filter(({ status }) => status === 'planned')].map((visits) =>
      visits.find((each) => each.unit === unit),
    );
    if (!one || !two) throw new Error('both batches go there');
    expect(teamOf(two).filter((each) => teamOf(one).includes(each))).toEqual([]);
  }
}, 60_000);
