/**
 * npm test: everything that must hold, from a fresh clone. `npm test -- <jest arguments>` runs only these tests.
 * The last line is always "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from './chromium.mjs';
import { CHECKOUT } from './host.mjs';
import { prepare } from './prepare.mjs';
import { giveUp, say } from './say.mjs';

const CHECKS = ['lint', 'format:check', 'typecheck'];
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** The step that runs now. A Ctrl-C reaches it from the terminal too; that it is passed on serves those who only signal us. */
let current;
let interrupted = false;

async function main() {
  const args = process.argv.slice(2);
  const built = await prepare({ needs: ['cli', 'testServer'], buildMustSucceed: false });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      interrupted = true;
      current?.kill(signal);
    });
  const failedChecks = [...(built ? [] : ['build']), ...(args.length > 0 ? [] : await check())];
  const { passed, failed } = await jest(args);
  for (const name of failedChecks) console.log(`✕ npm run ${name}`);
  if (interrupted) console.log('✕ interrupted');
  const failures = failed + failedChecks.length || (interrupted ? 1 : 0);
  console.log(`${passed} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}

async function check() {
  const failed = [];
  for (const name of CHECKS) {
    if (interrupted) break;
    say(`npm run ${name}`);
    if ((await run('npm', ['run', '--silent', name])) !== 0) failed.push(name);
  }
  return failed;
}

async function jest(args) {
  if (interrupted) return { passed: 0, failed: 0 };
  const chromium = await provideChromium();
  say('PostgreSQL …');
  const { throwAwayPostgres } = await import('../apps/cli/dist/postgres/index.js');
  const postgres = await throwAwayPostgres({ max_connections: 200 });
  const folder = mkdtempSync(join(tmpdir(), 'fundguard-jest-'));
  const report = join(folder, 'report.json');
  try {
    if (interrupted) return { passed: 0, failed: 0 };
    const env = { TEST_DATABASE_URL: postgres.ownerUrl('postgres'), ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
    const code = await run(process.execPath, [...JEST, '--json', `--outputFile=${report}`, ...args], env);
    return count(report, code);
  } finally {
    await postgres.discard();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test file that cannot even be loaded has no test that failed; it counts as one. So does a run that broke off. */
function count(report, code) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(command, args, env = {}) {
  return new Promise((done) => {
    current = spawn(command, args, {
      cwd: CHECKOUT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    current.once('error', () => done(1));
    current.once('exit', (code) => done(code ?? 1));
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.once('exit', () => console.log('0 passed, 1 failed'));
    giveUp(error);
  },
);
