import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { Account } from '../../../scripts/host.mjs';
import { signal, within } from './processes.js';
import { Unmet } from './unmet.js';

/** A program we start: in a process group of its own, so that Ctrl-C reaches only us, and with a log of its own. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: string;
  readonly account?: Account | undefined;
  /** A channel to us, by which a Node program notices when we are gone. */
  readonly ipc?: boolean;
  /** How it is asked to end, and how long it may take. */
  readonly stopBy: NodeJS.Signals;
  readonly graceMs: number;
}

export interface Running {
  readonly pid: number;
  /** How it ended, in words; settles once. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

const LOG_LIMIT = 10 * 1024 * 1024;

export async function launch(program: Program): Promise<Running> {
  if (existsSync(program.log) && statSync(program.log).size > LOG_LIMIT) renameSync(program.log, `${program.log}.1`);
  const log = openSync(program.log, 'a', 0o600);
  const child = spawn(program.command, program.args, {
    cwd: '/',
    env: program.env,
    detached: true,
    stdio: ['ignore', log, log, ...(program.ipc ? (['ipc'] as const) : [])],
    ...(program.account && { uid: program.account.uid, gid: program.account.gid }),
  });
  closeSync(log);
  let over = false;
  const ended = endOf(child).finally(() => {
    over = true;
  });
  await new Promise<void>((started, failed) => {
    child.once('spawn', started);
    child.once('error', (error) => failed(new Unmet(`${program.name} could not be started: ${error.message}.`)));
  });
  const pid = child.pid as number;
  return {
    pid,
    ended,
    hasEnded: () => over,
    async stop() {
      if (over) return;
      signal(pid, program.stopBy);
      if (!(await within(program.graceMs, () => over))) signal(-pid, 'SIGKILL');
      await ended;
    },
  };
}

const endOf = (child: ChildProcess) =>
  new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, by) => done(by ? `ended by ${by}` : `ended with code ${code}`));
  });

/** Waits until the program answers. One that ends instead, or never answers, is reported with the last it wrote. */
export async function untilReady(program: Program, running: Running, isReady: () => Promise<boolean>, waitMs: number): Promise<void> {
  const ready = await within(waitMs, async () => running.hasEnded() || (await isReady()));
  if (ready && !running.hasEnded()) return;
  const how = running.hasEnded() ? await running.ended : `did not answer within ${waitMs / 1000} s`;
  await running.stop();
  throw new Unmet(`${program.name} ${how}. Its log, ${program.log}, ends:\n${lastLines(program.log, 12)}`);
}

export function lastLines(file: string, count: number): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count);
  return lines.map((line) => `    ${line.slice(0, 400)}`).join('\n');
}
