import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';

const PROGRAM = fileURLToPath(new URL('../../scripts/fundguard.mjs', import.meta.url));

let folder: string;
let port: number;
const started: Launched[] = [];

interface Launched {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundguard-start-'));
  port = await freePort();
});

afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function start(): Launched {
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const launched = { child, said: () => said, ended };
  started.push(launched);
  return launched;
}

const health = async () => (await (await fetch(`http://127.0.0.1:${port}/api/v1/health`)).json()) as object;
const untilReady = async (launched: Launched) => {
  await eventually(() => Promise.resolve(expect(launched.said()).toContain('is ready')), 900);
  expect(await health()).toMatchObject({ status: 'ok' });
};

interface RunFile {
  readonly children: readonly { readonly name: string; readonly pid: number }[];
}
const children = async () => (JSON.parse(await readFile(join(folder, 'data/run.json'), 'utf8')) as RunFile).children;
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('start: ready, with a box; Ctrl-C leaves no child; a second start is quick; kill -9 of everything is recovered from', async () => {
  const first = start();
  await untilReady(first);
  for (const text of ['/api/v1/docs', 'coordinator', 'Ctrl-C', join(folder, 'data')])
    expect(first.said()).toContain(text);

  const twin = start();
  expect(await twin.ended).not.toBe(0);
  expect(twin.said()).toContain('running already');

  const mine = await children();
  expect(mine.map(({ name }) => name).sort()).toEqual(['api', 'postgresql', 'temporal', 'worker']);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(mine.filter(({ pid }) => alive(pid))).toEqual([]);

  const second = start();
  await untilReady(second);
  expect(second.said()).not.toContain('filling in the demo');
  const [account] = JSON.parse(await readFile(join(folder, 'data/accounts.json'), 'utf8')) as {
    login: string;
    password: string;
  }[];
  const signedIn = await fetch(`http://127.0.0.1:${port}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: account?.login, password: account?.password }),
  });
  expect(signedIn.status).toBe(201);

  const doomed = await children();
  second.child.kill('SIGKILL');
  for (const { pid } of doomed) process.kill(pid, 'SIGKILL');
  await second.ended;
  await wait(200);
  const third = start();
  await untilReady(third);
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
}, 240_000);

test('a busy port is said in a sentence', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  const launched = start();
  expect(await launched.ended).not.toBe(0);
  expect(launched.said()).toContain(String(port));
  await new Promise((done) => squatter.close(done));
}, 60_000);

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
