import type { Schemas } from '@fundguard/client';
import type { Instant } from '@fundguard/domain';
import { expect } from '@jest/globals';
import { post } from './case-walk.js';
import { eventually } from './eventually.js';
import type { Name } from './people.js';
import type { TestPlatform } from './platform.js';

export const HUNDRED_DAYS = 't004-hundred-day-chronic-outpatient';
export const LOOK_BACK = 't003-06a-city-look-back-2021';

/** Posts and expects it to be done. */
export async function done(
  platform: TestPlatform,
  who: Name,
  path: string,
  body: object = {},
): Promise<Schemas['Answer']> {
  const { status, json } = await post(platform, who, `/api/v1/${path}`, body);
  expect({ path, status, json }).toMatchObject({ status: 201 });
  await heard(platform);
  return json as Schemas['Answer'];
}

/** Everything that was committed has reached its workflow, so that time may pass. */
export const heard = (platform: TestPlatform): Promise<void> =>
  eventually(async () => {
    const [row] = await platform.db.within('/' as never, (tx) =>
      tx.query<{ left: number }>({
        text: 'select count(*) as left from workflow_outbox where sent_version < version',
        values: [],
      }),
    );
    expect(row?.left).toBe(0);
  });

/** A campaign of the hundred-day plan in County A, drafted, approved by another, and running. */
export async function launch(platform: TestPlatform, more: object = {}): Promise<string> {
  const draft = { plan: HUNDRED_DAYS, region: platform.organisation.region('990001'), start: '2023-03-14', ...more };
  const { id } = await done(platform, 'coordinator', 'campaigns', draft);
  await done(platform, 'leader', `campaigns/${id}/approval`);
  await done(platform, 'coordinator', `campaigns/${id}/launch`);
  return id;
}

type Query = NonNullable<Parameters<typeof obligations>[2]>;
export async function obligations(
  platform: TestPlatform,
  who: Name,
  query: { campaign?: string; unit?: string; due?: string; status?: Schemas['Obligation']['status'] } = {},
): Promise<Schemas['Obligation'][]> {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/obligations', { params: { query: { ...query, limit: 200 } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data.items;
}

/** The one obligation the query finds. */
export async function theObligation(platform: TestPlatform, who: Name, query: Query): Promise<Schemas['Obligation']> {
  const [found, ...more] = await obligations(platform, who, query);
  if (!found || more.length > 0) throw new Error(`${more.length + 1} obligations where one was expected`);
  return found;
}

export async function campaignOf(platform: TestPlatform, id: string, who: Name = 'coordinator') {
  const { data, error } = await (await platform.as(who)).GET('/api/v1/campaigns/{id}', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}

export async function campaignEvents(platform: TestPlatform, id: string, who: Name = 'coordinator') {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/events', { params: { path: { id }, query: { limit: 500 } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data.items;
}

export async function deadlines(platform: TestPlatform, id: string, who: Name = 'coordinator') {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/campaigns/{id}/deadlines', { params: { path: { id } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data.items;
}

/** What somebody was told of a file, oldest first. */
export async function toldOf(platform: TestPlatform, who: Name, file: string): Promise<Schemas['Notification'][]> {
  const { data, error } = await (
    await platform.as(who)
  ).GET('/api/v1/notifications', { params: { query: { limit: 200 } } });
  if (!data) throw new Error(JSON.stringify(error));
  return data.items.filter((each) => each.file === file).reverse();
}

/** The instants of running deadline workflows of a campaign. */
export async function runningDeadlines(platform: TestPlatform, id: string, dues: readonly string[]): Promise<string[]> {
  const names = await Promise.all(
    dues.map(async (due) => {
      const handle = platform.temporal.client.workflow.getHandle(`deadline/${id}/${due}`);
      const found = await handle.describe().catch(() => undefined);
      return found?.status.name === 'RUNNING' ? [due] : [];
    }),
  );
  return names.flat();
}

/** The clock's event on a campaign, with the instant that was due; recorded at or a little after it. */
export async function expectClockwork(
  platform: TestPlatform,
  id: string,
  expected: { kind: string; due: Instant; data: object },
  who: Name = 'coordinator',
): Promise<void> {
  await eventually(async () => {
    const { kind, due, data } = expected;
    const found = (await campaignEvents(platform, id, who)).find(
      (each) =>
        each.kind === kind &&
        each.due === due &&
        Object.entries(data).every(([key, value]) => each.data[key] === value),
    );
    expect(found).toMatchObject({ kind, due, actor: { kind: 'machine', name: 'clock' } });
    expect(Date.parse(found?.at ?? '') - Date.parse(due)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(found?.at ?? '') - Date.parse(due)).toBeLessThan(60_000);
  });
}
