import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { birthOf } from '../../../scripts/host.mjs';

/** Sends a signal; false where the process has ended already. A negative id means its whole group. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** True once the check holds; false when it never did in that time. */
export async function within(milliseconds: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + milliseconds; ; await wait(50)) {
    if (await holds()) return true;
    if (Date.now() > until) return false;
  }
}

/** Ends a process that is not our child, gently and then not. The birth keeps us from ending whoever got its id since. */
export async function end(pid: number, birth: string, how: NodeJS.Signals, grace: number): Promise<void> {
  const gone = () => birthOf(pid) !== birth;
  if (gone()) return;
  signal(pid, how);
  if (await within(grace, gone)) return;
  if (!gone()) signal(pid, 'SIGKILL');
  await within(5_000, gone);
}

/** The processes that work in a folder, as PostgreSQL's all do in their data. Known on Linux only. */
export function workingIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => folderOf(pid) === folder && birthOf(Number(pid))).map(Number);
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
