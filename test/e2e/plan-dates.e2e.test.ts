import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Schemas } from '@fundguard/client';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const PLAN = 't004-hundred-day-chronic-outpatient';
const COUNTY = '/990000/990001/';
const SELF_CHECK = 'phases.self-check.end';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
}, 60_000);
afterAll(() => platform?.stop());

const draft = async (dates: Record<string, string>) => {
  const client = await platform.as('coordinator');
  return client.POST('/api/v1/campaigns', {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: { plan: PLAN, region: COUNTY, start: '2026-12-01', dates },
  });
};

test('a chosen day is in the schedule, in the rehearsal and in the campaign that is drafted', async () => {
  const client = await platform.as('coordinator');
  const dates = `${SELF_CHECK}=2027-01-08,deliverables.self-check-report.due=2027-01-08`;
  const params = { path: { plan: PLAN }, query: { start: '2026-12-01', dates } };
  const { data: schedule } = await client.GET('/api/v1/plans/{plan}/schedule', { params });
  const end = '2027-01-08T15:59:59.000Z';
  expect(schedule?.phases.find(({ id }) => id === 'self-check')?.end).toBe(end);
  const { data: rehearsal } = await client.GET('/api/v1/plans/{plan}/rehearsal', {
    params: { ...params, query: { ...params.query, region: COUNTY } },
  });
  expect(rehearsal?.entries.filter(({ at, kind }) => at === end && kind === 'due')).toHaveLength(1);
  const { data: drafted } = await draft({ [SELF_CHECK]: '2027-01-08' });
  const { data: campaign } = await client.GET('/api/v1/campaigns/{id}', {
    params: { path: { id: drafted?.id ?? '' } },
  });
  expect(campaign?.phases.find(({ id }) => id === 'self-check')?.end).toBe(end);
});

test.each([
  ['outside the campaign', 'phases.summary.end', '2028-01-01', 'plan.date-outside', 'dates.phases.summary.end'],
  ['before the phase begins', SELF_CHECK, '2026-12-02', 'plan.phase-ends-before-start', SELF_CHECK],
  ['of no phase', 'phases.none.end', '2026-12-20', 'plan.no-such-date', 'dates.phases.none.end'],
])('a day %s is refused at its field', async (_what, place, on, code, field) => {
  const { error, response } = await draft({ [place]: on });
  const { type, field: refused } = error as unknown as Schemas['Problem'];
  expect([response.status, type.split('/').at(-1), refused]).toEqual([422, code, field]);
});

test('a plan that is written anew is checked in words, and nothing is kept', async () => {
  const client = await platform.as('coordinator');
  const check = async (text: string) => (await client.POST('/api/v1/plan-checks', { body: { text } })).data;
  const wrong = await check('id: My Plan\nversion: 1\n');
  expect(wrong?.plan).toBeUndefined();
  expect(wrong?.problems).toContainEqual(
    expect.objectContaining({ path: 'id', line: 1, zh: expect.any(String), en: expect.any(String) }),
  );
  const { data: own } = await client.GET('/api/v1/plans/{plan}', { params: { path: { plan: PLAN } } });
  const right = await check(JSON.stringify({ ...own, id: 'our-own-plan' }));
  expect([right?.problems, right?.plan?.id]).toEqual([[], 'our-own-plan']);
  const { data: plans } = await client.GET('/api/v1/plans');
  expect(plans?.items.map(({ id }) => id)).not.toContain('our-own-plan');
});
