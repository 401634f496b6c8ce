import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Instant, instant } from '@fundguard/domain';
import {
  LOOK_BACK,
  campaignEvents,
  deadlines,
  done,
  expectClockwork,
  heard,
  obligations,
  runningDeadlines,
  theObligation,
  toldOf,
} from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const at = (text: string): Instant => instant(`${text.replace(' ', 'T')}+08:00`);
/** Every Thursday at 17:00 until the end of January; New Year's Eve is an ordinary Thursday. */
const THURSDAYS = ['2020-12-24', '2020-12-31', '2021-01-07', '2021-01-14', '2021-01-21', '2021-01-28'].map((day) =>
  at(`${day} 17:00:00`),
);
const [FIRST, SECOND] = THURSDAYS as [Instant, Instant];
const SUMMARY = at('2021-01-29 23:59:59');

let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2020-12-20T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const unit = (key: string) => platform.organisation.unit(key);
const report = (key: string, due: Instant) =>
  theObligation(platform, 'cityCoordinator', { campaign: id, unit: unit(key), due });
/** What the ladder told somebody, without the campaign's name. */
const inbox = async (who: 'bureau' | 'countyBContact' | 'cityCoordinator' | 'coordinator') =>
  (await toldOf(platform, who, id))
    .filter(({ due }) => due !== null)
    .map(({ subjectEn }) => subjectEn.replace(/^.*） /, ''));

test('the city owes itself nothing: its counties report every Thursday at 17:00, and once at the end', async () => {
  const region = platform.organisation.region('990000');
  ({ id } = await done(platform, 'cityCoordinator', 'campaigns', { plan: LOOK_BACK, region, start: '2020-12-20' }));
  await done(platform, 'cityLeader', `campaigns/${id}/approval`);
  await done(platform, 'cityCoordinator', `campaigns/${id}/launch`);
  const rows = await obligations(platform, 'cityCoordinator', { campaign: id });
  const counties = ['a-bureau', 'b-bureau', 'c-bureau'].map(unit);
  for (const due of [...THURSDAYS, SUMMARY]) {
    expect(
      rows
        .filter((row) => row.due === due)
        .map((row) => row.unit)
        .sort(),
    ).toEqual([...counties].sort());
  }
  expect(rows).toHaveLength(21);
  expect(rows.filter(({ due }) => due === FIRST).map(({ period }) => period)).toEqual(Array(3).fill('2020-12-24'));
  expect(await runningDeadlines(platform, id, [...THURSDAYS, SUMMARY])).toEqual([...THURSDAYS, SUMMARY]);
  expect((await deadlines(platform, id, 'cityCoordinator')).map(({ due }) => due)).toEqual([...THURSDAYS, SUMMARY]);
});

test('a county sees the city campaign and its own reports in it, not those of other counties, nor the record', async () => {
  const client = await platform.as('countyBContact');
  const { data } = await client.GET('/api/v1/campaigns/{id}', { params: { path: { id } } });
  expect(data).toMatchObject({ status: 'running', obligations: { open: 7 } });
  const own = await obligations(platform, 'countyBContact');
  expect([...new Set(own.map((row) => row.unit))]).toEqual([unit('b-bureau')]);
  expect(own[0]?.campaignName).toContain('回头看');
  const foreign = await report('a-bureau', FIRST);
  const content = { content: '检查 12 家' };
  expect((await post(platform, 'countyBContact', `/api/v1/obligations/${foreign.id}/submission`, content)).status).toBe(
    404,
  );
  for (const path of [`obligations/${foreign.id}`, `campaigns/${id}/events`]) {
    expect((await platform.send('countyBContact', `/api/v1/${path}`)).status).toBe(404);
  }
  // A county's own coordinator does not run the city's campaign.
  const { id: own1 } = await report('b-bureau', FIRST);
  expect((await post(platform, 'countyB', `/api/v1/obligations/${own1}/waiver`, { reason: '免报' })).status).toBe(404);
  const move = { from: FIRST, to: SECOND, reason: '延期' };
  expect((await post(platform, 'countyB', `/api/v1/campaigns/${id}/deadline-moves`, move)).status).toBe(404);
});

