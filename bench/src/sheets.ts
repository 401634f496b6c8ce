import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alternate, report } from './rounds.js';

const ROUNDS = 3;
/** However long a sheet is. */
const MOST_MB = 400;
const PROCESS = fileURLToPath(new URL('sheets-process.js', import.meta.url));

/** What a process took for one sheet, and the most memory it had. */
export interface SheetWork {
  readonly ms: number;
  readonly mb: number;
}

/**
 * A sheet of 100,000 rows written, and one of 200,000 rows read and judged row by row, each in a process of its own; against the
 * library's bare streaming writer, and against the bare reader that judges nothing. ratio = ours / limit.
 */
export async function run(): Promise<void> {
  const file = join(tmpdir(), `fundguard-bench-${process.pid}.xlsx`);
  try {
    await inProcess('fill', file);
    for (const [name, ours, limit] of [
      ['sheet.export', 'write', 'write-bare'],
      ['sheet.import-check', 'check', 'read-bare'],
    ] as const) {
      const rounds = await alternate(
        ROUNDS,
        { ours: () => inProcess(ours, file), limit: () => inProcess(limit, file) },
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
    await rm(file, { force: true });
  }
}

async function inProcess(what: string, file: string): Promise<SheetWork> {
  const child: ChildProcess = fork(PROCESS, [what, file], { stdio: ['ignore', 2, 2, 'ipc'] });
  const [work] = (await once(child, 'message')) as [SheetWork];
  if (child.exitCode === null) await once(child, 'exit');
  if (work.mb > MOST_MB) throw new Error(`${what} took ${Math.round(work.mb)} MB`);
  return work;
}
