import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The api and the worker as they are started in production; they say when they are ready. */
export const API = fileURLToPath(new URL('main.js', import.meta.resolve('@fundguard/api')));
export const WORKER = fileURLToPath(new URL('main.js', import.meta.resolve('@fundguard/worker')));

export interface Program {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a Node program and waits until it says that it is ready. What it logs goes to stderr. */
export async function startProgram(
  main: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Program> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  await Promise.race([once(child, 'message'), failure(child, main)]);
  return {
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

export interface Api extends Program {
  readonly port: number;
}

/** The api with its pages. The engine is out of reach: what it does on the same machine is the reaction's measure. */
export async function startApi(DATABASE_URL: string, more: Record<string, string> = {}): Promise<Api> {
  const port = await freePort();
  const TEMPORAL_ADDRESS = `127.0.0.1:${await freePort()}`;
  const env = { DATABASE_URL, TEMPORAL_ADDRESS, PORT: String(port), FILES_DIR: tmpdir(), ...more };
  return { ...(await startProgram(API, [], env)), port };
}

async function failure(child: ChildProcess, main: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`${main} ended with code ${code}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Resident memory in megabytes, as Linux counts it. */
export function residentMegabytes(pid: number): number {
  const [, kilobytes = NaN] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
