import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const [CITY, COUNTY, COUNTY_B] = ['/990000/', '/990000/990001/', '/990000/990002/'] as const;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
}, 60_000);
afterAll(() => platform?.stop());

async function draft(who: Name, plan: string, region: string, start: string) {
  const { data } = await (
    await platform.as(who)
  ).POST('/api/v1/campaigns', {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: { plan, region, start },
  });
  return data?.id ?? '';
}
async function overlaps(who: Name, region: string, from: string, to: string) {
  const { data } = await (
    await platform.as(who)
  ).GET('/api/v1/campaign-overlaps', { params: { query: { region, from, to } } });
  return data?.items ?? [];
}

test('whoever plans sees which units other campaigns keep busy, one run by the city too, and no more than their own', async () => {
  const county = await draft('coordinator', 't004-hundred-day-chronic-outpatient', COUNTY, '2026-12-01');
  const city = await draft('cityCoordinator', 't003-06a-city-look-back-2021', CITY, '2026-12-21');
  const found = await overlaps('coordinator', COUNTY, '2026-12-21', '2027-01-31');
  expect(found.map(({ campaign }) => campaign)).toEqual([county, city]);
  const { data: participants } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/campaigns/{id}/participants', { params: { path: { id: county } } });
  expect([...(found[0]?.units ?? [])].sort()).toEqual(participants?.items.map(({ unit }) => unit).sort());
  expect((await overlaps('countyB', COUNTY_B, '2026-12-21', '2027-01-31')).map(({ campaign }) => campaign)).toEqual([
    city,
  ]);
  expect(await overlaps('countyB', COUNTY, '2026-12-21', '2027-01-31')).toEqual([]);
});

test.each([
  ['before', '2026-11-01', '2026-11-30'],
  ['after', '2027-03-20', '2027-04-30'],
])('a campaign %s the days is none', async (_when, from, to) => {
  expect(await overlaps('coordinator', COUNTY, from, to)).toEqual([]);
});
