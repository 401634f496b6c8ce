import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, readRun, type NamedProcess } from '../../../scripts/host.mjs';
import { Unmet } from '../../../scripts/say.mjs';
import { end, signal } from './processes.js';

/** `.data/run.json`: who runs here, so that one folder is served once, and what a killed launcher left behind is found. */
export interface RunFile {
  record(children: readonly { readonly name: string; readonly pid: number }[]): void;
  release(): void;
}

export async function claimRun(dataDir: string, url: string, found: (child: NamedProcess) => void): Promise<RunFile> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const file = join(dataDir, 'run.json');
  const supervisor = named({ name: 'fundguard', pid: process.pid });
  const text = (children: readonly NamedProcess[]) => JSON.stringify({ url, supervisor, children }, undefined, 2);
  for (;;) {
    const earlier = readRun(dataDir);
    if (earlier.supervisor)
      throw new Unmet(`Fundguard is running already (process ${earlier.supervisor.pid}): open ${earlier.url}.`);
    for (const child of earlier.children) {
      found(child);
      await endLeftover(child);
    }
    rmSync(file, { force: true });
    try {
      writeFileSync(file, text([]), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      // Another start was quicker; the next look finds it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return {
    record(children) {
      writeFileSync(`${file}.new`, text(children.map(named)), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

const named = ({ name, pid }: { readonly name: string; readonly pid: number }): NamedProcess => ({
  name,
  pid,
  birth: birthOf(pid) ?? '',
});

/** The api and the worker notice by themselves that their launcher is gone, and are on their way out already. */
async function endLeftover({ name, pid, birth }: NamedProcess): Promise<void> {
  await end(pid, birth, name === 'postgresql' ? 'SIGINT' : 'SIGTERM', 20_000);
  signal(-pid, 'SIGKILL'); // each began a process group: whatever of it outlived its head
}
