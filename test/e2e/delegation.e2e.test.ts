import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { HUNDRED_DAYS, campaignEvents, done } from '../support/campaign-walk.js';
import { caseEvents, openLead, post } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop());
beforeEach(async () => {
  for (const who of ['coordinator', 'leader', 'officer', 'reviewer'] as const) await actFor(who);
});

const HOUR = 3_600_000;
async function give(who: Name, deputy: Name, permissions: string[], more: object = {}) {
  const now = Date.parse(await platform.clock.now());
  return post(platform, who, '/api/v1/delegations', {
    ...{ deputy: platform.accounts[deputy], permissions, reason: '外出学习' },
    ...{ from: new Date(now - 1000).toISOString(), until: new Date(now + HOUR).toISOString(), ...more },
  });
}
/** Takes another's part, or one's own again where none is named. */
const actFor = (who: Name, delegation?: string) =>
  platform.send(who, '/api/v1/sessions/current/acting', {
    ...(delegation
      ? { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ delegation }) }
      : { method: 'DELETE' }),
  });
async function deputise(who: Name, deputy: Name, permissions: string[], more: object = {}): Promise<string> {
  const { json } = await give(who, deputy, permissions, more);
  const id = String(json['id']);
  expect((await actFor(deputy, id)).status).toBe(204);
  return id;
}
const draft = async (who: Name) =>
  (
    await done(platform, who, 'campaigns', {
      ...{ plan: HUNDRED_DAYS, region: platform.organisation.region('990001'), start: '2099-03-14' },
    })
  ).id;
const approve = (who: Name, campaign: string) => post(platform, who, `/api/v1/campaigns/${campaign}/approval`, {});
async function filingAskedFor(): Promise<string> {
  const id = await openLead(platform);
  await done(platform, 'investigator', `cases/${id}/filing-request`, { grounds: '筛查与病历不符' });
  return id;
}
const approveFiling = (who: Name, id: string) => post(platform, who, `/api/v1/cases/${id}/filing-approval`, {});

test('a deputy approves, and the record says who did it for whom', async () => {
  const id = await filingAskedFor();
  expect((await approveFiling('coordinator', id)).status).toBe(403);
  await deputise('leader', 'coordinator', ['case.approve']);
  const waiting = (await (await platform.send('coordinator', '/api/v1/approvals')).json()) as {
    items: { file: string }[];
  };
  expect(waiting.items.map(({ file }) => file)).toContain(id);
  expect((await approveFiling('coordinator', id)).status).toBe(201);
  expect((await caseEvents(platform, id)).find(({ kind }) => kind === 'filingApproved')?.actor).toMatchObject({
    ...{ name: 'coordinator', account: platform.accounts.coordinator },
    actingFor: { name: 'leader', account: platform.accounts.leader },
  });
});

test('an officer acts for the handler of a case, and nobody else does', async () => {
  const id = await openLead(platform);
  const ask = () => post(platform, 'officer', `/api/v1/cases/${id}/filing-request`, { grounds: '属实' });
  expect((await ask()).json).toMatchObject({ type: '/problems/case.not-handler' });
  await deputise('investigator', 'officer', ['case.handle']);
  expect((await ask()).status).toBe(201);
});

test('what was not delegated is refused: another permission, another campaign, passing it on', async () => {
  const [mine, other] = [await draft('cityCoordinator'), await draft('cityCoordinator')];
  const now = Date.parse(await platform.clock.now());
  await deputise('leader', 'coordinator', ['campaign.approve'], { campaigns: [mine] });
  expect((await approve('coordinator', other)).json).toMatchObject({ type: '/problems/delegation.out-of-scope' });
  expect((await approveFiling('coordinator', await filingAskedFor())).json).toMatchObject({
    type: '/problems/permission.missing',
  });
  const onward = await post(platform, 'coordinator', '/api/v1/delegations', {
    ...{ deputy: platform.accounts.deputy, permissions: ['campaign.approve'], reason: '转托' },
    ...{ from: new Date(now).toISOString(), until: new Date(now + HOUR).toISOString() },
  });
  expect([onward.status, onward.json]).toMatchObject([403, { type: '/problems/permission.missing' }]);
  expect((await post(platform, 'coordinator', '/api/v1/jobs', { kind: 'exportCases' })).status).toBe(403);
  expect((await approve('coordinator', mine)).status).toBe(201);
});

