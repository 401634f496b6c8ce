import { spawn } from 'node:child_process';

/** Ends what a test run leaves behind that was killed itself: the programs have process groups of their own. */
export interface Reaper {
  began(pid: number): void;
  ended(pid: number): void;
  dismiss(): void;
}

const SCRIPT = `
  const { rmSync } = require('node:fs');
  const pids = new Set();
  process.on('message', ({ began, ended }) => (began ? pids.add(began) : pids.delete(ended)));
  process.on('disconnect', () => {
    for (const pid of pids) try { process.kill(-pid, 'SIGKILL'); } catch {}
    setTimeout(() => rmSync(process.argv[1], { recursive: true, force: true }), 500);
  });
`;

/** @param folder removed at the end, however the end comes */
export function startReaper(folder: string): Reaper {
  const child = spawn(process.execPath, ['-e', SCRIPT, folder], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return {
    began: (pid) => void child.send({ began: pid }),
    ended: (pid) => void child.send({ ended: pid }),
    dismiss: () => child.disconnect(),
  };
}
