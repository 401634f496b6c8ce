import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { environmentWith } from '@fundguard/config';
import { freePort } from '../../../scripts/host.mjs';
import type { Service } from './service.js';

export interface DevServer extends Service {
  /** The addresses of the one that was launched last; they stay once it answered. */
  address(): string;
  uiUrl(): string;
}

/** Where people look for it. */
const WELL_KNOWN = { grpc: 7233, ui: 8233 };
type Ports = typeof WELL_KNOWN;

/** Temporal's dev server: one program, its state in one file. Ports that are taken, or not asked for, become any others. */
export function devServer(cli: string, database: string, log: string, wanted: Partial<Ports> = WELL_KNOWN): DevServer {
  let ports: Ports | undefined;
  let answered = false;
  const address = () => `127.0.0.1:${ports?.grpc}`;
  return {
    name: 'temporal',
    address,
    uiUrl: () => `http://127.0.0.1:${ports?.ui}`,
    async program() {
      // Clients know its address from their start, so a second launch of ours takes the same ports.
      if (!ports || !answered) ports = { grpc: await freePort(wanted.grpc), ui: await freePort(wanted.ui) };
      const args = {
        ...{ '--db-filename': database, '--ip': '127.0.0.1', '--port': ports.grpc, '--ui-port': ports.ui },
        ...{ '--headless': false, '--ui-disable-news-fetch': true, '--log-level': 'warn', '--log-format': 'json' },
      };
      return {
        name: 'temporal',
        command: cli,
        args: ['server', 'start-dev', ...Object.entries(args).map(([name, value]) => `${name}=${value}`)],
        env: environmentWith({}),
        cwd: dirname(database),
        log,
        stopBy: 'SIGTERM',
        graceMs: 10_000,
      };
    },
    async isReady(running) {
      // Another program's server may have taken the port since we looked, and would answer in place of ours.
      if (!running.output().includes('Temporal Server:') || !(await answers(address()))) return false;
      answered = true;
      return true;
    },
    waitMs: 60_000,
  };
}

export function forgetDevServer(database: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(database + part, { force: true });
}

async function answers(address: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.withDeadline(Date.now() + 1_000, () =>
      (connection as Connection).workflowService.describeNamespace({ namespace: 'default' }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
