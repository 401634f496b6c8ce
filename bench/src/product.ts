import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './programs.js';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

export interface Product {
  readonly port: number;
  /** Milliseconds until the first request was answered. */
  readonly took: number;
  stop(): Promise<void>;
}

/** `npm start` on a folder; on an empty one it fills in the demonstration, which a second start does not. */
export async function startProduct(folder: string): Promise<Product> {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port) };
  const began = performance.now();
  // A process group of its own: what a terminal's Ctrl-C reaches.
  const npm = spawn('npm', ['start'], { cwd: CHECKOUT, env, stdio: ['ignore', 2, 2], detached: true });
  await until(() => isHealthy(port), npm);
  const took = performance.now() - began;
  await until(() => Promise.resolve(existsSync(join(folder, 'accounts.json'))), npm);
  return {
    port,
    took,
    async stop() {
      process.kill(-(npm.pid as number), 'SIGINT');
      await ended(npm);
    },
  };
}

export async function until(holds: () => Promise<boolean>, child?: ChildProcess): Promise<void> {
  while (!(await holds())) {
    if (child && child.exitCode !== null) throw new Error(`${child.spawnfile} ended with code ${child.exitCode}`);
    await wait(20);
  }
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

export const answered = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

export const isHealthy = (port: number): Promise<boolean> =>
  answered(
    fetch(`http://127.0.0.1:${port}/api/v1/health`).then(({ ok }) => (ok ? ok : Promise.reject(new Error('not yet')))),
  );
