import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

interface Line {
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly to: string;
  readonly why: string;
}

const PROGRAM = fileURLToPath(new URL('../../scripts/fundguard.mjs', import.meta.url));
const run = promisify(execFile);

async function rehearse(...args: string[]): Promise<Line[]> {
  const { stdout } = await run(process.execPath, [PROGRAM, 'rehearse', ...args, '--json'], { maxBuffer: 64_000_000 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const instantsOf = (lines: readonly Line[], kind: string) => [
  ...new Set(lines.filter((line) => line.kind === kind).map(({ at }) => at)),
];

test('the hundred-day action: six phases by their completion dates, the hundredth day beside them', async () => {
  const lines = await rehearse('t004', '--start', '2023-03-14');
  expect(instantsOf(lines, 'phase.end')).toEqual(
    ['03-20', '03-31', '04-10', '04-30', '05-31', '06-30'].map((on) => `2023-${on}T23:59:59+08:00`),
  );
  expect(instantsOf(lines, 'nominal-end')).toEqual(['2023-06-22T23:59:59+08:00']);
  expect(instantsOf(lines, 'due')).toEqual(
    ['03-31', '04-10', '04-30', '06-30'].map((on) => `2023-${on}T23:59:59+08:00`),
  );
  expect(lines.filter(({ kind, at }) => kind === 'due' && at.startsWith('2023-04-10'))).toHaveLength(15);
  expect(instantsOf(lines, 'overdue')).toEqual([]);
  expect(lines.at(-1)?.kind).toBe('closed');
}, 120_000);

test('the look-back: every Thursday 17:00, and the ladder climbs for those who are late', async () => {
  const lines = await rehearse('t003-06a', '--start', '2020-12-21', '--late', '1', '--seed', '7');
  const thursdays = ['2020-12-24', '2020-12-31', '2021-01-07', '2021-01-14', '2021-01-21', '2021-01-28'];
  expect(instantsOf(lines, 'due')).toEqual([
    ...thursdays.map((on) => `${on}T17:00:00+08:00`),
    '2021-01-29T23:59:59+08:00',
  ]);
  expect(lines.filter(({ kind }) => kind === 'overdue')).toHaveLength(21);
  // 1 January 2021 is a holiday: one working day after Thursday 31 December is Monday 4 January.
  const pressed = lines.filter(({ kind, why }) => kind === 'escalation' && why.includes('2020-12-31T17:00:00'));
  expect(pressed[0]?.at).toBe('2021-01-04T17:00:00+08:00');
}, 120_000);

test('the same seed rehearses the same way', async () => {
  const args = ['t003-06a', '--start', '2020-12-21', '--late', '0.5', '--seed', '3'];
  expect(await rehearse(...args)).toEqual(await rehearse(...args));
}, 120_000);

test('units of one’s own, and refusals in a sentence', async () => {
  const units = join(tmpdir(), `units-${process.pid}.yaml`);
  await writeFile(
    units,
    `source: test\ncertainty: own\nregions: [{ code: '110000', name: { zh: 某市, en: City }, level: city }, { code: '110101', parent: '110000', name: { zh: 某区, en: District }, level: county }]\n` +
      `units: [{ key: bureau, region: '110101', name: 某区医疗保障局, kind: bureau, type: county_bureau }]\n`,
  );
  const lines = await rehearse('t003-06a', '--start', '2020-12-28', '--units', units);
  expect(new Set(lines.filter(({ kind }) => kind === 'due').map(({ to }) => to))).toEqual(new Set(['某区医疗保障局']));

  await expect(run(process.execPath, [PROGRAM, 'rehearse', 't999'])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('t999'),
  });
  await expect(run(process.execPath, [PROGRAM, 'rehearse', 't004', '--start', '2023-02-30'])).rejects.toMatchObject({
    code: 1,
  });
  await expect(run(process.execPath, [PROGRAM, 'rehearse', 't004', '--late', '2'])).rejects.toMatchObject({ code: 1 });
}, 120_000);
