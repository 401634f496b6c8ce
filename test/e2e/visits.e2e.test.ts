import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, sealOf } from '@fundguard/domain';
import { campaignEvents, done, launch, toldOf } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';
import { arrived, inDays, planned, today, visitOf, visitsOf } from '../support/visit-walk.js';

let platform: TestPlatform;
let campaign: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const act = (who: Name, id: string, noun: string, body: object = {}) =>
  post(platform, who, `/api/v1/visits/${id}/${noun}`, body);
const team = () => [platform.accounts.investigator, platform.accounts.officer];
const plan = (who: Name, more: object = {}, visit: object = {}) => {
  const unit = platform.organisation.unit('a-station');
  const visits = [{ unit, day: '2023-04-03', team: team(), ...visit }];
  return post(platform, who, '/api/v1/visits', { campaign, kind: 'first', chosen: 'coverage', visits, ...more });
};

test('a visit is planned, made known, begun by its team; the record first knows a hash, and then what it stood for', async () => {
  const id = await planned(platform, campaign, 'a-tcm', { day: await inDays(platform, 2), noticeDays: 3 });
  const visit = await visitOf(platform, id);
  expect(visit).toMatchObject({
    ...{ status: 'planned', isSecret: true, lines: 31, answered: 0, checklist: 'medical-institution@1' },
    team: [{ name: 'investigator' }, { name: 'officer' }],
  });
  await done(platform, 'coordinator', `visits/${id}/notice`);
  expect((await act('investigator', id, 'arrival')).json).toMatchObject({ type: '/problems/visit.not-yet' });
  await platform.passUntil(instant('2023-03-16T01:00:00Z'));
  expect((await act('investigator', id, 'arrival')).json).toMatchObject({ type: '/problems/visit.pledges-first' });
  await arrived(platform, id);
  expect(await visitOf(platform, id)).toMatchObject({ status: 'arrived', version: 5, isSecret: false });

  const events = (await campaignEvents(platform, campaign)).filter(({ data }) => JSON.stringify(data).includes(id));
  expect(events.map(({ kind }) => kind)).toEqual([
    ...['visitsPlanned', 'visitNoticed', 'visitPledged', 'visitPledged', 'visitArrived'],
  ]);
  const [first, notice] = events;
  expect(JSON.stringify(first?.data)).not.toContain(visit.unit);
  const seals = first?.data['visits'] as { visit: string; seal: string }[];
  expect(seals).toEqual([{ visit: id, seal: sealOf(notice?.data as never) }]);
}, 60_000);

test('a surprise is told by the arrival, an announced one not before its day, and nobody else is told', async () => {
  const surprise = await planned(platform, campaign, 'a-peoples', { kind: 'nightCheck', methods: ['unannounced'] });
  expect((await act('coordinator', surprise, 'notice')).json).toMatchObject({
    type: '/problems/visit.told-on-arrival',
  });
  await arrived(platform, surprise);
  const told = (await toldOf(platform, 'hospital', campaign)).map(({ subjectZh }) => subjectZh);
  expect(JSON.stringify(told)).toContain('现场检查');
  expect(JSON.stringify(await toldOf(platform, 'clinic', campaign))).not.toContain('现场检查');
  expect(JSON.stringify(await toldOf(platform, 'investigator', campaign))).not.toContain('人民医院');

  const later = await planned(platform, campaign, 'a-private-1', { day: await inDays(platform, 10), noticeDays: 3 });
  expect((await act('coordinator', later, 'notice')).json).toMatchObject({ type: '/problems/visit.notice-too-early' });
  expect((await act('coordinator', later, 'cancellation', { reason: '机构停业' })).status).toBe(201);
});

const SECRET = { kind: 'first', chosen: 'leads', why: '群众举报集中' };

