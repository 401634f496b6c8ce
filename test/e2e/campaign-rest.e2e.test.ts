import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Instant, instant } from '@fundguard/domain';
import {
  campaignEvents,
  campaignOf,
  deadlines,
  done,
  expectClockwork,
  launch,
  runningDeadlines,
  theObligation,
} from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const at = (text: string): Instant => instant(`${text.replace(' ', 'T')}+08:00`);
const endOf = (day: string): Instant => at(`${day} 23:59:59`);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-04-09T01:00:00Z') });
}, 60_000);
afterAll(() => platform?.stop());

const kinds = async (id: string) => (await campaignEvents(platform, id)).map(({ kind }) => kind);

test('while a campaign rests nobody is late, and everything ahead moves by the days it lasted', async () => {
  const id = await launch(platform, { start: '2023-04-10' });
  const dues = ['2023-04-27', '2023-05-07', '2023-05-27', '2023-07-27'].map(endOf);
  expect((await deadlines(platform, id)).map(({ due }) => due)).toEqual(dues);
  await platform.passUntil(at('2023-04-20 10:00:00'));
  expect((await post(platform, 'coordinator', `/api/v1/campaigns/${id}/pause`, { reason: '汛期' })).status).toBe(403);
  await done(platform, 'leader', `campaigns/${id}/pause`, { reason: '汛期' });
  await eventually(async () => expect(await runningDeadlines(platform, id, dues)).toEqual([]));

  await platform.passUntil(at('2023-04-30 09:00:00'));
  expect(await campaignOf(platform, id)).toMatchObject({ status: 'paused', obligations: { open: 35 } });
  const report = await theObligation(platform, 'hospital', { campaign: id, due: dues[0] as string });
  const rests = await post(platform, 'hospital', `/api/v1/obligations/${report.id}/submission`, { content: '统计表' });
  expect(rests).toMatchObject({ status: 409, json: { type: '/problems/campaign.status' } });

  await done(platform, 'leader', `campaigns/${id}/resumption`, { reason: '汛情解除' });
  const moved = ['2023-05-07', '2023-05-17', '2023-06-06', '2023-08-06'].map(endOf);
  const open = (await deadlines(platform, id)).filter((each) => each.open);
  expect(open.map(({ due }) => due)).toEqual(moved);
  expect(await runningDeadlines(platform, id, moved)).toEqual(moved);
  expect(await campaignOf(platform, id)).toMatchObject({
    status: 'running',
    end: '2023-08-06',
    nominalEnd: endOf('2023-07-29'),
  });
  await platform.passUntil(moved[0] as Instant);
  const passed = { kind: 'deadlinePassed', due: moved[0] as Instant, data: { obligations: 16 } };
  await expectClockwork(platform, id, passed);
  await platform.passUntil(at('2023-05-08 09:00:00'));
  await done(platform, 'leader', `campaigns/${id}/pause`, { reason: '再次汛期' });
  expect((await kinds(id)).filter((kind) => kind === 'deadlinePassed')).toHaveLength(1);
}, 60_000);

test('a ladder that was being climbed when the campaign came to rest is climbed on when it goes on', async () => {
  const [rested] =
    (await (await platform.as('leader')).GET('/api/v1/campaigns', { params: { query: { status: 'paused' } } })).data
      ?.items ?? [];
  const id = rested?.id ?? '';
  const due = endOf('2023-05-07');
  await platform.passUntil(at('2023-05-17 09:00:00'));
  expect((await kinds(id)).filter((kind) => kind === 'deadlineEscalated')).toEqual([]);
  await done(platform, 'leader', `campaigns/${id}/resumption`, { reason: '汛情解除' });
  await platform.passUntil(at('2023-05-18 09:00:00'));
  const [, ladder] = await deadlines(platform, id);
  // 21 May, where the last rung would have come to lie, is a Sunday.
  expect(ladder?.steps.slice(3).map(({ at: on }) => on)).toEqual(['2023-05-17', '2023-05-19', '2023-05-22'].map(endOf));
  const pressed = { due, rung: 'press-1wd', obligations: 16 };
  await expectClockwork(platform, id, { kind: 'deadlineEscalated', due: endOf('2023-05-17'), data: pressed });
  expect((await kinds(id)).filter((kind) => kind === 'deadlinePassed')).toHaveLength(1);
}, 60_000);
