import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reproject } from '@fundguard/casework';
import { type Instant, instant } from '@fundguard/domain';
import {
  campaignEvents,
  deadlines,
  done,
  expectClockwork,
  heard,
  launch,
  obligations,
  toldOf,
} from '../support/campaign-walk.js';
import { caseEvents, caseOf, openLead } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const endOf = (day: string): Instant => instant(`${day}T23:59:59+08:00`);
/** Invented for the test: no notice for 2027 was published when it was written. */
const NOTICE = {
  year: 2027,
  notice: '测试用',
  holidays: ['2027-01-01', '2027-01-04', '2027-01-29'],
  workdays: ['2027-01-09'],
};
const DUE = endOf('2027-01-01');

let platform: TestPlatform;
let campaign: string;
let monthly: string;
let lead: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-12-14T01:00:00Z') });
  campaign = await launch(platform, { start: '2026-12-15' });
  const region = platform.organisation.region('990001');
  const plan = { plan: 't003-01-yixing-full-coverage', region, start: '2027-01-04' };
  ({ id: monthly } = await done(platform, 'coordinator', 'campaigns', plan));
  await done(platform, 'leader', `campaigns/${monthly}/approval`);
  await done(platform, 'coordinator', `campaigns/${monthly}/launch`);
  lead = await openLead(platform);
}, 60_000);
afterAll(() => platform?.stop());

const load = async (who: Name, body: object, year = 2027) => {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'PUT', headers, body: JSON.stringify(body) };
  const response = await platform.send(who, `/api/v1/calendars/${year}`, init);
  const json: unknown = response.status === 204 ? undefined : await response.json();
  return { status: response.status, json };
};
const rungs = async () => {
  const found = (await deadlines(platform, campaign)).find(({ due }) => due === DUE);
  return { provisional: found?.provisional, after: found?.steps.slice(3).map(({ at }) => at) };
};

test('what reaches into a year without a holiday notice is provisional', async () => {
  const provisional = (await deadlines(platform, campaign)).map((each) => each.provisional);
  expect(provisional).toEqual([true, true, true, true]);
  const days = ['2027-01-04', '2027-01-06', '2027-01-08'];
  expect(await rungs()).toEqual({ provisional: true, after: days.map(endOf) });
  expect((await caseOf(platform, lead)).clocks).toMatchObject([{ due: endOf('2027-01-04'), provisional: true }]);
  expect(await reproject(platform.platform)).toBe(2); // the campaigns are looked at again, and the case has nothing new
});

test('a broken calendar is refused, and so is anybody who may not load one', async () => {
  const { version } = await platform.calendars.current();
  for (const [body, field] of [
    [{ ...NOTICE, workdays: ['2027-01-08'] }, 'workdays.0'],
    [{ ...NOTICE, holidays: ['2027-02-30'] }, 'holidays.0'],
    [{ ...NOTICE, holidays: ['2026-01-01'] }, 'holidays.0'],
    [{ ...NOTICE, year: '2027' }, 'year'],
    [{ ...NOTICE, year: 2026, holidays: [], workdays: [] }, 'year'],
  ] as const) {
    expect(await load('cityAdmin', body)).toMatchObject({ status: 422, json: { field } });
  }
  expect(await load('cityAdmin', NOTICE, 20.27)).toMatchObject({ status: 422 });
  expect(await load('coordinator', NOTICE)).toMatchObject({
    status: 403,
    json: { type: '/problems/permission.missing' },
  });
  expect((await platform.calendars.current()).version).toBe(version);
});

test('when the notice comes, ladders and limits are computed again, and the record says so', async () => {
  expect((await load('cityAdmin', NOTICE)).status).toBe(204);
  expect(await reproject(platform.platform)).toBe(3);
  const { version } = await platform.calendars.current();

  const days = ['2027-01-05', '2027-01-07', '2027-01-09'];
  expect(await rungs()).toEqual({ provisional: false, after: days.map(endOf) });
  expect((await campaignEvents(platform, campaign)).at(-1)).toMatchObject({
    kind: 'deadlinesReprojected',
    actor: { kind: 'machine', name: 'calendar' },
    data: { calendar: version, ladders: expect.arrayContaining([DUE]) },
  });
  const moved = { clock: 'verification', from: endOf('2027-01-04'), to: endOf('2027-01-06') };
  expect((await caseOf(platform, lead)).clocks).toMatchObject([
    { due: moved.to, provisional: false, calendar: version },
  ]);
  expect((await caseEvents(platform, lead)).at(-1)).toMatchObject({
    kind: 'limitsReprojected',
    actor: { kind: 'machine', name: 'calendar' },
    data: { calendar: version, moved: [moved] },
  });
  expect(await reproject(platform.platform)).toBe(0);
  expect((await load('cityAdmin', NOTICE)).status).toBe(204);
  expect(await reproject(platform.platform)).toBe(0);
});

test('who owes something whose day a holiday moved is told by which rule; what stands is not spoken of', async () => {
  const owed = await obligations(platform, 'coordinator', { campaign: monthly });
  const moved = owed.find(({ source, period }) => source === 'monthly-results' && period === '2027-01-31');
  expect(moved?.due).toBe(endOf('2027-01-28'));
  const told = await toldOf(platform, 'bureau', monthly);
  const said = told.map(({ subjectZh }) => subjectZh).filter((text) => text.includes('调整为'));
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => !/由 2027-01-\d\d 调整为|由 2027-02-\d\d 调整为/.test(text))).toEqual([]);
  expect(said.filter((text) => !/每月最后一个工作日|前一步报送后第 1 个工作日/.test(text))).toEqual([]);
});

test('the timers moved with them', async () => {
  await heard(platform);
  await platform.passUntil(endOf('2027-01-06'));
  const pressed = { due: DUE, rung: 'press-1wd', obligations: 16 };
  await expectClockwork(platform, campaign, { kind: 'deadlinePassed', due: DUE, data: { obligations: 16 } });
  await expectClockwork(platform, campaign, { kind: 'deadlineEscalated', due: endOf('2027-01-05'), data: pressed });
  await eventually(async () => {
    const clockwork = (await caseEvents(platform, lead)).filter(({ actor }) => actor.name === 'clock');
    expect(clockwork).toMatchObject([
      { kind: 'limitReminded', due: endOf('2027-01-05') },
      { kind: 'limitMissed', due: endOf('2027-01-06') },
    ]);
  });
});
