import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alternate, report } from './rounds.js';
import type { SheetWork } from './sheets.js';

const ROUNDS = 3;
/** However much evidence there is. */
const MOST_MB = 250;
const PROCESS = fileURLToPath(new URL('case-package-process.js', import.meta.url));

/**
 * A case with 1 GB of evidence written as a package, and proven, each in a process of its own; against a bare copy of the
 * same bytes, and against one bare hash over the file. ratio = ours / limit.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fundguard-bench-'));
  try {
    await inProcess('fill', folder);
    for (const [name, ours, limit] of [
      ['case-package', 'write', 'write-bare'],
      ['case-package.verify', 'verify', 'verify-bare'],
    ] as const) {
      const rounds = await alternate(
        ROUNDS,
        { ours: () => inProcess(ours, folder), limit: () => inProcess(limit, folder) },
        0,
      );
      for (const [part, unit] of [
        ['ms', 'ms'],
        ['mb', 'MB'],
      ] as const)
        report(
          part === 'ms' ? name : `${name}.memory`,
          unit,
          rounds.map((round) => ({ ours: round.ours[part], limit: round.limit[part] })),
        );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inProcess(what: string, folder: string): Promise<SheetWork> {
  const child: ChildProcess = fork(PROCESS, [what, folder], { stdio: ['ignore', 2, 2, 'ipc'] });
  const [work] = (await once(child, 'message')) as [SheetWork];
  if (child.exitCode === null) await once(child, 'exit');
  if (work.mb > MOST_MB) throw new Error(`${what} took ${Math.round(work.mb)} MB`);
  return work;
}
