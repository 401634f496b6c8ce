import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { birthOf } from '../../../scripts/host.mjs';
import { within } from './processes.js';
import type { RunFile } from './run-file.js';
import type { Service } from './service.js';
import { Supervisor } from './supervisor.js';

const READY = `process.send('ready'); process.on('disconnect', () => process.exit()); setInterval(() => {}, 1000);`;
let folder: string;
let running: readonly { readonly name: string; readonly pid: number }[];
let told: string[];
let supervisor: Supervisor;

const runFile: RunFile = {
  record(children) {
    running = children;
  },
  release: () => undefined,
};
const service = (name: string, script: string, waitMs = 10_000): Service => ({
  name,
  waitMs,
  isReady: (child) => child.isReady(),
  program: () => ({
    name,
    command: process.execPath,
    args: ['-e', script],
    env: {},
    cwd: folder,
    log: join(folder, `${name}.log`),
    ipc: true,
    stopBy: 'SIGTERM',
    graceMs: 1_000,
  }),
});
const pidOf = (name: string) => running.find((each) => each.name === name)?.pid ?? 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fundguard-supervisor-'));
  running = [];
  told = [];
  supervisor = new Supervisor(runFile, (line) => told.push(line));
});
afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true });
});

describe('the supervisor', () => {
  it('starts a service again that ends, and stops it', async () => {
    await supervisor.start(service('api', READY));
    const first = pidOf('api');
    process.kill(first, 'SIGKILL');
    expect(await within(10_000, () => pidOf('api') !== first)).toBe(true);
    expect(told).toEqual([expect.stringMatching(/^api was ended by SIGKILL; .*again in 0\.5 s$/)]);
    const second = pidOf('api');
    await supervisor.stop();
    expect(birthOf(second)).toBeUndefined();
  });

  it('shows the last words of one that ends instead of answering', async () => {
    const start = supervisor.start(service('worker', `console.error('no such queue'); process.exit(3)`));
    await expect(start).rejects.toThrow(
      /^worker ended with code 3\. Its log, .*worker\.log, ends:\n {4}no such queue$/,
    );
  });

  it('gives up on one that never answers, and leaves no process', async () => {
    await expect(supervisor.start(service('mute', 'setInterval(() => {}, 1000)', 300))).rejects.toThrow(
      'did not answer within 0.3 s',
    );
    expect(birthOf(pidOf('mute'))).toBeUndefined();
  });

  it('tries again where the reason may pass', async () => {
    const script = `const fs = require('fs'); if (fs.existsSync('once')) { ${READY} }
      else { fs.writeFileSync('once', ''); console.error('address already in use'); process.exit(1) }`;
    await supervisor.start(service('temporal', script), /address already in use/);
    expect(birthOf(pidOf('temporal'))).toBeDefined();
  });

  it('ends one that does not listen, and one that is only starting', async () => {
    await supervisor.start(service('deaf', `process.on('SIGTERM', () => {}); ${READY}`));
    const starting = expect(supervisor.start(service('slow', 'setInterval(() => {}, 1000)'))).rejects.toThrow();
    await within(5_000, () => pidOf('slow') > 0);
    const pids = ['deaf', 'slow'].map(pidOf);
    await supervisor.stop();
    await starting;
    expect(pids.map(birthOf)).toEqual([undefined, undefined]);
    await expect(supervisor.start(service('late', READY))).rejects.toThrow('stopping');
  });
});
