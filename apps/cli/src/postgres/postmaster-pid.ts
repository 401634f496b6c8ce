import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { birthOf } from '../../../../scripts/host.mjs';
import { end, signal, within, workingIn } from '../processes.js';
import { Unmet } from '../unmet.js';

export interface PostmasterPid {
  readonly pid: number;
  readonly folder: string;
  readonly port: number;
  readonly ready: boolean;
}

/** PostgreSQL's own note of who serves a folder, a fact a line. */
export function parsePostmasterPid(text: string): PostmasterPid | undefined {
  const [pid, folder, , port, , , , status] = text.split('\n').map((line) => line.trim());
  if (!pid || !/^\d+$/.test(pid)) return undefined;
  return { pid: Number(pid), folder: folder ?? '', port: Number(port), ready: status === 'ready' };
}

export function readPostmasterPid(folder: string): PostmasterPid | undefined {
  const file = join(folder, 'postmaster.pid');
  return existsSync(file) ? parsePostmasterPid(readFileSync(file, 'utf8')) : undefined;
}

/**
 * After a kill -9 of ours, PostgreSQL may still serve this folder, or its note may name a process id that is somebody else's now.
 * The note of one that is gone stays: PostgreSQL removes it itself, having looked whether a session of it still holds the memory.
 */
export async function endLeftovers(folder: string): Promise<void> {
  const note = readPostmasterPid(folder);
  const birth = note && birthOf(note.pid);
  if (note && birth) {
    if (isPostgres(note.pid, folder)) await end(note.pid, birth, 'SIGINT', 20_000);
    else if (workingIn(folder).length === 0) rmSync(join(folder, 'postmaster.pid'));
  }
  const alone = () => workingIn(folder).length === 0;
  if (await within(5_000, alone)) return;
  for (const pid of workingIn(folder)) signal(pid, 'SIGQUIT');
  if (!(await within(5_000, alone))) throw new Unmet(`Processes ${workingIn(folder).join(', ')} still use ${folder}: end them.`);
}

function isPostgres(pid: number, folder: string): boolean {
  if (process.platform === 'linux') return workingIn(folder).includes(pid);
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(folder);
}
