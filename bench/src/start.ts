import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@fundguard/cli';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { answered, ended, isHealthy, startProduct, until } from './product.js';
import { API, WORKER, freePort, startProgram } from './programs.js';
import { alternate, report } from './rounds.js';

const ROUNDS = 3;

/**
 * `npm start` on data that are there, until the first request is answered; against the sum of what it starts, each
 * started bare and alone: PostgreSQL, Temporal's dev server, the worker, the api. ratio = ours / limit.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fundguard-bench-start-'));
  try {
    await wholeStart(folder);
    const rounds = await alternate(ROUNDS, { ours: () => wholeStart(folder), limit: () => parts(folder) });
    report('start', 'ms', rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function wholeStart(folder: string): Promise<number> {
  const product = await startProduct(folder);
  await product.stop();
  return product.took;
}

async function parts(folder: string): Promise<number> {
  const postgres = await openPostgres({ folder: join(folder, 'postgres'), log: '', database: 'fundguard' });
  const { command, args, env, cwd, account } = await postgres.program();
  const database = bare(command, [...args], {
    env: { ...env },
    cwd,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  const DATABASE_URL = postgres.appUrl('fundguard');
  const databaseTook = await untilAnswered(() => accepts(DATABASE_URL), database);

  const [grpc, ui, port] = [await freePort(), await freePort(), await freePort()];
  const flags = [
    `--db-filename=${join(folder, 'temporal.db')}`,
    `--port=${grpc}`,
    `--ui-port=${ui}`,
    '--log-level=never',
  ];
  const engine = bare(process.env['TEMPORAL_CLI_PATH'] ?? 'temporal', ['server', 'start-dev', ...flags]);
  const TEMPORAL_ADDRESS = `127.0.0.1:${grpc}`;
  const engineTook = await untilAnswered(() => serves(TEMPORAL_ADDRESS), engine);

  const ours = { DATABASE_URL, TEMPORAL_ADDRESS, PORT: String(port), FILES_DIR: folder, MAIL_DIR: folder };
  let took = databaseTook + engineTook;
  for (const main of [WORKER, API]) {
    const began = performance.now();
    const program = await startProgram(main, [], ours);
    if (main === API) await until(() => isHealthy(port));
    took += performance.now() - began;
    await program.stop();
  }
  engine.kill('SIGTERM');
  await ended(engine);
  database.kill('SIGINT');
  await ended(database);
  return took;
}

const bare = (command: string, args: string[], options: object = {}): ChildProcess =>
  spawn(command, args, { stdio: 'ignore', ...options });

async function untilAnswered(answers: () => Promise<boolean>, child: ChildProcess): Promise<number> {
  const began = performance.now();
  await until(answers, child);
  return performance.now() - began;
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  return answered(client.connect().then(() => client.end()));
}

const serves = (address: string): Promise<boolean> =>
  answered(
    Connection.connect({ address, connectTimeout: 1_000 }).then(async (connection) => {
      await connection.workflowService.describeNamespace({ namespace: 'default' }).finally(() => connection.close());
    }),
  );
