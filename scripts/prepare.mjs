/** Makes a fresh clone runnable, and costs a second start next to nothing: packages, build, Temporal's programs. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CACHE, CHECKOUT, birthOf } from './host.mjs';
import { say, Unmet } from './say.mjs';
import { PROGRAMS, provideTemporal } from './temporal.mjs';

const APPS = ['apps/api', 'apps/worker', 'apps/cli'];
const WEB = 'apps/web';
const BUNDLE = 'apps/worker/dist/workflows.bundle.js';

/**
 * @param {{ needs?: (keyof typeof PROGRAMS)[], buildMustSucceed?: boolean }} options `needs`: which of Temporal's programs the
 *   command wants. Tests run over a build with type errors too, and report it.
 * @returns {Promise<boolean>} whether the build succeeded
 */
export async function prepare({ needs = [], buildMustSucceed = true }) {
  return alone(() => {
    if (!isCurrent('packages', packagesStamp)) install();
    for (const need of needs) provideTemporal(PROGRAMS[need]);
    try {
      if (!isCurrent('build', buildStamp) || !isBuilt()) compile();
      return true;
    } catch (error) {
      if (buildMustSucceed) throw error;
      return false;
    }
  });
}

function install() {
  say('安装依赖 … installing the locked packages (a minute or two, once)');
  // `npm ci` refuses a lock file that was written where the registry lacks another platform's builds.
  run(
    'npm',
    ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed',
  );
  keep('packages', packagesStamp);
}

function compile() {
  say('编译 … building');
  const before = buildStamp();
  run(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-b', ...APPS, ...(isBuilt() ? [] : ['--force'])],
    'The build failed',
  );
  run(process.execPath, ['apps/worker/dist/bundle.js'], 'The workflows could not be bundled');
  run(
    process.execPath,
    ['../../node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'],
    'The web pages could not be built',
    WEB,
  );
  if (buildStamp() === before) keep('build', buildStamp);
}

function run(command, args, failure, folder = '') {
  const { status, error } = spawnSync(command, args, {
    cwd: join(CHECKOUT, folder),
    // What runs the tests says NODE_ENV=test, and Vite would build React for developers.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Unmet(`${failure} (${error?.message ?? 'see above'}).`);
}

/** The compiler believes its notes, not the disk: outputs that were deleted must be asked for. */
const isBuilt = () => [...APPS.map(mainOf), BUNDLE, `${WEB}/dist/index.html`].every(isThere);
const mainOf = (app) => `${app}/dist/main.js`;
const isThere = (path) => existsSync(join(CHECKOUT, path));
const stampOf = (name) =>
  name === 'packages' ? join(CHECKOUT, 'node_modules/.fundguard-stamp') : join(CACHE, `${name}.stamp`);
const keep = (name, stamp) => writeFileSync(stampOf(name), stamp());
const isCurrent = (name, stamp) => existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === stamp();

const digest = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

/** Read again after the installation, which may complete the lock file for this platform. */
function packagesStamp() {
  const lock = readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8');
  return digest([process.platform, process.arch, process.versions.modules, lock]);
}

/** Names, sizes and times of all that is compiled: a few milliseconds instead of the compiler's seconds. */
function buildStamp() {
  const lines = [packagesStamp()];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (['node_modules', 'dist', 'generated'].includes(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.(tsx?|json|css|html|svg)$/.test(entry.name) && !entry.name.endsWith('.test.ts')) {
        const { size, mtimeMs } = statSync(path);
        lines.push(`${relative(CHECKOUT, path)} ${size} ${mtimeMs}`);
      }
    }
  };
  for (const folder of ['libs', 'workflows', ...APPS, WEB]) walk(join(CHECKOUT, folder));
  return digest([...lines, readFileSync(join(CHECKOUT, 'tsconfig.base.json'), 'utf8')]);
}

/** `npm start` and `npm test` at once, on a fresh clone: the second waits instead of installing into the same folder. */
async function alone(work) {
  mkdirSync(CACHE, { recursive: true });
  const lock = join(CACHE, 'prepare.lock');
  for (let told = false; ;) {
    try {
      writeFileSync(lock, `${process.pid} ${birthOf(process.pid)}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Unmet(`${CACHE} cannot be written (${error.code}).`);
      if (isAbandoned(lock)) {
        rmSync(lock, { force: true });
        continue;
      }
      if (!told) say('等待另一个命令 … waiting for another command that prepares this checkout');
      told = true;
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAbandoned(lock) {
  try {
    const [pid, birth] = readFileSync(lock, 'utf8').split(' ');
    return birth !== undefined && birthOf(Number(pid)) !== birth;
  } catch {
    return false;
  }
}
