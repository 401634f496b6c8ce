import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { EVERYWHERE } from '@fundguard/persistence';
import { campaignEvents, done, launch, theObligation, toldOf } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

const STATISTICS = instant('2023-03-31T23:59:59+08:00');

let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-13T01:00:00Z') });
  id = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const unit = (key: string) => platform.organisation.unit(key);
const read = async <T>(who: Name, path: string): Promise<T> => {
  const response = await platform.send(who, `/api/v1/${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
};
const progress = (who: Name = 'coordinator', search = '') =>
  read<Schemas['Progress']>(who, `campaigns/${id}/progress${search}`);
const chases = async (more = '') =>
  (await read<Schemas['ChasePage']>('coordinator', `campaigns/${id}/chases${more}`)).items;
const path = async (key: string, due = STATISTICS) =>
  `obligations/${(await theObligation(platform, 'coordinator', { campaign: id, unit: unit(key), due })).id}`;
const chase = (keys: string[], more: object = {}, headers = {}, who: Name = 'coordinator') =>
  post(platform, who, `/api/v1/campaigns/${id}/chases`, { units: keys.map(unit), ...more }, headers);
const chasesHeard = async (who: Name) =>
  (await toldOf(platform, who, id)).map(({ subjectZh }) => subjectZh).filter((subject) => subject.includes('：催办'));

test('the state of every unit is one letter a column, and who is overdue comes first', async () => {
  const before = await progress();
  expect(before.columns.map(({ due }) => instant(due))).toEqual(
    [...before.columns.map(({ due }) => instant(due))].sort(),
  );
  expect(before.columns).toHaveLength(8);
  expect(before.rows).toHaveLength(17);
  expect(new Set(before.rows.map(({ states }) => states.length))).toEqual(new Set([8]));
  expect(before.rows.map(({ states }) => states).join('')).toMatch(/^[.o]+$/);
  expect(before.regions.map(({ nameZh }) => nameZh)).toEqual(['甲县']);

  await done(platform, 'hospital', `${await path('a-peoples')}/submission`, { content: '统计表' });
  await done(platform, 'coordinator', `${await path('a-bureau')}/waiver`, { reason: '由市局统一研判' });
  await platform.passUntil(instant('2023-04-01T00:10:00+08:00'));
  await done(platform, 'clinic', `${await path('a-clinic-1')}/submission`, { content: '统计表' });
  const { rows, columns } = await progress();
  const letter = (key: string, source: string) =>
    rows.find((row) => row.unit === unit(key))?.states[columns.findIndex((column) => column.source === source)];
  expect(letter('a-peoples', 'registration-and-settlement-stats')).toBe('s');
  expect(letter('a-clinic-1', 'settlement-stats')).toBe('S');
  expect(letter('a-clinic-1', 'registration-and-settlement-stats')).toBe('.');
  expect(letter('a-bureau', 'lead-analysis')).toBe('w');
  const overdue = rows.map(({ states }) => states.includes('x'));
  expect(overdue).toEqual([...Array<boolean>(13).fill(true), ...Array<boolean>(4).fill(false)]);
});

test('a unit sees itself only, another county nothing, the city the same as the county', async () => {
  expect((await progress('hospital')).rows.map((row) => row.unit)).toEqual([unit('a-peoples')]);
  expect((await progress('hospital')).columns).toHaveLength(2);
  expect((await progress('cityCoordinator')).rows).toEqual((await progress()).rows);
  for (const view of ['progress', 'chases']) {
    expect((await platform.send('countyB', `/api/v1/campaigns/${id}/${view}`)).status).toBe(404);
  }
  expect((await platform.send('hospital', `/api/v1/campaigns/${id}/chases`)).status).toBe(404);
});

test('asked for a phase or a deadline, it is what belongs there, and who owes it', async () => {
  const all = await progress();
  const ofPhase = await progress('coordinator', '?phase=self-check');
  expect(ofPhase.columns).toEqual(all.columns.filter(({ phase }) => phase === 'self-check'));
  expect(ofPhase.columns.length).toBeGreaterThan(0);
  expect(ofPhase.columns.length).toBeLessThan(all.columns.length);
  const owing = ({ columns, rows }: Schemas['Progress'], source: string) =>
    rows
      .filter(({ states }) => states[columns.findIndex((column) => column.source === source)] !== '.')
      .map(({ unit }) => unit)
      .sort();
  for (const { source } of ofPhase.columns) expect(owing(ofPhase, source)).toEqual(owing(all, source));
  expect(ofPhase.rows.every(({ states }) => /[^.]/.test(states))).toBe(true);

  const at = await progress('coordinator', `?due=${encodeURIComponent(STATISTICS)}`);
  expect(new Set(at.columns.map(({ due }) => instant(due)))).toEqual(new Set([STATISTICS]));
  expect((await progress('coordinator', '?phase=no-such-phase')).rows).toEqual([]);
  expect((await platform.send('coordinator', `/api/v1/campaigns/${id}/progress?due=tomorrow`)).status).toBe(422);
});

test('what happened to one report is read with it, by its unit too, and not by others', async () => {
  const report = await path('a-clinic-1');
  const events = await read<{ items: Schemas['Event'][] }>('clinic', `${report}/events`);
  expect(events.items.map(({ kind, data }) => [kind, data['content']])).toEqual([
    ['deadlinePassed', undefined],
    ['reportSubmitted', '统计表'],
  ]);
  expect(events.items[0]?.data).toEqual({});
  expect((await platform.send('hospital', `/api/v1/${report}/events`)).status).toBe(404);
  expect((await platform.send('countyB', `/api/v1/${report}/events`)).status).toBe(404);
});

test('a chase tells each unit once, and says who was skipped and why', async () => {
  const key = { 'idempotency-key': newKey() };
  await done(platform, 'coordinator', `campaigns/${id}/participant-removals`, {
    unit: unit('a-clinic-2'),
    reason: '停业',
  });
  const named = ['a-peoples', 'a-tcm', 'a-clinic-2', 'b-bureau'];
  const message = '请于今日下班前补报';
  const [first, again] = [await chase(named, { message }, key), await chase(named, { message }, key)];
  expect(first).toMatchObject({ status: 201, json: { events: ['unitsChased'] } });
  expect(again).toEqual(first);
  expect(await chasesHeard('hospital')).toEqual([
    '打击虚构门诊大病病情套取医保基金“百日专项整治行动”：催办：请于今日下班前补报（逾期 0 项，待报 1 项）',
  ]);
  const record = (await campaignEvents(platform, id)).filter(({ kind }) => kind === 'unitsChased');
  expect(record.map(({ data }) => data)).toEqual([
    {
      message,
      told: 2,
      units: [unit('a-peoples'), unit('a-tcm')],
      skipped: [
        { unit: unit('a-clinic-2'), why: 'dropped' },
        { unit: unit('b-bureau'), why: 'notTakingPart' },
      ],
    },
  ]);
});

test('within a day nobody is chased again; afterwards they are', async () => {
  await platform.pass('23 hours');
  await chase(['a-peoples', 'a-tcm', 'a-maternity']);
  const [second] = await chases();
  expect(second?.units.map(({ name }) => name)).toEqual(['甲县妇幼保健院']);
  expect(second?.skipped.map(({ name, why }) => [name, why]).sort()).toEqual([
    ['甲县中医医院', 'chasedLately'],
    ['甲县人民医院', 'chasedLately'],
  ]);
  expect(await chasesHeard('hospital')).toHaveLength(1);
  await platform.pass('2 hours');
  await chase(['a-peoples']);
  expect(await chasesHeard('hospital')).toHaveLength(2);
});

test('who chased, when, and who read it is told newest first, a page at a time, or for one unit', async () => {
  const client = await platform.as('hospital');
  const [told] = (await toldOf(platform, 'hospital', id)).filter(({ subjectZh }) => subjectZh.includes('补报'));
  await client.PUT('/api/v1/notifications/{id}/read', { params: { path: { id: told?.id ?? '' } } });
  const all = await chases();
  expect(all.map(({ by, units }) => [by, units.length])).toEqual([
    ['coordinator', 1],
    ['coordinator', 1],
    ['coordinator', 2],
  ]);
  expect(all[2]?.units.map(({ name, readAt, mail }) => [name, readAt !== null, mail])).toEqual([
    ['甲县中医医院', false, 'waiting'],
    ['甲县人民医院', true, 'waiting'],
  ]);
  expect((await chases(`?after=${all[1]?.seq}&limit=1`)).map(({ seq }) => seq)).toEqual([all[2]?.seq]);
  const own = await chases(`?unit=${unit('a-tcm')}`);
  expect(own.map(({ units, skipped }) => [units.length, skipped.length])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect((await progress()).rows.find((row) => row.unit === unit('a-tcm'))?.chasedAt).not.toBeNull();
});

test('only a coordinator of the region chases, and names units', async () => {
  expect((await chase(['a-peoples'], {}, {}, 'leader')).status).toBe(403);
  expect((await chase(['a-peoples'], {}, {}, 'hospital')).status).toBe(403);
  expect((await chase(['a-peoples'], {}, {}, 'countyB')).status).toBe(404);
  expect((await chase([])).status).toBe(422);
  expect((await chase(['a-peoples'], { message: ' ' })).status).toBe(422);
  expect(await chasesHeard('hospital')).toHaveLength(2);
});

test('three thousand units by twenty-six reports are read and chased at once', async () => {
  await platform.db.within(EVERYWHERE, async (tx) => {
    const many = (text: string) => tx.query({ text, values: [id] });
    await many(`with made as (insert into unit (id, region, name, kind, type)
        select gen_random_uuid(), c.region, '第 ' || n || ' 家', 'institution', 'clinic' from campaign c, generate_series(1, 3000) n where c.id = $1 returning id, region)
      insert into participant (campaign_id, unit_id, region, joined_at) select $1, id, region, now() from made`);
    await many(`insert into obligation (campaign_id, unit_id, region, source, period, name, due_at, status)
      select $1, p.unit_id, p.region, 'weekly', to_char(n, 'FM00'), '周报', timestamptz '2023-03-01 17:00+08' + n * interval '7 days', 'overdue'
      from participant p, generate_series(1, 26) n where p.campaign_id = $1 and p.dropped_at is null`);
  });
  const began = performance.now();
  const { rows, columns } = await progress();
  const took = performance.now() - began;
  expect([rows.length, columns.length]).toEqual([3_017, 34]);
  const units = rows.slice(0, 3_000).map((row) => row.unit);
  const answer = await post(platform, 'coordinator', `/api/v1/campaigns/${id}/chases`, { units });
  expect(answer.status).toBe(201);
  const [newest] = await chases('?limit=1');
  expect((newest?.units.length ?? 0) + (newest?.skipped.length ?? 0)).toBe(3_000);
  expect(took).toBeLessThan(5_000);
}, 60_000);
