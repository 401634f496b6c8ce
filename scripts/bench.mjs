/**
 * npm run bench: how fast we are, as ratios to the bare parts we are made of. One JSON object a line on stdout, the
 * rest on stderr. `npm run bench -- <name>` runs one measure, or those whose names begin so.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { provideChromium } from './chromium.mjs';
import { CHECKOUT } from './host.mjs';
import { prepare } from './prepare.mjs';
import { giveUp, say, Unmet } from './say.mjs';

console.log = console.error; // progress is no result
const stdio = ['ignore', 2, 2];

const MAIN = 'bench/dist/main.js';
/** Durable, as in production, for our side and for the limit alike; commit times tell when a row was there. */
const SETTINGS = {
  fsync: 1,
  full_page_writes: 1,
  synchronous_commit: 1,
  track_commit_timestamp: 1,
  max_connections: 100,
};

/** The measure that runs now. Ctrl-C reaches it from the terminal too; it is passed on for those who only signal us. */
let current;
let interrupted = false;

async function main() {
  const wanted = process.argv.slice(2);
  await prepare({ needs: ['cli', 'testServer'] });
  if (spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'bench'], { stdio, cwd: CHECKOUT }).status)
    throw new Unmet('The measures could not be compiled.');
  const chosen = choose(wanted);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      interrupted = true;
      current?.kill(signal);
    });
  const chromium = chosen.some((name) => name.startsWith('web.')) ? await provideChromium() : undefined;
  const { throwAwayPostgres } = await import('../apps/cli/dist/postgres/index.js');
  const postgres = await throwAwayPostgres(SETTINGS);
  const env = { BENCH_DATABASE_URL: postgres.ownerUrl('postgres'), ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  const broken = [];
  try {
    for (const name of chosen) {
      if (interrupted) break;
      say(name);
      if ((await run(name, env)) !== 0) broken.push(name);
    }
  } finally {
    await postgres.discard();
  }
  if (broken.length > 0) throw new Unmet(`Broken off: ${broken.join(', ')}.`);
}

function choose(wanted) {
  const { stdout } = spawnSync(process.execPath, [MAIN, '--list'], { cwd: CHECKOUT, encoding: 'utf8' });
  const known = stdout.trim().split('\n');
  const isMeant = (name, by) => (known.includes(by) ? name === by : name.startsWith(by));
  const chosen = known.filter((name) => wanted.length === 0 || wanted.some((by) => isMeant(name, by)));
  if (chosen.length > 0) return chosen;
  throw new Unmet(`There is no measure "${wanted.join(' ')}". There are: ${known.join(', ')}.`);
}

/** Only results pass: the programs that a measure starts write to its stdout too. */
function run(name, env) {
  return new Promise((done) => {
    current = spawn(process.execPath, [MAIN, name], {
      cwd: CHECKOUT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface(current.stdout).on('line', (line) => {
      (line.startsWith('{"measure":') ? process.stdout : process.stderr).write(`${line}\n`);
    });
    current.once('error', () => done(1));
    current.once('close', (code) => done(code ?? 1));
  });
}

main().then(() => process.exit(interrupted ? 1 : 0), giveUp);
