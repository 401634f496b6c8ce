import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const PLAN = join(CHECKOUT, 'data/plans/t003-06a-city-look-back-2021.yaml');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
const check = (...args: string[]): Promise<Ended> =>
  new Promise((done) => {
    execFile(process.execPath, [join(CHECKOUT, 'scripts/fundguard.mjs'), 'plan', ...args], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

async function written(from: string, to: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'fundguard-plan-')), 'plan.yaml');
  await writeFile(file, (await readFile(PLAN, 'utf8')).replace(from, to));
  return file;
}

test('a plan in order passes', async () => {
  expect(await check('check', PLAN)).toMatchObject({ code: 0, stdout: expect.stringContaining('方案可用') });
});

test('a mistake is named with file, line, place and what to do, in both languages', async () => {
  const file = await written('weekday: 4', 'weekday: 8');
  const { code, stdout } = await check('check', file);
  const line = (await readFile(file, 'utf8')).split('\n').findIndex((each) => each.includes('weekday: 8')) + 1;
  expect(code).toBe(1);
  expect(stdout).toContain(`${file}:${line} reports.0.cadence.weekday`);
  expect(stdout).toMatch(/数值过大.*Too big/);
});

test('for programs, one JSON object a line', async () => {
  const file = await written("monthDay: '01-29', asGiven", "monthDay: '02-30', asGiven");
  const { stdout } = await check('check', file, '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as { path: string });
  expect(lines[0]).toMatchObject({ path: 'end.monthDay', line: expect.any(Number), zh: expect.any(String) });
});

test.each([
  [[], 'Name one file'],
  [['check'], 'Name one file'],
  [['check', '/nowhere/plan.yaml'], '/nowhere/plan.yaml'],
])('fundguard plan %j says what it wants', async (args, words) => {
  const { code, stdout, stderr } = await check(...args);
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain(words);
});
