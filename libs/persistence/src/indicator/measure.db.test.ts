import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Among,
  type Instant,
  MEASURED,
  type MeasuredId,
  PREFILL_NAMES,
  instant,
  prefillOf,
  readingText,
} from '@fundguard/domain';
import { EVERYWHERE } from '../database.js';
import { type TestDatabase, testDatabase } from '../test-database.js';
import { COUNTY_A, COUNTY_B } from '../test-record.js';
import { prefillValues } from '../prefill-store.js';
import { type Moment, measure, measureBy, rowsBehind } from './measure.js';
import { CAMPAIGN, CITY, EARLY, LATE, type Seeded, seedCampaign } from './test-campaign.js';

let base: TestDatabase;
let seeded: Seeded;
beforeAll(async () => {
  base = await testDatabase();
  seeded = await seedCampaign(base);
}, 60_000);
afterAll(() => base?.drop());

const within = <T>(work: Parameters<typeof base.db.within<T>>[1]) => base.db.within(EVERYWHERE, work);
const scope = (region: string, among?: Among) => ({ campaign: CAMPAIGN, region, among });
const figure = async (id: MeasuredId, region: string, moment: Moment, among?: Among) => {
  const [one] = await within((tx) => measure(tx, id, scope(region, among), [moment]));
  if (!one) throw new Error('nothing was measured');
  return one;
};
const rows = (id: MeasuredId, region: string, moment: Moment, among?: Among) =>
  within((tx) => rowsBehind(tx, id, scope(region, among), moment, { limit: 500 }));
const shown = async (id: MeasuredId, region = CITY, at: Instant = LATE, among?: Among) =>
  readingText(await figure(id, region, { at }, among));

const CATALOGUE = Object.keys(MEASURED) as MeasuredId[];
const NARROWINGS: readonly (Among | undefined)[] = [
  undefined,
  { kinds: ['pharmacy'] },
  { types: ['clinic'] },
  { subject: 'individual', ofUnit: false },
  { origins: ['inspection', 'selfCheck'] },
];

describe.each(CATALOGUE)('%s', (id) => {
  test('is exactly what its list holds: in every region, early and late, narrowed and whole', async () => {
    for (const region of [CITY, COUNTY_A, COUNTY_B]) {
      for (const moment of [{ at: EARLY }, { at: LATE }, { at: LATE, since: EARLY }]) {
        for (const among of NARROWINGS) {
          const [reading, list] = [await figure(id, region, moment, among), await rows(id, region, moment, among)];
          const part = list.filter(({ counts }) => counts);
          const expected = {
            percent: [part.length, list.length],
            count: [list.length, 1],
            fen: [list.reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n), 1],
            times: [list.reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n), list.length],
          }[reading.unit];
          expect([reading.part, reading.whole]).toEqual(expected.map(BigInt));
        }
      }
    }
  });

  test('of the city is that of its counties together, and none sees the other’s rows', async () => {
    const [city, a, b] = [
      await figure(id, CITY, { at: LATE }),
      await figure(id, COUNTY_A, { at: LATE }),
      await figure(id, COUNTY_B, { at: LATE }),
    ];
    expect(a.part + b.part).toBe(city.part);
    if (city.unit === 'percent') expect(a.whole + b.whole).toBe(city.whole);
    expect(new Set((await rows(id, COUNTY_B, { at: LATE })).map(({ region }) => region))).not.toContain(COUNTY_A);
  });

  test('by region is in the order of the code, and adds up', async () => {
    const by = await within((tx) => measureBy(tx, id, scope(CITY), { at: LATE }, 'region'));
    expect([...by.keys()]).toEqual([...by.keys()].sort());
    const all = await figure(id, CITY, { at: LATE });
    expect([...by.values()].reduce((sum, { part }) => sum + part, 0n)).toBe(all.part);
  });

  test('is not nothing in the seeded campaign', async () => {
    expect((await figure(id, CITY, { at: LATE })).part).toBeGreaterThan(0n);
  });
});

