import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Instant, instant } from '@fundguard/domain';
import {
  HUNDRED_DAYS,
  campaignEvents,
  campaignOf,
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
import { eventually } from '../support/eventually.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { record } from '../support/record.js';

/** Beijing time, `2023-03-31 23:59:59`. */
const at = (text: string): Instant => instant(`${text.replace(' ', 'T')}+08:00`);
const DUES = ['2023-03-31', '2023-04-10', '2023-04-30', '2023-06-30'].map((day) => at(`${day} 23:59:59`));
const [STATISTICS, SELF_CHECK] = DUES as [Instant, Instant];

let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-13T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const unit = (key: string) => platform.organisation.unit(key);
const owed = (key: string, due: Instant) =>
  theObligation(platform, 'coordinator', { campaign: id, unit: unit(key), due });
const subjects = async (who: 'clinic' | 'coordinator' | 'leader') =>
  (await toldOf(platform, who, id)).map(({ subjectZh }) => subjectZh.replace(/^.*”[ ：]/, ''));

test('a plan is drafted by the coordinator, approved by somebody else, and launched', async () => {
  const region = platform.organisation.region('990001');
  const draft = { plan: HUNDRED_DAYS, region, start: '2023-03-14' };
  ({ id } = await done(platform, 'coordinator', 'campaigns', draft));
  const early = await post(platform, 'coordinator', `/api/v1/campaigns/${id}/launch`, {});
  expect(early).toMatchObject({
    status: 409,
    json: { type: '/problems/campaign.status', standing: { status: 'draft' } },
  });
  expect((await post(platform, 'coordinator', `/api/v1/campaigns/${id}/approval`, {})).status).toBe(403);

  const own = await done(platform, 'countyB', 'campaigns', {
    ...draft,
    region: platform.organisation.region('990002'),
  });
  expect(await post(platform, 'countyB', `/api/v1/campaigns/${own.id}/approval`, {})).toMatchObject({
    status: 403,
    json: { type: '/problems/permission.four-eyes' },
  });

  await done(platform, 'leader', `campaigns/${id}/approval`);
  await done(platform, 'coordinator', `campaigns/${id}/launch`);
  const running = await campaignOf(platform, id);
  expect(running).toMatchObject({ status: 'running', end: '2023-06-30', nominalEnd: at('2023-06-22 23:59:59') });
  expect(running.obligations).toEqual({ open: 35 });
});

test('every unit owes what the plan says it does; one workflow waits at each distinct instant', async () => {
  const rows = await obligations(platform, 'coordinator', { campaign: id });
  const perDue = DUES.map((due) => rows.filter((row) => row.due === due).length);
  expect(perDue).toEqual([16, 15, 1, 3]);
  const own = await obligations(platform, 'hospital', { campaign: id });
  expect(own.map(({ source, due }) => [source, due])).toEqual([
    ['registration-and-settlement-stats', STATISTICS],
    ['self-check-report', SELF_CHECK],
  ]);
  expect((await deadlines(platform, id)).map(({ due, open, provisional }) => [due, open, provisional])).toEqual(
    DUES.map((due) => [due, true, false]),
  );
  expect(await runningDeadlines(platform, id, DUES)).toEqual(DUES);
});

test('who does not report is reminded, overdue at the instant, and the ladder climbs past it', async () => {
  await platform.passUntil(at('2023-04-04 12:00:00'));
  const step = (kind: string, due: string, rung: string, count: number) =>
    expectClockwork(platform, id, { kind, due: at(due), data: { due: STATISTICS, rung, obligations: count } });
  await step('deadlineReminded', '2023-03-30 23:59:59', 'remind-1d', 16);
  await step('deadlineReminded', '2023-03-31 21:59:59', 'remind-2h', 16);
  await step('deadlinePassed', '2023-03-31 23:59:59', 'overdue', 16);
  await step('deadlineEscalated', '2023-04-03 23:59:59', 'press-1wd', 16);
  expect(await owed('a-clinic-1', STATISTICS)).toMatchObject({ status: 'overdue' });

  // A late zero report is a report: it ends the ladder for this unit, and makes it a key target.
  const { id: late } = await owed('a-clinic-1', STATISTICS);
  await done(platform, 'clinic', `obligations/${late}/submission`, { content: '未发现问题', zero: true });
  expect(await owed('a-clinic-1', STATISTICS)).toMatchObject({ status: 'submitted', late: true, zero: true });
  await platform.passUntil(SELF_CHECK);
  await step('deadlineEscalated', '2023-04-06 23:59:59', 'supervise-3wd', 15);
  await step('deadlineEscalated', '2023-04-10 23:59:59', 'interview-5wd', 15);
  const told = [
    ...['提前一日催办', '提前两小时催办', '逾期通知', '通报负责人和协调人'].map(
      (rung) => `${rung}：门诊大病就诊结算信息统计`,
    ),
    ...['提前一日催办', '提前两小时催办', '逾期通知'].map((rung) => `${rung}：自查自纠整改情况（书面）`),
  ];
  // The other deadline falls on the same instant; which of the two is taken first is open.
  await eventually(async () => expect(await subjects('clinic')).toEqual(told));
  const ladder = (all: string[]) => all.filter((subject) => /项$/.test(subject));
  expect(ladder(await subjects('coordinator'))).toEqual([
    '通报负责人和协调人：16 项',
    '督办单：15 项',
    '拟约谈，列为重点检查对象：15 项',
  ]);
  expect(ladder(await subjects('leader'))).toEqual(['拟约谈，列为重点检查对象：15 项']);
});

test('a zero report and the top of the ladder make key targets', async () => {
  const client = await platform.as('coordinator');
  const { data } = await client.GET('/api/v1/campaigns/{id}/participants', { params: { path: { id } } });
  const targets = data?.items.filter(({ keyTarget }) => keyTarget !== null) ?? [];
  expect(targets).toHaveLength(16);
  expect(targets.find((each) => each.unit === unit('a-clinic-1'))).toMatchObject({ keyTarget: 'zero-report' });
  expect(targets.find((each) => each.unit === unit('a-agency'))).toBeUndefined();
});

test('phases begin and end at their instants, and the hundredth day is told beside them', async () => {
  await platform.passUntil(at('2023-06-23 09:00:00'));
  const clockwork = (kind: string, due: string, data: object) =>
    expectClockwork(platform, id, { kind, due: at(due), data });
  await clockwork('nominalEndReached', '2023-06-22 23:59:59', {});
  await clockwork('phaseStarted', '2023-03-14 00:00:00', { phase: 'kick-off' });
  await clockwork('phaseEnded', '2023-03-20 23:59:59', { phase: 'kick-off' });
  await clockwork('phaseStarted', '2023-03-21 00:00:00', { phase: 'survey-files' });
  await clockwork('phaseEnded', '2023-05-31 23:59:59', { phase: 'spot-recheck' });
  const { phases } = await campaignOf(platform, id);
  expect(phases.map(({ status }) => status)).toEqual(['ended', 'ended', 'ended', 'ended', 'ended', 'running']);
  expect((await subjects('leader')).filter((subject) => subject.startsWith('名义期限'))).toHaveLength(1);
});

test('a phase is closed, the campaign summed up and closed: with something still owed only for a reason', async () => {
  await done(platform, 'coordinator', `campaigns/${id}/phase-closures`, { phase: 'summary', note: '提前完成' });
  await done(platform, 'coordinator', `campaigns/${id}/summary`, { summary: '追回基金 386.4 万元' });
  expect((await post(platform, 'coordinator', `/api/v1/campaigns/${id}/closure`, {})).status).toBe(403);
  expect(await post(platform, 'leader', `/api/v1/campaigns/${id}/closure`, {})).toMatchObject({
    status: 409,
    json: {
      type: '/problems/campaign.outstanding',
      field: 'reason',
      detailEn: expect.stringContaining('35 obligations'),
    },
  });
  await done(platform, 'leader', `campaigns/${id}/closure`, { reason: '未报单位另案处理' });
  expect((await campaignEvents(platform, id)).at(-1)).toMatchObject({
    kind: 'campaignClosed',
    data: { reason: '未报单位另案处理', outstanding: 35 },
  });
  expect((await deadlines(platform, id)).filter(({ open }) => open)).toEqual([]);
  await heard(platform);
  await eventually(async () => {
    expect(await runningDeadlines(platform, id, DUES)).toEqual([]);
    const { status } = await platform.temporal.client.workflow.getHandle(`campaign/${id}`).describe();
    expect(status.name).toBe('COMPLETED');
  });
  const kinds = (await campaignEvents(platform, id)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'phaseEnded')).toHaveLength(5);
  await record(platform, `campaign/${id}`, 'hundred-day-campaign');
  await record(platform, `deadline/${id}/${STATISTICS}`, 'deadline-climbed-to-the-top');
});