test('before it is told a unit finds no trace of its visit, wherever it looks; afterwards it does', async () => {
  const id = await planned(platform, campaign, 'a-clinic-1', {
    ...SECRET,
    day: await inDays(platform, 1),
    noticeDays: 1,
  });
  const day = await inDays(platform, 1);
  const clinic = platform.organisation.unit('a-clinic-1');
  const places = [
    ...['visits', `visits?unit=${clinic}`, `visits?campaign=${campaign}&from=${day}&to=${day}`, 'visits?mine=true'],
    ...['notifications?limit=200', 'problems', 'draws?campaign=' + campaign, 'campaigns', `campaigns/${campaign}`],
    ...[`campaigns/${campaign}/participants`, `campaigns/${campaign}/deadlines`, 'desk/duties', 'desk/reports'],
    ...[`campaigns/${campaign}/events`, `campaigns/${campaign}/coverage`, 'party/cases'],
    ...[`visits/overlaps?campaign=${campaign}&from=${day}&to=${day}`, `events?file=${campaign}`],
    ...[`visits/${id}`, `visits/${id}/record`, `visits/${id}/record/docx`, `visits/${id}/looks`, `live?file=${id}`],
  ];
  const found = async (who: Name) => {
    const answers = await Promise.all(
      places.map(async (place) => {
        const response = await platform.send(who, `/api/v1/${place}`);
        return [place, response.status, await response.text()] as const;
      }),
    );
    return answers.filter(([, status, text]) => status < 300 && text.includes(id)).map(([place]) => place);
  };
  for (const who of ['clinic', 'hospital', 'hotline', 'countyB'] as const)
    expect([who, await found(who)]).toEqual([who, []]);
  // Colleagues read the campaign's record, which has a hash of it.
  expect(await found('agency')).toEqual([`campaigns/${campaign}/events`]);
  const recorded = (await campaignEvents(platform, campaign, 'agency')).find(({ data }) =>
    JSON.stringify(data).includes(id),
  );
  expect(JSON.stringify(recorded?.data)).not.toMatch(new RegExp(`${clinic}|${day}|${platform.accounts.officer}`));
  for (const path of [`visits/${id}`, `visits/${id}/record`, `visits/${id}/record/docx`])
    expect((await platform.send('clinic', `/api/v1/${path}`)).status).toBe(404);
  expect((await act('clinic', id, 'notice')).status).toBe(403);

  await done(platform, 'coordinator', `visits/${id}/notice`);
  expect(await found('clinic')).toContain('visits');
  expect(await found('hospital')).toEqual([]);
  const seen = await visitOf(platform, id, 'clinic');
  expect(seen).toMatchObject({ status: 'noticed', chosen: null, why: null, pledges: [], entries: [], acts: [] });
  expect((await toldOf(platform, 'clinic', campaign)).at(-1)?.subjectZh).toContain(day);
});

test('what follows a campaign live says that something grew, and nothing of what it was', async () => {
  const stop = new AbortController();
  const stream = await platform.send('hospital', `/api/v1/live?file=${campaign}`, { signal: stop.signal });
  const read = stream.body?.getReader();
  // It looks once a second, and tells of what grew since its first look.
  await wait(2_500);
  const id = await planned(platform, campaign, 'a-maternity', { day: await inDays(platform, 5) });
  let heard = '';
  while (!heard.includes('grown')) heard += new TextDecoder().decode((await read?.read())?.value);
  stop.abort();
  expect(heard.replaceAll('retry: 2000', '').replaceAll('event: grown\ndata: {}', '').trim()).toBe('');
  expect(heard).not.toContain(id);
}, 30_000);

test('who looks at a secret visit and is not of its team is written down; the team is not', async () => {
  const id = await planned(platform, campaign, 'a-township-1', { day: await inDays(platform, 5) });
  await visitOf(platform, id, 'leader');
  await visitsOf(platform, 'coordinator', { campaign });
  await visitOf(platform, id, 'officer');
  expect((await platform.send('agency', `/api/v1/visits/${id}`)).status).toBe(404);
  const looks = await platform.send('auditor', `/api/v1/visits/${id}/looks`);
  const { items } = (await looks.json()) as { items: { name: string; place: string }[] };
  expect(items.map(({ name, place }) => [name, place])).toEqual([
    ['auditor', 'looks'],
    ['coordinator', 'list'],
    ['leader', 'visit'],
  ]);
});

test.each<[string, Name, object, object, number, string]>([
  ['an inspector who plans', 'investigator', {}, {}, 403, 'permission.missing'],
  ['another county', 'countyB', {}, {}, 404, 'campaign.not-found'],
  ['one inspector alone', 'coordinator', {}, { team: ['x'] }, 422, 'request.invalid'],
  ['a day that has passed', 'coordinator', {}, { day: '2023-03-01' }, 422, 'date.too-early'],
  ['a unit that takes no part', 'coordinator', {}, { unit: newKey() }, 422, 'unit.unknown'],
  ['leads without saying why', 'coordinator', { chosen: 'leads' }, {}, 422, 'request.invalid'],
  ['a checklist that is not there', 'coordinator', { checklist: 'none' }, {}, 422, 'checklist.unknown'],
  ['neither visits nor a draw', 'coordinator', { visits: [] }, {}, 422, 'request.invalid'],
])('%s is refused', async (_what, who, more, visit, status, type) => {
  const refused = await plan(who, more, visit);
  expect([refused.status, refused.json]).toMatchObject([status, { type: `/problems/${type}` }]);
});

