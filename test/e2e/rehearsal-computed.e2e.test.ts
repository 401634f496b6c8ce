import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { beijing, instant } from '@fundguard/domain';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const PROGRAM = fileURLToPath(new URL('../../scripts/fundguard.mjs', import.meta.url));
const run = promisify(execFile);
const HUNDRED_DAY = 't004-hundred-day-chronic-outpatient';
const LOOK_BACK = 't003-06a-city-look-back-2021';
const [CITY, COUNTY, COUNTY_B] = ['/990000/', '/990000/990001/', '/990000/990002/'];

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform({ worker: false });
}, 60_000);
afterAll(() => platform?.stop());

type Rehearsal = Schemas['Rehearsal'];

async function ask(name: Name, path: string, init?: RequestInit) {
  const response = await platform.send(name, `/api/v1/plans/${path}`, init);
  return { status: response.status, json: (await response.json()) as Rehearsal & Schemas['Problem'] };
}

/** `2023-04-10T23:59:59+08:00 due`, one for each message or thing due. */
async function computed(name: Name, plan: string, query: Record<string, string>): Promise<string[]> {
  const { status, json } = await ask(name, `${plan}/rehearsal?${new URLSearchParams(query).toString()}`);
  expect([status, json.detail]).toEqual([200, undefined]);
  return json.entries.flatMap(({ at, kind, count }) =>
    Array.from({ length: count }, () => `${beijing(instant(at))} ${kind}`),
  );
}

async function played(plan: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await run(process.execPath, [PROGRAM, 'rehearse', plan, ...args, '--json'], {
    maxBuffer: 64_000_000,
  });
  const lines = stdout.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { at: string; kind: string }).map(({ at, kind }) => `${at} ${kind}`);
}

const MINUTE = 60_000;
/** A played campaign is closed as soon as the machine gets round to it; everything else happens to the second. */
const split = (lines: readonly string[]) => ({
  closed: lines.filter((line) => line.endsWith(' closed')).map((line) => Date.parse(line.split(' ')[0] ?? '')),
  others: lines.filter((line) => !line.endsWith(' closed')).sort(),
});

/** The days this document leaves blank. */
const BLANKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  't001-medical-institutions-3m': {
    'phases.mobilisation.start': '2026-03-02',
    'phases.mobilisation.end': '2026-03-13',
    'phases.self-check.start': '2026-03-16',
    'phases.self-check.end': '2026-04-17',
  },
};

/** The plan, who asks for which region, the first day, the share that is late, and how much is owed: counted by hand. */
test.each([
  ['t000-special-governance-6m', 'coordinator', COUNTY, '2023-03-01', '1', 0],
  ['t001-medical-institutions-3m', 'cityCoordinator', CITY, '2026-03-02', '0.5', 18],
  ['t002-huarong-look-back-2022', 'coordinator', COUNTY, '2022-04-12', '0.5', 20],
  ['t003-01-yixing-full-coverage', 'coordinator', COUNTY, '2023-09-01', '0.5', 25],
  ['t003-04-district-annual-2022', 'coordinator', COUNTY, '2022-02-01', '1', 4],
  ['t003-05-anhui-district-coverage', 'coordinator', COUNTY, '2023-03-15', '1', 2],
  [LOOK_BACK, 'cityCoordinator', CITY, '2020-12-21', '1', 21],
  [LOOK_BACK, 'cityCoordinator', CITY, '2020-12-21', '0.5', 21],
  ['t003-06b-ncms-inspection-2009', 'coordinator', COUNTY, '2009-07-01', '1', 0],
  ['t003-06c-yueyang-look-back-2021', 'cityCoordinator', CITY, '2020-12-25', '1', 11],
  ['t003-08-pharmacy-inspection-2020', 'coordinator', COUNTY, '2020-12-28', '1', 2],
  ['t003-09-district-two-kinds', 'coordinator', COUNTY, '2024-05-01', '0.2', 56],
  [HUNDRED_DAY, 'coordinator', COUNTY, '2023-03-14', '1', 35],
] as const)(
  '%s: what is computed is what the workflows do',
  async (plan, who, region, start, late, owed) => {
    const dates = Object.entries(BLANKS[plan] ?? {}).map(([place, on]) => `${place}=${on}`);
    const [lines, entries] = await Promise.all([
      played(plan, '--start', start, '--late', late, '--seed', '7', ...dates.flatMap((each) => ['--date', each])),
      computed(who, plan, { region: region ?? '', start, late, seed: '7', dates: dates.join(',') }),
    ]);
    expect(entries.filter((line) => line.endsWith(' due'))).toHaveLength(owed);
    const [ours, theirs] = [split(entries), split(lines)];
    expect(ours.others).toEqual(theirs.others);
    expect([ours.closed.length, theirs.closed.length]).toEqual([1, 1]);
    const after = (theirs.closed[0] ?? 0) - (ours.closed[0] ?? 0);
    expect(after >= 0 && after < MINUTE).toBe(true);
  },
  180_000,
);

