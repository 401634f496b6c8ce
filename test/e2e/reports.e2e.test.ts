import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { type Instant, instant } from '@fundguard/domain';
import { campaignEvents, done, launch, theObligation } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const DUE = instant('2023-03-31T23:59:59+08:00');
const SELF_CHECK = instant('2023-04-10T23:59:59+08:00');
const content = { content: '门诊大病办理 1,204 人次', figures: { 人次: '1204' } };

let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-13T01:00:00Z') });
  id = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const owed = (key: string, due: Instant = DUE) =>
  theObligation(platform, 'coordinator', { campaign: id, unit: platform.organisation.unit(key), due });
const path = async (key: string, due?: Instant) => `obligations/${(await owed(key, due)).id}`;
const refused = async (who: Name, at: string, body: object = {}) => {
  const { status, json } = await post(platform, who, `/api/v1/${at}`, body);
  return { status, type: json['type'], standing: json['standing'] };
};

test('a report is submitted by the unit alone, returned with a reason, submitted again and accepted', async () => {
  const report = await path('a-peoples');
  expect(await refused('clinic', `${report}/submission`, content)).toMatchObject({ status: 404 });
  const seen = async (who: Name) => (await platform.send(who, `/api/v1/${report}`)).status;
  expect([await seen('hospital'), await seen('coordinator'), await seen('clinic')]).toEqual([200, 200, 404]);
  expect(await refused('agency', `${report}/acceptance`)).toMatchObject({
    status: 409,
    type: '/problems/obligation.status',
    standing: { status: 'open' },
  });
  await done(platform, 'hospital', `${report}/submission`, content);
  await done(platform, 'hospital', `${report}/submission`, { ...content, content: '重报：1,204 人次' });
  expect(await refused('coordinator', `${report}/return`)).toMatchObject({ status: 422 });
  await done(platform, 'coordinator', `${report}/return`, { reason: '缺少结算数据' });
  expect(await owed('a-peoples')).toMatchObject({ status: 'returned', note: '缺少结算数据', version: 4 });
  await done(platform, 'hospital', `${report}/submission`, content);
  await done(platform, 'agency', `${report}/acceptance`);
  expect(await owed('a-peoples')).toMatchObject({
    ...{ status: 'accepted', late: false, report: content, receiver: '医保局', receipt: { by: 'agency' } },
  });
  const record = (await campaignEvents(platform, id)).filter(({ data }) => report.endsWith(String(data['obligation'])));
  expect(record.map(({ kind, actor }) => [kind, actor.name])).toEqual([
    ['reportSubmitted', 'hospital'],
    ['reportSubmitted', 'hospital'],
    ['reportReturned', 'coordinator'],
    ['reportSubmitted', 'hospital'],
    ['reportAccepted', 'agency'],
  ]);
});

test('what is owed is waived by the coordinator with a reason, and then not owed', async () => {
  const analysis = await path('a-bureau');
  expect(await refused('agency', `${analysis}/waiver`, { reason: '免报' })).toMatchObject({ status: 403 });
  expect(await refused('coordinator', `${analysis}/waiver`)).toMatchObject({ status: 422 });
  await done(platform, 'coordinator', `${analysis}/waiver`, { reason: '由市局统一研判' });
  expect(await owed('a-bureau')).toMatchObject({ status: 'waived', note: '由市局统一研判' });
  expect(await refused('bureau', `${analysis}/submission`, content)).toMatchObject({ standing: { status: 'waived' } });
});

test('after its instant a report is late, and one that is sent back is overdue again', async () => {
  await done(platform, 'hospital', `${await path('a-peoples', SELF_CHECK)}/submission`, content);
  await platform.passUntil(instant('2023-04-11T09:00:00+08:00'));
  const late = await path('a-clinic-1');
  expect(await owed('a-clinic-1')).toMatchObject({ status: 'overdue', late: false });
  await done(platform, 'clinic', `${late}/submission`, content);
  expect(await owed('a-clinic-1')).toMatchObject({ status: 'submitted', late: true });
  await done(platform, 'coordinator', `${late}/return`, { reason: '数据有误' });
  expect(await owed('a-clinic-1')).toMatchObject({ status: 'overdue' });
  await done(platform, 'clinic', `${late}/submission`, content);
  await done(platform, 'agency', `${late}/acceptance`);
  expect(await owed('a-clinic-1')).toMatchObject({ status: 'accepted', late: true });
});

test('ten reviewers at once: one accepts the report', async () => {
  const report = await path('a-peoples', SELF_CHECK);
  const reviewers: Name[] = Array.from({ length: 10 }, (_, index) => (index % 2 ? 'agency' : 'coordinator'));
  const answers = await Promise.all(reviewers.map((who) => post(platform, who, `/api/v1/${report}/acceptance`, {})));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused).toHaveLength(9);
  expect((refused[0]?.json as Schemas['Problem']).standing).toMatchObject({ status: 'accepted', version: 3 });
});
