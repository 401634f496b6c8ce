import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE = 120_000;

export interface Product {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/** The product as a person starts it, `npm start`, with its demonstration, on a folder and a port of its own. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'fundguard-browser-'));
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port) };
  const output: string[] = [];
  const child = spawn(process.execPath, ['scripts/fundguard.mjs', 'start'], { cwd: CHECKOUT, env, detached: true });
  child.stdout.on('data', (text: Buffer) => output.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => output.push(text.toString()));
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + PATIENCE;
  while (!existsSync(join(folder, 'accounts.json'))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the product did not start:\n${output.join('')}`);
    }
    await wait(200);
  }
  // A secure cookie is kept for localhost, whatever the scheme.
  return { url: `http://localhost:${port}`, folder, stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGINT');
  await once(child, 'exit');
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
