import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { campaignEvents, done, launch, toldOf } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
let hospital: string;
beforeAll(async () => {
  platform = await startPlatform();
  campaign = await launch(platform);
  hospital = platform.organisation.unit('a-peoples');
}, 60_000);
afterAll(() => platform?.stop());

const found = (more: object = {}) => ({
  ...{ campaign, unit: hospital, source: 'inspection', category: '重复收费', what: '重复收取', amount: '0' },
  ...{ due: '2099-12-31', ...more },
});
const enter = (who: Name, more: object = {}) => post(platform, who, '/api/v1/problems', found(more));
const UNACKNOWLEDGED = { type: '/problems/discipline.unacknowledged' };
async function discipline(who: Name): Promise<Schemas['Discipline'] | undefined> {
  return (await (await platform.as(who)).GET('/api/v1/discipline', { params: { query: { campaign } } })).data;
}
const kinds = async (kind: string) => (await campaignEvents(platform, campaign)).filter((each) => each.kind === kind);

test('before the first act of an inspector the discipline is acknowledged, once; who has not is listed', async () => {
  const refused = await enter('agency');
  expect([refused.status, refused.json]).toMatchObject([
    403,
    { ...UNACKNOWLEDGED, standing: { campaign, document: 'inspectors@1' } },
  ]);
  expect((await enter('hospital', { source: 'selfCheck' })).status).toBe(201);
  expect((await discipline('agency'))?.acknowledgedAt).toBeNull();
  await done(platform, 'agency', 'discipline/acknowledgements', {
    ...{ campaign, document: 'inspectors@1', conflicts: '甲县第一诊所负责人为亲属' },
  });
  expect((await enter('agency')).status).toBe(201);
  expect((await enter('investigator')).json).toMatchObject(UNACKNOWLEDGED);
  await acknowledgeDiscipline(platform, campaign, 'agency');

  const people = (await discipline('coordinator'))?.people ?? [];
  expect(people.find(({ name }) => name === 'agency')?.at).toEqual(expect.any(String));
  expect(people.filter(({ at }) => !at).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['auditor', 'coordinator', 'investigator', 'leader', 'officer']),
  );
  expect(people.map(({ name }) => name)).not.toContain('hospital');
  expect((await discipline('agency'))?.people).toEqual([]);
  const stale = await post(platform, 'agency', '/api/v1/discipline/acknowledgements', {
    campaign,
    document: 'inspectors@0',
  });
  expect([stale.status, stale.json]).toMatchObject([409, { type: '/problems/discipline.changed' }]);
  expect((await kinds('disciplineAcknowledged'))[0]?.data).toMatchObject({ conflicts: '甲县第一诊所负责人为亲属' });
});

test('a draw that is not published is seen by who keeps the discipline, and each look is on the record', async () => {
  const { id } = await done(platform, 'coordinator', 'draws', {
    ...{ campaign, name: '双随机', strata: [{ id: 'all', name: '全部', percent: 20 }] },
  });
  const look = async (who: Name, more = '') => (await platform.send(who, `/api/v1/draws/${id}${more}`)).status;
  expect(await look('leader')).toBe(200); // nothing is drawn yet
  await done(platform, 'coordinator', `draws/${id}/drawing`, { witness: '纪委', words: '3 5 7' });
  for (const path of ['', '/drawn', '/file']) expect(await look('leader', path)).toBe(403);
  await acknowledgeDiscipline(platform, campaign, 'leader', 'coordinator');
  expect(await Promise.all([look('leader'), look('leader', '/drawn'), look('leader', '/file')])).toEqual([
    200, 200, 200,
  ]);
  expect(await look('coordinator')).toBe(200);
  expect((await kinds('drawRead')).map(({ actor, data }) => [actor.name, data['draw']])).toEqual([
    ['leader', id],
    ['coordinator', id],
  ]);
  await done(platform, 'coordinator', `draws/${id}/publication`);
  expect(await look('hospital')).toBe(200);
  expect(await kinds('drawRead')).toHaveLength(2);
});

test('a note is issued to units, who read and acknowledge it; those who have not are known and reminded, once a day', async () => {
  const clinic = platform.organisation.unit('a-clinic-1');
  const given = {
    campaign,
    kind: 'guidance',
    title: '台账填报指导',
    text: '逐条填写责任人',
    units: [hospital, clinic],
  };
  const { id } = await done(platform, 'coordinator', 'notes', given);
  const notes = async (who: Name) =>
    (await (await platform.as(who)).GET('/api/v1/notes', { params: { query: { campaign } } })).data?.items ?? [];
  expect((await notes('hospital')).map(({ title, notYet }) => [title, notYet])).toEqual([['台账填报指导', []]]);
  expect(await notes('bureau')).toEqual([]);
  expect((await toldOf(platform, 'hospital', campaign)).map((each) => JSON.stringify(each)).join()).toContain(
    '台账填报指导',
  );

  const acknowledge = (who: Name) => post(platform, who, `/api/v1/notes/${id}/acknowledgement`, {});
  expect((await acknowledge('bureau')).status).toBe(404);
  expect((await acknowledge('hospital')).status).toBe(201);
  expect((await notes('hospital'))[0]?.acknowledgedAt).toEqual(expect.any(String));
  expect((await notes('coordinator'))[0]?.notYet).toEqual([{ id: clinic, name: '甲县第一诊所' }]);
  const before = (await toldOf(platform, 'clinic', campaign)).length;
  await done(platform, 'coordinator', `notes/${id}/reminder`);
  await done(platform, 'coordinator', `notes/${id}/reminder`);
  expect((await toldOf(platform, 'clinic', campaign)).length).toBe(before + 1);
  expect((await kinds('noteReminded')).map(({ data }) => data['units'])).toEqual([1, 0]);

  await done(platform, 'coordinator', 'notes', { ...given, text: '增加附件要求' });
  expect((await notes('hospital')).map(({ edition, acknowledgedAt }) => [edition, acknowledgedAt !== null])).toEqual([
    [2, false],
    [1, true],
  ]);
  const stranger = await post(platform, 'coordinator', '/api/v1/notes', {
    ...given,
    units: [platform.organisation.unit('b-bureau')],
  });
  expect(stranger.json).toMatchObject({ type: '/problems/unit.unknown', field: 'units' });
});
