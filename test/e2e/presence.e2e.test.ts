import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { EVERYWHERE } from '@fundguard/persistence';
import { done, launch } from '../support/campaign-walk.js';
import { act, openLead } from '../support/case-walk.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop());

const place = (file: string, form: string) => `/api/v1/presence/${file}/${form}`;
async function keep(who: Name, file: string, form = 'requestFiling', body: object = {}) {
  const headers = { 'content-type': 'application/json' };
  const response = await platform.send(who, place(file, form), { method: 'PUT', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Schemas['Presence'] };
}
const close = async (who: Name, file: string, form = 'requestFiling') =>
  (await platform.send(who, place(file, form), { method: 'DELETE' })).status;
const others = async (...of: Parameters<typeof keep>) =>
  (await keep(...of)).json.others.map(({ name, form }) => `${name} ${form}`);

test('those with a form open on one file see each other, whichever form it is, and not themselves', async () => {
  const [id, elsewhere] = [await openLead(platform), await openLead(platform)];
  expect(await keep('investigator', id)).toMatchObject({ status: 200, json: { others: [], version: 1, changes: [] } });
  const { json } = await keep('officer', id);
  expect(json.others).toEqual([
    {
      account: platform.accounts.investigator,
      name: 'investigator',
      form: 'requestFiling',
      since: expect.stringMatching(/Z$/),
    },
  ]);
  expect(await others('cityLeader', id, 'rejectLead')).toEqual(['investigator requestFiling', 'officer requestFiling']);
  expect(await others('investigator', id)).toEqual(['officer requestFiling', 'cityLeader rejectLead']);
  expect(await others('investigator', elsewhere)).toEqual([]);
});

test('a form that is closed is gone at once, and only one’s own', async () => {
  const id = await openLead(platform);
  await keep('investigator', id);
  expect(await close('officer', id)).toBe(204);
  expect(await others('officer', id)).toEqual(['investigator requestFiling']);
  expect(await close('investigator', id)).toBe(204);
  expect(await others('officer', id)).toEqual([]);
});

test('a form of which nothing is heard for thirty seconds is gone, its row swept; a form that speaks stays since when it was opened', async () => {
  const id = await openLead(platform);
  await keep('investigator', id);
  await keep('officer', id);
  const [opened] = (await keep('investigator', id)).json.others;
  await platform.pass('20s');
  expect((await keep('officer', id)).json.others).toHaveLength(1);
  await platform.pass('20s');
  expect((await keep('investigator', id)).json.others).toEqual([opened]);
  await platform.pass('31s');
  expect(await others('leader', id)).toEqual([]);
  const rows = await platform.db.within(EVERYWHERE, (tx) =>
    tx.query<{ account: string }>({ text: 'select account_id as account from presence', values: [] }),
  );
  expect(rows.map(({ account }) => account)).toEqual([platform.accounts.leader]);
  expect((await keep('officer', id)).json.others).toHaveLength(1);
  // Whoever comes back after that has opened it anew.
  const [again] = (await keep('leader', id)).json.others;
  expect(Date.parse(again?.since ?? '')).toBeGreaterThan(Date.parse(opened?.since ?? ''));
});

test('what happened since the version that was seen is told with it: who, what, when', async () => {
  const id = await openLead(platform);
  expect((await keep('officer', id, 'rejectLead', { seen: 1 })).json).toMatchObject({ version: 1, changes: [] });
  await act(platform, 'investigator', id, 'filing-request', { grounds: '票据与库存不符' });
  expect((await keep('officer', id, 'rejectLead', { seen: 1 })).json).toMatchObject({
    version: 2,
    changes: [{ kind: 'filingRequested', by: 'investigator', at: expect.stringMatching(/Z$/) }],
  });
  expect((await keep('officer', id, 'rejectLead', { seen: 2 })).json.changes).toEqual([]);
});

test('of a campaign too: of its acts, not of what its units report', async () => {
  const campaign = await launch(platform, { start: '2099-03-14' });
  const { json } = await keep('cityCoordinator', campaign, 'pauseCampaign', { seen: 1 });
  await done(platform, 'leader', `campaigns/${campaign}/pause`, { reason: '等待上级部署' });
  const later = await keep('cityCoordinator', campaign, 'pauseCampaign', { seen: json.version });
  expect(later.json).toMatchObject({ version: json.version + 1, changes: [{ kind: 'campaignPaused' }] });
  expect((await keep('reviewer', campaign, 'pauseCampaign')).status).toBe(404);
});

test('a file outside one’s region, or that one may not read, shows nobody; a form that is none is refused', async () => {
  const id = await openLead(platform);
  await keep('investigator', id);
  expect([(await keep('countyB', id)).status, await close('countyB', id)]).toEqual([404, 404]);
  for (const who of ['hospital', 'police', 'admin'] as const) expect((await keep(who, id)).status).toBe(403);
  expect((await keep('officer', id, 'elapse')).status).toBe(422);
  expect((await keep('officer', id, 'requestFiling', { seen: 0 })).status).toBe(422);
});

test('twenty people who come and go at once wait for nobody', async () => {
  const id = await openLead(platform);
  const names: Name[] = ['coordinator', 'leader', 'deputy', 'investigator', 'officer', 'reviewer', 'hotline', 'agency'];
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(names.flatMap((who) => [keep(who, id), keep(who, id, 'rejectLead')]));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await platform.pass('40s');
  }
});