test('nobody approves their own through a deputy, nor as one, nor after having acted for each other', async () => {
  const own = await draft('coordinator');
  await deputise('leader', 'coordinator', ['campaign.approve']);
  expect((await approve('coordinator', own)).json).toMatchObject({ type: '/problems/permission.four-eyes' });
  await actFor('coordinator');

  await deputise('coordinator', 'leader', ['campaign.coordinate']);
  const asDeputy = await draft('leader');
  expect((await campaignEvents(platform, asDeputy))[0]?.actor).toMatchObject({
    name: 'leader',
    actingFor: { name: 'coordinator' },
  });
  await actFor('leader');
  expect((await approve('leader', asDeputy)).json).toMatchObject({ type: '/problems/permission.four-eyes' });
  await deputise('leader', 'coordinator', ['campaign.approve']);
  expect((await approve('coordinator', asDeputy)).json).toMatchObject({ type: '/problems/permission.four-eyes' });
  expect((await approve('deputy', asDeputy)).status).toBe(201);
});

test('revoked, it ends at once: nothing is signed in the wrong name, and one goes on in one’s own', async () => {
  const campaign = await draft('cityCoordinator');
  const id = await deputise('leader', 'coordinator', ['campaign.approve']);
  expect((await platform.send('reviewer', `/api/v1/delegations/${id}`, { method: 'DELETE' })).status).toBe(404);
  expect((await platform.send('leader', `/api/v1/delegations/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await approve('coordinator', campaign)).json).toMatchObject({ type: '/problems/delegation.ended' });
  const ownPart = await post(platform, 'coordinator', '/api/v1/campaigns', {
    ...{ plan: HUNDRED_DAYS, region: platform.organisation.region('990001'), start: '2099-03-14' },
  });
  expect(ownPart.json).toMatchObject({ type: '/problems/delegation.ended' });
  const session = (await (await platform.send('coordinator', '/api/v1/sessions/current')).json()) as { person: object };
  expect(session.person).not.toHaveProperty('actingFor');
  expect((await actFor('coordinator', id)).status).toBe(404);
  expect((await actFor('coordinator')).status).toBe(204);
  expect(await draft('coordinator')).toBeTruthy();
});

test('it ends by itself at its end, in the middle of a session, and does not begin before its time', async () => {
  const campaign = await draft('cityCoordinator');
  const now = Date.parse(await platform.clock.now());
  await deputise('leader', 'coordinator', ['campaign.approve'], { until: new Date(now + 600_000).toISOString() });
  await platform.temporal.sleep('11m');
  expect((await approve('coordinator', campaign)).json).toMatchObject({ type: '/problems/delegation.ended' });
  const later = await give('leader', 'coordinator', ['campaign.approve'], {
    from: new Date(now + 2 * HOUR).toISOString(),
    until: new Date(now + 3 * HOUR).toISOString(),
  });
  expect((await actFor('coordinator', String(later.json['id']))).status).toBe(404);
});

test('nobody takes a part that was given to another', async () => {
  const id = String((await give('leader', 'coordinator', ['case.approve'])).json['id']);
  expect((await actFor('reviewer', id)).status).toBe(404);
  const seen = async (who: Name) => (await (await platform.send(who, '/api/v1/delegations')).text()).includes(id);
  expect([await seen('leader'), await seen('coordinator'), await seen('reviewer')]).toEqual([true, true, false]);
  expect(await (await platform.send('auditor', '/api/v1/delegations/region')).text()).toContain(id);
});

test.each<[string, Name, string[], number, string]>([
  ['to who handles cases', 'investigator', ['case.approve'], 422, 'delegation.may-not-hold'],
  ['to who audits', 'auditor', ['case.approve'], 422, 'delegation.may-not-hold'],
  ['to another county', 'countyB', ['case.approve'], 422, 'account.unknown'],
  ['of reading identity numbers', 'coordinator', ['identity.read'], 422, 'request.invalid'],
  ['to oneself', 'leader', ['case.approve'], 422, 'delegation.may-not-hold'],
])('delegating %s is refused', async (_what, deputy, permissions, status, type) => {
  const refused = await give('leader', deputy, permissions);
  expect([refused.status, refused.json]).toMatchObject([status, { type: `/problems/${type}` }]);
});
