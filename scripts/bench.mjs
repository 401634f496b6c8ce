/**
 * npm run bench: how fast we are, as ratios to the bare parts we are made of. One JSON object a line on stdout, the
 * rest on stderr. `npm run bench -- <name>` runs the measures whose name begins so.
 */
import { spawn, spawnSync } from 'node:child_process';
import { CHECKOUT } from './host.mjs';
import { prepare } from './prepare.mjs';
import { giveUp, say, Unmet } from './say.mjs';

console.log = console.error; // progress is no result

const MAIN = 'bench/dist/main.js';
/** Durable, as in production, for our side and for the limit alike; commit times tell when a row was there. */
const SETTINGS = {
  fsync: 1,
  full_page_writes: 1,
  synchronous_commit: 1,
  track_commit_timestamp: 1,
  max_connections: 100,
};

async function main() {
  const wanted = process.argv.slice(2);
  await prepare({ needs: ['cli', 'testServer'] });
  if (spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'bench'], inherit()).status !== 0)
    throw new Unmet('The measures could not be compiled.');
  const known = spawnSync(process.execPath, [MAIN, '--list'], { cwd: CHECKOUT, encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  const chosen = known.filter((name) => wanted.length === 0 || wanted.some((prefix) => name.startsWith(prefix)));
  if (chosen.length === 0)
    throw new Unmet(`There is no measure "${wanted.join(' ')}". There are: ${known.join(', ')}.`);
  const { throwAwayPostgres } = await import('../apps/cli/dist/postgres/index.js');
  const postgres = await throwAwayPostgres(SETTINGS);
  try {
    for (const name of chosen) {
      say(name);
      const code = await run(name, { BENCH_DATABASE_URL: postgres.ownerUrl('postgres') });
      if (code !== 0) throw new Unmet(`The measure ${name} broke off.`);
    }
  } finally {
    await postgres.discard();
  }
}

const inherit = () => ({ cwd: CHECKOUT, stdio: ['ignore', 'inherit', 'inherit'] });

function run(name, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, name], { ...inherit(), env: { ...process.env, ...env } });
    child.once('exit', (code) => done(code ?? 1));
  });
}

main().then(() => process.exit(0), giveUp);
