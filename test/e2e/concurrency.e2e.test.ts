import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { campaignEvents, campaignOf, done, launch, theObligation } from '../support/campaign-walk.js';
import { caseEvents, caseOf, act, openLead, post, walkTo } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop());

const of = (id: string, noun: string) => `/api/v1/cases/${id}/${noun}`;
const keyed = (key: string) => ({ 'idempotency-key': key });
const reason = '证据需要补充';

test('two leaders approve and reject one proposal at the same moment: one decides, the other is told what stands', async () => {
  const cases = await Promise.all(Array.from({ length: 20 }, () => openLead(platform)));
  await Promise.all(cases.map((id) => walkTo(platform, id, 'approval')));
  // All forty have to look the calendar up anew, beside the connection each of them acts on.
  await platform.calendars.load([], await platform.clock.now());
  const pairs = await Promise.all(
    cases.map((id) =>
      Promise.all([
        post(platform, 'leader', of(id, 'penalty-approval'), {}),
        post(platform, 'deputy', of(id, 'penalty-rejection'), { reason }),
      ]),
    ),
  );
  for (const [index, [approval, rejection]] of pairs.entries()) {
    const won = approval.status === 201 ? 'penaltyApproved' : 'penaltyRejected';
    const [winner, loser] = approval.status === 201 ? [approval, rejection] : [rejection, approval];
    const by = platform.accounts[approval.status === 201 ? 'leader' : 'deputy'];
    expect(winner).toMatchObject({ status: 201, json: { events: [won] } });
    expect(loser).toMatchObject({ status: 409, json: { type: '/problems/case.stage', standing: { act: won, by } } });
    const kinds = (await caseEvents(platform, cases[index] ?? '')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => /^penalty(Approved|Rejected)$/.test(kind))).toEqual([won]);
  }
}, 120_000);

test('a command that is sent twice acts once and is answered the same, also ten times at once', async () => {
  const id = await openLead(platform);
  const key = newKey();
  const send = () => post(platform, 'investigator', of(id, 'filing-request'), { grounds: '涉嫌骗保' }, keyed(key));
  const answers = await Promise.all(Array.from({ length: 10 }, send));
  answers.push(await send());
  expect(answers[0]).toMatchObject({
    status: 201,
    json: { id, version: 2, status: 'filing', events: ['filingRequested'] },
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await caseEvents(platform, id)).map(({ kind }) => kind)).toEqual(['leadOpened', 'filingRequested']);

  // Long after, when the case has moved on, the answer is still the one that was given.
  await act(platform, 'leader', id, 'filing-approval');
  expect(await send()).toEqual(answers[0]);
});

test('a file is opened once, however often it is asked for with one key', async () => {
  const lead = {
    ...{ title: '重复登记', region: platform.organisation.region('990001'), source: 'letter', summary: '来信反映' },
    ...{ subject: { kind: 'individual', name: '某参保人' }, handler: platform.accounts.investigator },
  };
  const opened = (who: Name, path: string, body: object, key: string) =>
    Promise.all(Array.from({ length: 10 }, () => post(platform, who, `/api/v1/${path}`, body, keyed(key))));
  const key = newKey();
  const cases = await opened('hotline', 'cases', lead, key);
  expect(cases[0]).toMatchObject({ status: 201, json: { id: key, version: 1 } });
  for (const answer of cases) expect(answer).toEqual(cases[0]);
  const list = await (await platform.as('hotline')).GET('/api/v1/cases', { params: { query: { q: '重复登记' } } });
  expect(list.data?.items).toHaveLength(1);

  const region = platform.organisation.region('990001');
  const draft = { plan: 't004-hundred-day-chronic-outpatient', region, start: '2026-12-01' };
  const drafts = await opened('coordinator', 'campaigns', draft, 'a key that is no uuid'.replaceAll(' ', '-'));
  for (const answer of drafts) expect(answer).toEqual(drafts[0]);
  expect(drafts[0]).toMatchObject({ status: 201, json: { events: ['campaignDrafted'] } });
});

test('a key that was used is refused for anything else, whoever sends it', async () => {
  const id = await openLead(platform);
  const key = newKey();
  await post(platform, 'investigator', of(id, 'filing-request'), { grounds: '涉嫌骗保' }, keyed(key));
  const lead = { title: '另一件', region: platform.organisation.region('990001'), source: 'letter', summary: '来信' };
  const subject = { kind: 'individual', name: '某人' };
  const handler = platform.accounts.investigator;
  const draft = { plan: 't004-hundred-day-chronic-outpatient', region: lead.region, start: '2026-12-01' };
  for (const [who, path, body] of [
    ['investigator', of(id, 'filing-request'), { grounds: '另有理由' }],
    ['investigator', of(id, 'rejection'), { reason }],
    ['leader', of(id, 'filing-approval'), {}],
    ['hotline', '/api/v1/cases', { ...lead, subject, handler }],
    ['coordinator', '/api/v1/campaigns', draft],
  ] as const) {
    const refused = await post(platform, who, path, body, keyed(key));
    expect([path, refused]).toMatchObject([path, { status: 422, json: { type: '/problems/idempotency.key-reused' } }]);
  }
  expect((await caseOf(platform, id)).version).toBe(2);
});

