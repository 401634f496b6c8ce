/** What this machine offers: ports, accounts, processes. Plain Node, because `doctor` runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHECKOUT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
export const CACHE = join(CHECKOUT, '.cache');

export const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, and wants the account that it runs as to have a name. */
export function unprivilegedAccount() {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10),
    );
    if (uid > 0 && gid > 0) return { name, uid, gid };
  }
  return undefined;
}

export function hasName() {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

export function isPortFree(port, host = '127.0.0.1') {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });
}

/** The port that is wanted, or any other that is free. */
export async function freePort(wanted) {
  if (wanted && (await isPortFree(wanted))) return wanted;
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/**
 * When a process began: with its id, the only name that is never given twice. Undefined once it has ended,
 * also where nobody collected it (a zombie, in a container without an init).
 */
export function birthOf(pid) {
  if (process.platform !== 'linux') {
    const [state = 'Z', ...began] = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : began.join(' ');
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** What `.data/run.json` says is running, less what has ended since. */
export function readRun(dataDir) {
  let run;
  try {
    run = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8'));
  } catch {
    return { url: undefined, supervisor: undefined, children: [] };
  }
  const lives = (process) => process !== undefined && birthOf(process.pid) === process.birth;
  return {
    url: run.url,
    supervisor: lives(run.supervisor) ? run.supervisor : undefined,
    children: (run.children ?? []).filter(lives),
  };
}