test('inspectors are inspectors, and none of them is of the unit itself', async () => {
  const { coordinator, investigator, hospital } = platform.accounts;
  for (const other of [coordinator, hospital, newKey()]) {
    const refused = await plan('coordinator', {}, { team: [investigator, other] });
    expect(refused.json).toMatchObject({ type: '/problems/inspector.unknown' });
  }
  await platform.db.within('/' as never, (tx) =>
    tx.query({
      text: `update account set unit_id = $2 where id = $1`,
      values: [platform.accounts.agency, platform.organisation.unit('a-station')],
    }),
  );
  const own = await plan('coordinator', {}, { team: [investigator, platform.accounts.agency] });
  expect(own.json).toMatchObject({ type: '/problems/visit.own-unit', field: 'team' });
  await platform.db.within('/' as never, (tx) =>
    tx.query({ text: 'update account set unit_id = null where id = $1', values: [platform.accounts.agency] }),
  );
});

test('sent twice a plan is made once; a unit that waits for a visit is not planned again', async () => {
  const key = { 'idempotency-key': newKey() };
  const visits = [{ unit: platform.organisation.unit('a-clinic-2'), day: '2023-04-03', team: team() }];
  const body = { campaign, kind: 'first', chosen: 'coverage', visits };
  const send = (headers = {}) => post(platform, 'coordinator', '/api/v1/visits', body, headers);
  const first = await send(key);
  expect([first.status, await send(key)]).toEqual([201, first]);
  expect((await send()).json).toMatchObject({ type: '/problems/visit.already-planned' });
  expect(await visitsOf(platform, 'officer', { unit: visits[0]?.unit })).toMatchObject([
    { checklist: 'clinic@1', lines: 11 },
  ]);
});

test('who declares a conflict stays away, and another takes their place', async () => {
  const id = await planned(platform, campaign, 'a-township-2');
  const pledge = (who: Name, conflict: boolean, more: object = {}) =>
    act(who, id, 'pledges', { discipline: true, conflict, ...more });
  expect((await pledge('officer', true)).status).toBe(422);
  expect((await pledge('agency', false)).status).toBe(404);
  await pledge('investigator', false);
  expect((await pledge('officer', true, { note: '亲属在该院任职' })).status).toBe(201);
  expect((await act('investigator', id, 'arrival')).json).toMatchObject({ type: '/problems/visit.pledges-first' });
  const another = [platform.accounts.investigator, platform.accounts.agency];
  const moved = { day: await today(platform), team: another, reason: '回避' };
  await done(platform, 'coordinator', `visits/${id}/reschedulings`, moved);
  expect((await platform.send('officer', `/api/v1/visits/${id}`)).status).toBe(404);
  await pledge('agency', false);
  expect((await act('agency', id, 'arrival')).status).toBe(201);
});

test('what a draw gave to its teams is laid out area by area on working days, one by one', async () => {
  const { investigator, officer, agency } = platform.accounts;
  const people = [investigator, officer, agency].map((id) => ({ id, name: id }));
  const who = { type: ['private_hospital', 'community_centre'] };
  const draw = await done(platform, 'coordinator', 'draws', {
    ...{ campaign, name: '抽查', strata: [{ id: 's', name: '民营和社区', who, percent: 100 }] },
    ...{ teams: { count: 1, inspectors: 2, rotation: false }, inspectors: people },
  });
  const fromDraw = { draw: draw.id, start: '2023-04-04', perDay: 2 };
  const body = { campaign, kind: 'first', chosen: 'draw', fromDraw };
  const early = await post(platform, 'coordinator', '/api/v1/visits', body);
  expect(early.json).toMatchObject({ type: '/problems/draw.unknown', field: 'draw' });
  await done(platform, 'coordinator', `draws/${draw.id}/drawing`, { witness: '纪检', words: '3 5 7' });
  await done(platform, 'coordinator', 'visits', body);
  const lines = await visitsOf(platform, 'coordinator', { campaign, from: '2023-04-04', to: '2023-04-30' });
  // 5 April 2023 was a holiday (清明).
  expect(lines.map(({ day }) => day)).toEqual(['2023-04-04', '2023-04-04', '2023-04-06', '2023-04-06']);
});
