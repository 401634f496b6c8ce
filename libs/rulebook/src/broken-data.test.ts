import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RulebookError, dataDir, loadRulebook } from './index.js';

let copy: string;
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'rulebook-'));
  await cp(dataDir, copy, { recursive: true });
});
afterEach(() => rm(copy, { recursive: true }));

const HUNDRED_DAY = 'plans/t004-hundred-day-chronic-outpatient.yaml';
const LOOK_BACK = 'plans/t003-06a-city-look-back-2021.yaml';
const LAW = 'law/national-2.yaml';
const WEEKLY = 'forms/look-back-weekly.yaml';

async function change(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(join(copy, file), 'utf8');
  expect(before).toContain(from);
  await writeFile(join(copy, file), before.replace(from, to));
}

const problems = async () => {
  const error: unknown = await loadRulebook(copy).catch((reason: unknown) => reason);
  if (error instanceof RulebookError) return error.message.split('\n').slice(1);
  throw error;
};

test.each([
  ['a cycle', HUNDRED_DAY, 'start: { day: 0 }', 'start: { after: summary }', 'phases.0.start.after', 'is a cycle'],
  [
    'an impossible date',
    LOOK_BACK,
    "end: { monthDay: '01-29'",
    "end: { monthDay: '02-30'",
    'end.monthDay',
    'a day of the year',
  ],
  ['an impossible start', HUNDRED_DAY, 'start: 2023-03-14', 'start: 2023-02-29', 'start', 'Invalid ISO date'],
  ['an unknown field', HUNDRED_DAY, 'nominalDays:', 'nominalDay:', '', 'Unrecognized key: "nominalDay"'],
  [
    'a duplicate id',
    HUNDRED_DAY,
    '  - id: self-check\n',
    '  - id: kick-off\n',
    'phases.2.id',
    'the id kick-off is used twice',
  ],
  [
    'no rung at the due instant',
    LOOK_BACK,
    'when: { atDue: true }',
    'when: { hoursBefore: 1 }',
    'escalation',
    'exactly one rung',
  ],
  [
    'an unknown phase',
    HUNDRED_DAY,
    'phase: self-check',
    'phase: self-chek',
    'deliverables.3.phase',
    'no phase self-chek',
  ],
  [
    'an end before the start',
    HUNDRED_DAY,
    'end: { day: 27',
    'end: { day: 16',
    'phases.self-check.end',
    'before it starts',
  ],
  ['a word for a number', HUNDRED_DAY, 'end: { day: 27', 'end: { day: late', 'phases.2.end.day', 'expected number'],
  ['a missing limit', LAW, 'id: policeDecision', 'id: policeDecisions', 'clocks', 'lacks policeDecision'],
  ['two packs for one day', LAW, "replaces: '1'", '', 'effectiveFrom', 'is in force together with law/national.yaml'],
  [
    'two local packs for one day',
    'law/local/liaoning.yaml',
    'id: liaoning',
    'id: demo-city',
    'version',
    'is already in law/local/demo-city.yaml',
  ],
  ['a missing band', LAW, 'breach: fraud', 'breach: misuse', 'penalties', 'lacks fraud'],
  [
    'an unknown certainty',
    LAW,
    'certainty: 2nd',
    'certainty: sure',
    'clocks.0.extensions.0.certainty',
    'Invalid option',
  ],
  ['a weekday worked instead', 'calendars/2023.yaml', '2023-06-25', '2023-06-26', 'workdays.4', 'is a weekday'],
  [
    'a day of another year',
    'calendars/2024.yaml',
    '2024-01-01',
    '2023-01-01',
    'holidays.0',
    '2023-01-01 is not in 2024',
  ],
  ['a year twice', 'calendars/2022.yaml', 'year: 2022', 'year: 2021', 'holidays.0', '2022-01-01 is not in 2021'],
  [
    'a form that is not there',
    LOOK_BACK,
    'look-back-summary@1',
    'look-back-summary@2',
    'deliverables.0.form',
    'no form',
  ],
  ['a field twice', WEEKLY, 'id: fined', 'id: refunded', 'fields.4.id', 'is used twice'],
  [
    'a count filled with money',
    WEEKLY,
    'prefill: leads-registered',
    'prefill: fines-paid',
    'fields.1.prefill',
    'is a money',
  ],
  [
    'a unit nowhere',
    'demo/organisation.yaml',
    "region: '990003'",
    "region: '990009'",
    'units.12.region',
    'no region 990009',
  ],
])('%s is refused with file, place and reason', async (_what, file, from, to, path, reason) => {
  await change(file, from, to);
  const [first] = await problems();
  expect(first).toContain(path === '' ? `${file}: ` : `${file} ${path}: `);
  expect(first).toContain(reason);
});

test('YAML that cannot be read is refused with its line', async () => {
  await change(HUNDRED_DAY, 'nominalDays: 100', 'nominalDays: [100');
  expect((await problems())[0]).toMatch(new RegExp(`${HUNDRED_DAY} line \\d+: `));
});

test('the problems of all files are told at once', async () => {
  await change(HUNDRED_DAY, 'version: 3', 'version: 0');
  await change(LAW, 'length: 15', 'length: -15');
  await rm(join(copy, 'calendars'), { recursive: true });
  expect(await problems()).toEqual([
    '  calendars/: no YAML file is here',
    expect.stringContaining(`${LAW} clocks.0.length: `),
    expect.stringContaining(`${HUNDRED_DAY} version: `),
  ]);
});

test('the same plan in two files is refused', async () => {
  await cp(join(copy, LOOK_BACK), join(copy, 'plans/another.yaml'));
  expect(await problems()).toEqual([
    `  ${LOOK_BACK} id: t003-06a-city-look-back-2021 is already in plans/another.yaml`,
  ]);
});
