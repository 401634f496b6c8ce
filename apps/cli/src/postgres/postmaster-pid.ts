import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { birthOf } from '../../../../scripts/host.mjs';
import { end, signal, within, workingIn } from '../processes.js';
import { Unmet } from '../../../../scripts/say.mjs';

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
 * After a kill -9 of ours, PostgreSQL may still serve this folder; or its sessions, without their postmaster; or nobody, while its
 * note names a process id that is a zombie's or somebody else's by now, for which PostgreSQL would refuse to start.
 */
export async function endLeftovers(folder: string): Promise<void> {
  const note = readPostmasterPid(folder);
  const birth = note && birthOf(note.pid);
  if (note && birth && isPostgres(note.pid, folder)) await end(note.pid, birth, 'SIGINT', 20_000);
  const alone = () => workingIn(folder).length === 0;
  if (!(await within(5_000, alone))) {
    for (const pid of workingIn(folder)) signal(pid, 'SIGQUIT');
    if (!(await within(5_000, alone)))
      throw new Unmet(`Processes ${workingIn(folder).join(', ')} still use ${folder}: end them.`);
  }
  // Two servers on one folder destroy it. Off Linux nobody can be seen working there, so a note of a process that is gone
  // stays: PostgreSQL removes it itself, once it has looked whether a session still holds the memory that the note names.
  if (process.platform === 'linux' || birth) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function isPostgres(pid: number, folder: string): boolean {
  if (process.platform === 'linux') return workingIn(folder).includes(pid);
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(folder);
}