/** Counted by hand from `seedCampaign`. */
test.each<[MeasuredId, string | undefined, string]>([
  ['reports-in', '2', '4'],
  ['reports-in-time', '0.00', '16.66'],
  ['reports-overdue', '3', '2'],
  ['zero-reports', '1', '1'],
  ['self-checks-submitted', '40.00', '75.00'],
  ['problems-found', '1', '5'],
  ['problems-struck-off', '0', '1'],
  ['problems-open', '1', '4'],
  ['problems-overdue', '0', '2'],
  ['rectification-rate', '0.00', '20.00'],
  ['sham-rectifications', '0', '1'],
  ['problem-amount', '10000', '150001'],
  ['problem-refunds', '4000', '50001'],
  ['refunded-by-self-check', '4000', '10000'],
  ['refunded-on-checks', '0', '40001'],
  ['units-participating', '6', '5'],
  ['institutions-participating', '5', '5'],
  ['units-inspected', '0', '3'],
  ['on-site-coverage', '0.00', '60.00'],
  ['inspections-per-unit', '0.00', '0.60'],
  ['self-check-coverage', '40.00', '60.00'],
  ['units-with-violations', '0', '4'],
  ['violation-rate', '0.00', '80.00'],
  ['compliance-rate', '100.00', '20.00'],
  ['leads-registered', '2', '5'],
  ['cases-filed', '1', '4'],
  ['cases-open', '2', '3'],
  ['cases-struck-off', '0', '1'],
  ['cases-decided', '0', '2'],
  ['cases-fined', '0', '1'],
  ['refunds-ordered', '0', '102000'],
  ['fines-decided', '0', '300000'],
  ['refunds-recovered', '0', '70000'],
  ['fines-paid', '0', '5000'],
  ['typical-cases', '0', '1'],
  ['transferred-to-police', '0', '1'],
  ['transferred-to-discipline', '0', '1'],
])('%s was %s early and is %s late', async (id, early, late) => {
  expect([await shown(id, CITY, EARLY), await shown(id)]).toEqual([early, late]);
});

test.each(PREFILL_NAMES)(
  '%s in a report is the indicator of that name, whole and since the report before',
  async (id) => {
    const known = async (from: Date, region = CITY) => {
      const scope = { campaign: CAMPAIGN, unit: null, region, from, to: new Date(LATE) };
      return (await within((tx) => prefillValues(tx, [id], scope)))[id];
    };
    const early = new Date(EARLY);
    expect(await known(new Date(0))).toBe(await shown(id));
    expect(await known(new Date(0), COUNTY_A)).toBe(await shown(id, COUNTY_A));
    const since = instant(new Date(early.getTime() + 1));
    const moment = prefillOf(id).standing ? { at: LATE } : { at: LATE, since };
    expect(await known(early)).toBe(readingText(await figure(id, CITY, moment)));
  },
);

test('refunds and fines are never one figure', async () => {
  const ledgers = await Promise.all(
    (['refunds-recovered', 'fines-paid'] as const).map((id) => rows(id, CITY, { at: LATE })),
  );
  const [refunds, fines] = ledgers.map((list) => new Set(list.map(({ id }) => id)));
  expect([...(refunds ?? [])].filter((id) => fines?.has(id))).toEqual([]);
});

test('a list is read page by page, each row once, the part and what is missing apart', async () => {
  const all = await rows('on-site-coverage', CITY, { at: LATE });
  const paged = [];
  for (let after: { name: string; id: string } | undefined; ;) {
    const page = await within((tx) =>
      rowsBehind(tx, 'on-site-coverage', scope(CITY), { at: LATE }, { after, limit: 2 }),
    );
    paged.push(...page);
    const last = page.at(-1);
    if (!last || page.length < 2) break;
    after = { name: last.unitName ?? '', id: last.id };
  }
  expect(paged).toEqual(all);
  const missing = await within((tx) =>
    rowsBehind(tx, 'on-site-coverage', scope(CITY), { at: LATE }, { counts: false, limit: 9 }),
  );
  expect(missing).toEqual(all.filter(({ counts }) => !counts));
});

test('several moments are one statement, in their order', async () => {
  const moments = [{ at: LATE }, { at: EARLY }];
  const found = await within((tx) => measure(tx, 'problems-found', scope(CITY), moments));
  expect(found.map(({ part }) => part)).toEqual([5n, 1n]);
});

test('another campaign has none of it', async () => {
  const other = { campaign: randomUUID(), region: CITY };
  for (const id of CATALOGUE) {
    const [one] = await within((tx) => measure(tx, id, other, [{ at: LATE }]));
    expect([id, one?.part]).toEqual([id, 0n]);
  }
  expect(seeded.units).toHaveLength(6);
});
