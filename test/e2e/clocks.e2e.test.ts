import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant } from '@fundguard/domain';
import { act, caseEvents, caseOf, openLead, post, walkTo } from '../support/case-walk.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-03-02T01:00:00Z') });
  id = await openLead(platform);
  await walkTo(platform, id, 'investigation');
}, 60_000);
afterAll(() => platform?.stop());

const clocks = async (on?: string) => {
  const client = await platform.as('investigator');
  const { data } = await client.GET('/api/v1/cases/{id}/clocks', {
    params: { path: { id }, query: on ? { on } : {} },
  });
  return data?.items ?? [];
};
const excluded = { clock: 'decision', kind: 'appraisal', from: '2026-03-02', reason: '委托鉴定机构出具意见' };

test('a case takes the law of its region, and every limit explains itself', async () => {
  expect((await caseOf(platform, id)).law).toBe('national@2+demo-city@1');
  const [decision] = await clocks();
  expect(decision).toMatchObject({
    clock: 'decision',
    steps: [{ kind: 'start' }, { kind: 'length', to: '2026-05-31' }, { kind: 'unread' }],
    standing: { state: 'running', days: 90 },
  });
});

test('a limit is asked about as of any day; the case stays as it is', async () => {
  const before = await caseOf(platform, id);
  expect((await clocks('2026-05-31'))[0]?.standing).toMatchObject({ state: 'lastDay' });
  expect((await clocks('2026-06-02'))[0]?.standing).toMatchObject({ state: 'passed', days: -2, workingDays: -2 });
  expect((await caseOf(platform, id)).version).toBe(before.version);
});

test('excluded time stops the limit for everybody: the list, the timers and the explanation', async () => {
  await act(platform, 'leader', id, 'time-exclusions', excluded);
  const file = await caseOf(platform, id);
  expect(file.clocks[0]).toMatchObject({ pausedFrom: '2026-03-02' });
  const again = await post(platform, 'leader', `/api/v1/cases/${id}/time-exclusions`, { ...excluded, kind: 'hearing' });
  expect(again).toMatchObject({ status: 422, json: { type: '/problems/exclusion.overlaps' } });
  const wrong = await post(platform, 'investigator', `/api/v1/cases/${id}/time-exclusions`, excluded);
  expect(wrong.status).toBe(403);

  const exclusion = file.exclusions?.[0]?.id;
  await act(platform, 'investigator', id, 'time-resumptions', { exclusion, until: '2026-03-02' });
  const [decision] = await clocks();
  // The day of filing does not count itself, so nothing of it can be taken out.
  expect(decision?.steps.map(({ kind }) => kind)).toEqual(['start', 'length', 'excluded', 'unread']);
  expect(decision).not.toHaveProperty('pausedFrom');
  const kinds = (await caseEvents(platform, id)).map(({ kind }) => kind);
  expect(kinds.slice(-2)).toEqual(['timeExcluded', 'timeResumed']);
});

test('what the law does not exclude is refused with its article', async () => {
  const refused = await post(platform, 'leader', `/api/v1/cases/${id}/time-exclusions`, {
    ...excluded,
    kind: 'litigation',
  });
  expect(refused).toMatchObject({
    status: 422,
    json: { type: '/problems/exclusion.not-provided', field: 'kind', article: expect.stringContaining('第六十条') },
  });
});

test('deadlines without a case: any limit, step by step', async () => {
  const client = await platform.as('investigator');
  const { data } = await client.POST('/api/v1/deadline-assessments', {
    body: { clock: 'finePayment', from: '2026-09-18', on: '2026-10-09' },
  });
  expect(data).toMatchObject({ lastDay: '2026-10-08', standing: { state: 'passed', days: -1 } });
  const refused = await post(platform, 'investigator', '/api/v1/deadline-assessments', {
    clock: 'x',
    from: '2026-09-18',
  });
  expect(refused).toMatchObject({ status: 422, json: { type: '/problems/deadline.unknown', field: 'clock' } });
});