test('who reported by Thursday 17:00 is left alone; who did not is overdue at that instant', async () => {
  const { id: early } = await report('b-bureau', FIRST);
  await done(platform, 'countyBContact', `obligations/${early}/submission`, { values: { checked: '12' } });
  await platform.passUntil(at('2020-12-29 18:00:00'));
  const clockwork = (kind: string, due: string, rung: string, count: number) =>
    expectClockwork(
      platform,
      id,
      { kind, due: at(due), data: { due: FIRST, rung, obligations: count } },
      'cityCoordinator',
    );
  await clockwork('deadlineReminded', '2020-12-23 17:00:00', 'remind-1d', 2);
  await clockwork('deadlineReminded', '2020-12-24 15:00:00', 'remind-2h', 2);
  await clockwork('deadlinePassed', '2020-12-24 17:00:00', 'overdue', 2);
  await clockwork('deadlineEscalated', '2020-12-25 17:00:00', 'press-1wd', 2);
  await clockwork('deadlineEscalated', '2020-12-29 17:00:00', 'supervise-3wd', 2);
  expect(await report('a-bureau', FIRST)).toMatchObject({
    status: 'overdue',
    overdueAt: expect.stringMatching(/^2020-12-24T09:00:0/),
  });
  expect(await report('b-bureau', FIRST)).toMatchObject({ status: 'submitted', late: false });

  const name = '“回头看”进展情况';
  expect(await inbox('bureau')).toEqual([
    `Reminder one day before: ${name}`,
    `Reminder two hours before: ${name}`,
    `Overdue: ${name}`,
    `Unit's head and coordinator told: ${name}`,
  ]);
  expect(await inbox('countyBContact')).toEqual([]);
  expect(await inbox('cityCoordinator')).toEqual([
    "Unit's head and coordinator told: 2 obligations",
    'Supervision order: 2 obligations',
  ]);
  expect(await inbox('coordinator')).toEqual([]);
});

test('the city accepts the report, not the county that wrote it', async () => {
  const { id: early } = await report('b-bureau', FIRST);
  expect((await post(platform, 'countyB', `/api/v1/obligations/${early}/acceptance`, {})).status).toBe(404);
  await done(platform, 'cityCoordinator', `obligations/${early}/acceptance`, { note: '数据一致' });
  expect(await report('b-bureau', FIRST)).toMatchObject({ status: 'accepted', note: '数据一致' });
  expect((await campaignEvents(platform, id, 'cityCoordinator')).at(-1)).toMatchObject({
    kind: 'reportAccepted',
    data: { unit: unit('b-bureau'), source: 'weekly-progress', period: '2020-12-24' },
  });
});

test('while a campaign rests the reports of those weeks are waived, and later ones keep their Thursday', async () => {
  await platform.passUntil(at('2020-12-30 09:00:00'));
  await done(platform, 'cityLeader', `campaigns/${id}/pause`, { reason: '疫情防控' });
  await platform.passUntil(at('2021-01-08 09:00:00'));
  await done(platform, 'cityLeader', `campaigns/${id}/resumption`, { reason: '恢复' });
  await heard(platform);
  const weekly = async (due: Instant) =>
    (await obligations(platform, 'cityCoordinator', { campaign: id, due })).map(({ status }) => status);
  expect(await weekly(SECOND)).toEqual(Array(3).fill('waived'));
  expect(await weekly(THURSDAYS[2] as Instant)).toEqual(Array(3).fill('waived'));
  expect(await weekly(THURSDAYS[3] as Instant)).toEqual(Array(3).fill('open'));
  expect(await weekly(at('2021-02-07 23:59:59'))).toEqual(Array(3).fill('open'));
});
