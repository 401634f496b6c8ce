import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { dayOf, plusDays } from '@fundguard/domain';
import { PROPOSAL, act, caseOf, openLead, walkTo } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let lead: string;
let other: string;
beforeAll(async () => {
  platform = await startPlatform();
  lead = await openLead(platform, { title: '甲县人民医院叠加开药' });
  other = await openLead(platform, { title: '甲县第一诊所转借处方本' });
  await act(platform, 'investigator', lead, 'filing-request', { grounds: '首次申请' });
  await act(platform, 'leader', lead, 'filing-return', { reason: '补充核查' });
  await act(platform, 'investigator', lead, 'filing-request', { grounds: '补充后再次申请' });
}, 120_000);
afterAll(() => platform?.stop());

type Query = Record<string, string>;
const search = async (who: Name, query: Query = {}) => {
  const response = await platform.send(who, `/api/v1/events?${new URLSearchParams(query).toString()}`);
  return { status: response.status, page: (await response.json()) as Schemas['RecordPage'] };
};
const kinds = async (query: Query) => (await search('auditor', query)).page.items.map(({ kind }) => kind);

test('an auditor reads the record across files, newest first, with who did it and the file’s name', async () => {
  const { page } = await search('auditor');
  const ats = page.items.map(({ at }) => at);
  expect(ats).toEqual(ats.toSorted().reverse());
  expect(page.items[0]).toMatchObject({ kind: 'filingRequested', file: lead, about: 'case', seq: 4 });
  expect(page.items[0]?.title).toContain('叠加开药');
  expect(page.items[0]?.actor).toMatchObject({ account: platform.accounts.investigator });
});

test('it is searched by person, kind, file, words and days', async () => {
  expect(await kinds({ person: platform.accounts.leader })).toEqual(['filingReturned']);
  expect(await kinds({ kind: 'leadOpened' })).toEqual(['leadOpened', 'leadOpened']);
  expect(await kinds({ file: other })).toEqual(['leadOpened']);
  expect(await kinds({ q: '转借' })).toEqual(['leadOpened']);
  const today = dayOf(await platform.clock.now());
  expect(await kinds({ from: today, to: today })).toHaveLength(5);
  expect(await kinds({ to: plusDays(today, -1) })).toEqual([]);
  expect(await kinds({ from: plusDays(today, 1) })).toEqual([]);
});

test('pages of one event each bring every event once', async () => {
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { page }: { page: Schemas['RecordPage'] } = await search('auditor', { limit: '1', ...(after && { after }) });
    seen.push(...page.items.map(({ file, seq }) => `${file} ${seq}`));
    after = page.next;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

test.each([{ person: 'x' }, { from: '2026-02-30' }, { limit: '0' }, { after: 'nonsense' }])(
  '%j is refused',
  async (query: Query) => {
    expect((await search('auditor', query)).status).toBe(422);
  },
);

test('an event is shown beside what the same act said the last time, and the stage before it', async () => {
  const response = await platform.send('auditor', `/api/v1/events/${lead}/4`);
  expect(await response.json()).toMatchObject({
    event: { seq: 4, data: { grounds: '补充后再次申请', stage: 'filing' } },
    before: { seq: 2, data: { grounds: '首次申请' } },
    stageBefore: 'verification',
    prev: (await search('auditor', { file: lead })).page.items[1]?.hash,
  });
  for (const path of [`${lead}/99`, `${other}/2`])
    expect((await platform.send('auditor', `/api/v1/events/${path}`)).status).toBe(404);
  expect((await platform.send('auditor', `/api/v1/events/${lead}/none`)).status).toBe(422);
});

test('another county reads none of it, and its proof covers its own files alone', async () => {
  expect((await search('countyB')).page.items).toEqual([]);
  expect((await platform.send('countyB', `/api/v1/events/${lead}/1`)).status).toBe(404);
  const prove = async (who: Name): Promise<unknown> =>
    (await platform.send(who, '/api/v1/record/verification', { method: 'POST' })).json();
  expect(await prove('countyB')).toEqual({ files: 0, events: 0 });
  expect(await prove('auditor')).toEqual({ files: 2, events: 5 });
});

test('a penalty on file is shown inside the band of its pinned law, and recorded without it', async () => {
  await walkTo(platform, lead, 'approval');
  const { proposal } = await caseOf(platform, lead);
  expect(proposal).toMatchObject({
    finding: { breach: 'fraud', amount: PROPOSAL.amount, multiple: 300 },
    penalty: {
      fine: '11592150',
      certainty: 'R',
      band: { min: 200, max: 500, minFine: '7728100', maxFine: '19320250' },
    },
  });
  const { page } = await search('auditor', { file: lead, kind: 'penaltyCalculated' });
  expect(page.items[0]?.data).not.toHaveProperty('band');
});

test('what-if uses the law it is told, and refuses outside the band with the article', async () => {
  const assess = async (more: object) => {
    const { grounds: _grounds, ...finding } = PROPOSAL;
    const response = await platform.send('investigator', '/api/v1/penalty-assessments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...finding, ...more }),
    });
    return { status: response.status, json: (await response.json()) as object };
  };
  const { law } = await caseOf(platform, lead);
  expect(await assess({ law })).toMatchObject({ status: 200, json: { fine: '11592150', band: { min: 200 } } });
  expect(await assess({ law: 'national@99' })).toMatchObject({ status: 404, json: { type: '/problems/law.unknown' } });
  expect(await assess({ multiple: 1.5 })).toMatchObject({
    status: 422,
    json: {
      type: '/problems/penalty.multiple-outside-band',
      field: 'multiple',
      article: expect.stringContaining('四十条'),
    },
  });
});
