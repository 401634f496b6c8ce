import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from '../../../scripts/host.mjs';
import { Unmet } from '../../../scripts/say.mjs';
import { signal, within } from './processes.js';

/** A program we start: in a process group of its own, so that Ctrl-C reaches only us, and with a log of its own. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly log: string;
  readonly account?: Account | undefined;
  /** A channel, by which a Node program says that it is ready, and notices that we are gone. */
  readonly ipc?: boolean;
  readonly stopBy: NodeJS.Signals;
  readonly graceMs: number;
}

export interface Running {
  readonly pid: number;
  /** How it ended, in words. */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  /** It sent 'ready' through its channel. */
  readonly isReady: () => boolean;
  /** What it wrote since it was launched. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const LOG_LIMIT = 10 * 1024 * 1024;

export async function launch(program: Program): Promise<Running> {
  mkdirSync(dirname(program.log), { recursive: true });
  if (sizeOf(program.log) > LOG_LIMIT) renameSync(program.log, `${program.log}.1`);
  const earlier = sizeOf(program.log);
  const log = openSync(program.log, 'a', 0o600);
  const umask = process.umask(0o077); // what our programs keep is nobody else's to read
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    detached: true,
    stdio: ['ignore', log, log, ...(program.ipc ? (['ipc'] as const) : [])],
    ...(program.account && { uid: program.account.uid, gid: program.account.gid }),
  });
  process.umask(umask);
  closeSync(log);
  let over = false;
  let ready = false;
  child.on('message', (message) => {
    ready ||= message === 'ready';
  });
  const ended = new Promise<string>((done) => {
    child.once('exit', (code, by) => {
      over = true;
      done(by ? `was ended by ${by}` : `ended with code ${code}`);
    });
  });
  await new Promise<void>((started, failed) => {
    child.once('spawn', started);
    child.on('error', (error) => failed(new Unmet(`${program.name} could not be started: ${error.message}.`)));
  });
  const pid = child.pid as number;
  return {
    pid,
    ended,
    hasEnded: () => over,
    isReady: () => ready,
    output: () => readFileSync(program.log).subarray(earlier).toString(),
    async stop() {
      if (over) return;
      signal(pid, program.stopBy);
      if (!(await within(program.graceMs, () => over))) signal(-pid, 'SIGKILL');
      await ended;
    },
  };
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

/** The end of an output, to be shown below a sentence about it. */
export const lastLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-12)
    .map((line) => `    ${line.slice(0, 400)}`)
    .join('\n');
