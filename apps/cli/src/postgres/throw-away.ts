import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf } from '../../../../scripts/host.mjs';
import { serve } from '../service.js';
import { endLeftovers } from './postmaster-pid.js';
import { openPostgres, type Postgres } from './server.js';

export interface ThrowAwayPostgres extends Postgres {
  discard(): Promise<void>;
}

/** A server for a test run or a rehearsal: quick, in a temporary folder that tells who made it, and gone with it. */
export async function throwAwayPostgres(settings: Readonly<Record<string, number>> = {}): Promise<ThrowAwayPostgres> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `fundguard-throw-away-${process.pid}-${born(process.pid)}-`));
  const log = join(folder, 'log');
  const postgres = await openPostgres({ folder, log, database: 'fundguard', durable: false, settings });
  const running = await serve(postgres);
  return {
    ...postgres,
    async discard() {
      await running.stop();
      for (const each of [folder, postgres.place.folder]) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** Removes what runs left behind that were ended before they could. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const [, pid, birth] = /^fundguard-throw-away-(\d+)-(\w*)-/.exec(name) ?? [];
    if (pid === undefined || born(Number(pid)) === birth) continue;
    const folder = join(tmpdir(), name);
    try {
      await endLeftovers(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      continue; // another account's; that account's next run removes it
    }
  }
}

const born = (pid: number) => (birthOf(pid) ?? '').replace(/\W/g, '');