test('who decides on what they saw an hour ago is shown what changed since', async () => {
  const id = await openLead(platform);
  const response = await platform.send('leader', `/api/v1/cases/${id}`);
  const etag = response.headers.get('etag') ?? '';
  expect(etag).toBe('"1"');
  await act(platform, 'investigator', id, 'transfers', { to: 'police', grounds: '涉嫌诈骗' });
  await act(platform, 'investigator', id, 'filing-request', { grounds: '涉嫌骗保' });
  const stale = await post(platform, 'leader', of(id, 'filing-approval'), {}, { 'if-match': etag });
  expect(stale).toMatchObject({
    status: 409,
    json: { type: '/problems/version.stale', standing: { version: 3, stage: 'filing' } },
  });
  const at = expect.stringMatching(/^\d{4}-.*Z$/);
  expect((stale.json['standing'] as { changes: unknown }).changes).toEqual([
    { kind: 'transferProposed', at, by: 'investigator' },
    { kind: 'filingRequested', at, by: 'investigator' },
  ]);
  expect((await caseOf(platform, id)).stage).toBe('filing');
  expect((await post(platform, 'leader', of(id, 'filing-approval'), {}, { 'if-match': '"3"' })).status).toBe(201);
  const odd = await post(platform, 'leader', of(id, 'dismissal'), { reason }, { 'if-match': 'yesterday' });
  expect(odd).toMatchObject({ status: 422, json: { type: '/problems/request.header', field: 'If-Match' } });
});

test('so it is for campaigns, where reports of units do not count, and for obligations', async () => {
  const id = await launch(platform, { start: '2099-03-14' });
  const seen = { 'if-match': `"${(await campaignOf(platform, id)).version}"` };
  const query = { campaign: id, due: '2099-03-31T15:59:59.000Z' };
  const owed = (await theObligation(platform, 'hospital', query)).id;
  await done(platform, 'hospital', `obligations/${owed}/submission`, { content: '统计表' });
  const pausing = () => post(platform, 'leader', `/api/v1/campaigns/${id}/pause`, { reason }, seen);
  await done(platform, 'coordinator', `campaigns/${id}/phase-closures`, { phase: 'kick-off', note: '提前' });
  expect((await pausing()).json).toMatchObject({
    type: '/problems/version.stale',
    standing: { version: 4, status: 'running', changes: [{ kind: 'phaseClosed', by: 'coordinator' }] },
  });
  await done(platform, 'coordinator', `obligations/${owed}/return`, { reason });
  const late = await post(platform, 'agency', `/api/v1/obligations/${owed}/acceptance`, {}, { 'if-match': '"2"' });
  expect(late).toMatchObject({
    status: 409,
    json: { standing: { version: 3, status: 'returned', changes: [{ kind: 'reportReturned', by: 'coordinator' }] } },
  });
  expect((await campaignEvents(platform, id)).at(-1)).toMatchObject({ kind: 'reportReturned' });
});

test('two leads are not merged into each other, also at the same moment; nor is one merged into a case that ended', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await openLead(platform), await openLead(platform)];
    const merge = (from: string, into: string) => post(platform, 'investigator', of(from, 'merger'), { into, reason });
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const stages = [(await caseOf(platform, one)).stage, (await caseOf(platform, other)).stage];
    expect(stages.sort()).toEqual(['merged', 'verification']);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused).toMatchObject({ json: { type: '/problems/case.merged-into-ended' } });
  }
});

test('a unit joins and leaves once; thirty joins and leaves at once end in no deadlock', async () => {
  const campaign = await launch(platform, { start: '2023-03-14' });
  const unit = platform.organisation.unit('a-peoples');
  const join = () => post(platform, 'coordinator', `/api/v1/campaigns/${campaign}/participants`, { unit, reason });
  const leave = () =>
    post(platform, 'coordinator', `/api/v1/campaigns/${campaign}/participant-removals`, { unit, reason });
  expect(await join()).toMatchObject({ status: 409, json: { type: '/problems/unit.takes-part' } });
  expect(await leave()).toMatchObject({ status: 201 });
  expect(await leave()).toMatchObject({ status: 422, json: { type: '/problems/unit.unknown' } });
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? join() : leave())));
  expect(answers.filter(({ status }) => ![201, 409, 422].includes(status))).toEqual([]);
  const events = (await campaignEvents(platform, campaign)).filter(({ kind }) => /^unit(Added|Dropped)$/.test(kind));
  expect(events.map(({ kind }) => kind)).toEqual(
    events.map((_, index) => (index % 2 === 0 ? 'unitDropped' : 'unitAdded')), // each undoes the one before
  );
}, 60_000);