test('it counts the units that drafting would enrol, in each region', async () => {
  const client = await platform.as('coordinator');
  const { json } = await ask('coordinator', `${HUNDRED_DAY}/rehearsal?region=${COUNTY}&start=2026-12-01`);
  const drafted = await client.POST('/api/v1/campaigns', {
    params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
    body: { plan: HUNDRED_DAY, region: COUNTY ?? '', start: '2026-12-01' },
  });
  const participants = await client.GET('/api/v1/campaigns/{id}/participants', {
    params: { path: { id: drafted.data?.id ?? '' } },
  });
  expect(json.units.total).toBe(participants.data?.items.length);
  expect(json.units).toEqual({
    total: 17,
    kinds: expect.arrayContaining([
      { kind: 'institution', count: 15 },
      { kind: 'agency', count: 1 },
      { kind: 'bureau', count: 1 },
    ]),
  });
  expect(json.schedule.provisionalYears).toEqual([2027]);
});

test('for chosen units only; a unit that is not of the region is refused at its field', async () => {
  const units = await ask('coordinator', `${HUNDRED_DAY}/units?region=${COUNTY}`);
  const { items } = units.json as unknown as { items: Schemas['PlanUnit'][] };
  expect(items.filter(({ takesPart }) => takesPart)).toHaveLength(17);
  expect(items.filter(({ kind, takesPart }) => kind === 'pharmacy' && takesPart)).toEqual([]);
  const post = (ids: string[]) =>
    ask('coordinator', `${HUNDRED_DAY}/rehearsal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ start: '2026-12-01', region: COUNTY, units: ids }),
    });
  const chosen = items.filter(({ kind }) => kind === 'institution').slice(0, 2);
  const { json } = await post(chosen.map(({ id }) => id));
  expect(json.units.total).toBe(2);
  expect(json.entries.find(({ kind }) => kind === 'due')?.names.length).toBeLessThanOrEqual(2);
  expect(await post([crypto.randomUUID()])).toMatchObject({
    status: 422,
    json: { type: '/problems/unit.unknown', field: 'units' },
  });
});

test.each([
  ['the region beside one’s own', 'coordinator', { region: COUNTY_B, start: '2026-12-01' }, 'region.unknown', 'region'],
  ['the region above', 'coordinator', { region: CITY, start: '2026-12-01' }, 'region.unknown', 'region'],
  ['no region', 'cityCoordinator', { region: '/990009/', start: '2026-12-01' }, 'region.unknown', 'region'],
  [
    'an end before the start',
    'coordinator',
    { region: COUNTY, start: '2026-12-01', end: '2026-11-30' },
    'plan.ends-before-start',
    'end',
  ],
  ['no day', 'coordinator', { region: COUNTY, start: '2026-02-30' }, 'request.invalid', 'start'],
  ['a share above one', 'coordinator', { region: COUNTY, start: '2026-12-01', late: '2' }, 'request.invalid', 'late'],
] as const)('%s is refused', async (_what, who, query, code, field) => {
  const { status, json } = await ask(who, `${HUNDRED_DAY}/rehearsal?${new URLSearchParams(query).toString()}`);
  expect([status, json.type, json.field]).toEqual([422, `/problems/${code}`, field]);
});

test('a unit of another region is not named to a stranger, and a contact may not ask', async () => {
  expect((await ask('countyB', `${HUNDRED_DAY}/units?region=${COUNTY}`)).status).toBe(422);
  expect((await ask('hospital', `${HUNDRED_DAY}/rehearsal?region=${COUNTY}&start=2026-12-01`)).status).toBe(403);
});

test('a plan in outline: phases by days after the first, and the words of the document', async () => {
  const response = await platform.send('leader', '/api/v1/plans');
  const { items } = (await response.json()) as { items: Schemas['PlanLine'][] };
  const plan = items.find(({ id }) => id === HUNDRED_DAY);
  expect(plan).toMatchObject({ days: 108, nominalDays: 100, document: '原医保发〔2023〕3号', phases: 6 });
  expect(plan?.outline.map(({ from, to }) => [from, to])).toEqual([
    [0, 6],
    [7, 17],
    [18, 27],
    [28, 47],
    [48, 78],
    [79, 108],
  ]);
});
