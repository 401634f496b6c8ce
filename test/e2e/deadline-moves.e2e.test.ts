import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Instant, instant } from '@fundguard/domain';
import {
  campaignEvents,
  campaignOf,
  deadlines,
  done,
  expectClockwork,
  launch,
  obligations,
  runningDeadlines,
  toldOf,
} from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { record } from '../support/record.js';

const at = (text: string): Instant => instant(`${text.replace(' ', 'T')}+08:00`);
const endOf = (day: string): Instant => at(`${day} 23:59:59`);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-13T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const unit = (key: string) => platform.organisation.unit(key);

test('a moved deadline moves rows, phase and timer, and recalls what was sent for the old one', async () => {
  const id = await launch(platform);
  const [from, to] = [endOf('2023-03-31'), endOf('2023-04-07')];
  await platform.passUntil(at('2023-03-31 10:00:00'));
  await expectClockwork(platform, id, {
    kind: 'deadlineReminded',
    due: endOf('2023-03-30'),
    data: { obligations: 16 },
  });

  const move = (body: object) => post(platform, 'coordinator', `/api/v1/campaigns/${id}/deadline-moves`, body);
  const reason = '防汛';
  for (const [body, status, type] of [
    [{ from, to: endOf('2023-03-30'), reason }, 422, 'deadline.in-past'],
    [{ from: to, to: endOf('2023-04-05'), reason }, 422, 'deadline.not-later'],
    [{ from: endOf('2023-04-01'), to, reason }, 404, 'deadline.not-found'],
  ] as const) {
    expect(await move(body)).toMatchObject({ status, json: { type: `/problems/${type}` } });
  }
  await done(platform, 'coordinator', `campaigns/${id}/deadline-moves`, { from, to, reason });

  expect(await obligations(platform, 'coordinator', { campaign: id, due: from })).toEqual([]);
  expect(await obligations(platform, 'coordinator', { campaign: id, due: to })).toHaveLength(16);
  const { phases } = await campaignOf(platform, id);
  expect(phases.find((phase) => phase.id === 'survey-files')).toMatchObject({ end: to });
  const [before, after] = await deadlines(platform, id);
  expect(before).toMatchObject({ due: from, open: false, climbed: [{ rung: 'remind-1d', units: 16 }] });
  expect(before?.climbed[0]?.recalledAt).not.toBeNull();
  expect(after).toMatchObject({ due: to, open: true, climbed: [] });
  await eventually(async () => expect(await runningDeadlines(platform, id, [from, to])).toEqual([to]));

  const told = await toldOf(platform, 'clinic', id);
  expect(told.map(({ subjectEn, due }) => [subjectEn.replace(/打击.*” /, ''), due])).toEqual([
    ['Reminder one day before: 门诊大病就诊结算信息统计', from],
    ['The deadline was extended; recalled: Reminder one day before: 门诊大病就诊结算信息统计', null],
  ]);
  expect(told[0]?.recalledAt).not.toBeNull();

  await platform.passUntil(to);
  await expectClockwork(platform, id, { kind: 'deadlinePassed', due: to, data: { due: to, obligations: 16 } });
  await expectClockwork(platform, id, { kind: 'phaseEnded', due: to, data: { phase: 'survey-files' } });
  const passed = (await campaignEvents(platform, id)).filter(({ kind }) => kind === 'deadlinePassed');
  expect(passed).toHaveLength(1);
  await record(platform, `deadline/${id}/${from}`, 'deadline-recalled');
  await done(platform, 'leader', `campaigns/${id}/termination`, { reason: '试点结束' });
}, 60_000);

test('where one thing of many due at an instant gets more time, what was sent about the others stands', async () => {
  const id = await launch(platform, { start: '2023-03-28' });
  const from = endOf('2023-04-14');
  await platform.passUntil(at('2023-04-14 10:00:00'));
  await expectClockwork(platform, id, {
    kind: 'deadlineReminded',
    due: endOf('2023-04-13'),
    data: { obligations: 16 },
  });
  const one = { from, to: endOf('2023-04-18'), source: 'lead-analysis', reason: '等待数据' };
  await done(platform, 'coordinator', `campaigns/${id}/deadline-moves`, one);
  const recalled = (told: Awaited<ReturnType<typeof toldOf>>) => told.map(({ recalledAt }) => recalledAt !== null);
  expect(recalled(await toldOf(platform, 'bureau', id))).toEqual([true, false]);
  expect(recalled(await toldOf(platform, 'clinic', id))).toEqual([false]);
  const [stands] = await deadlines(platform, id);
  expect(stands).toMatchObject({ due: from, open: true, climbed: [{ rung: 'remind-1d', recalledAt: null }] });
  await done(platform, 'leader', `campaigns/${id}/termination`, { reason: '试点结束' });
}, 60_000);

test('one unit gets more time, the others do not; a unit that leaves owes nothing, one that joins owes what is ahead', async () => {
  const id = await launch(platform, { start: '2023-05-10' });
  const [from, to] = [endOf('2023-05-27'), endOf('2023-05-29')];
  const rows = (due: Instant) => obligations(platform, 'coordinator', { campaign: id, due });
  const more = { from, to, unit: unit('a-clinic-1'), reason: '设备故障' };
  await done(platform, 'coordinator', `campaigns/${id}/deadline-moves`, more);
  expect([(await rows(from)).length, (await rows(to)).map((row) => row.unit)]).toEqual([15, [unit('a-clinic-1')]]);
  expect(await runningDeadlines(platform, id, [from, to])).toEqual([from, to]);

  const leaving = { unit: unit('a-clinic-1'), reason: '注销' };
  await done(platform, 'coordinator', `campaigns/${id}/participant-removals`, leaving);
  const left = await obligations(platform, 'coordinator', { campaign: id, unit: unit('a-clinic-1') });
  expect(left.map(({ status, note }) => [status, note])).toEqual([
    ['waived', '注销'],
    ['waived', '注销'],
  ]);
  await eventually(async () => expect(await runningDeadlines(platform, id, [from, to])).toEqual([from]));

  await done(platform, 'coordinator', `campaigns/${id}/participants`, { unit: unit('a-clinic-1'), reason: '恢复营业' });
  const back = await obligations(platform, 'coordinator', { campaign: id, unit: unit('a-clinic-1'), status: 'open' });
  expect(back.map(({ due }) => due)).toEqual([from, endOf('2023-06-06')]);
  const nobody = { unit: unit('b-bureau'), reason: '参加' };
  expect(await post(platform, 'coordinator', `/api/v1/campaigns/${id}/participants`, nobody)).toMatchObject({
    status: 422,
    json: { type: '/problems/unit.unknown', field: 'unit' },
  });
  await done(platform, 'leader', `campaigns/${id}/termination`, { reason: '试点结束' });
  await eventually(async () => expect(await runningDeadlines(platform, id, [from])).toEqual([]));
}, 60_000);
