import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { birthOf, type NamedProcess } from '../../../scripts/host.mjs';
import { claimRun } from './run-file.js';

const URL = 'http://127.0.0.1:3000';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fundguard-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const claim = () => claimRun(folder, URL, () => undefined);
const write = (run: object) => writeFileSync(join(folder, 'run.json'), JSON.stringify(run));
const sleeper = () => {
  const pid = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' }).pid as number;
  return { name: 'temporal', pid, birth: birthOf(pid) ?? '' };
};
const endedBefore: NamedProcess = { name: 'fundguard', pid: process.pid, birth: 'another' };

describe('the note of who runs here', () => {
  it('keeps a second start out, and says where the first is', async () => {
    await claim();
    await expect(claim()).rejects.toThrow(`running already (process ${process.pid}): open ${URL}`);
  });

  it('lets one of two that start at once in', async () => {
    const outcomes = await Promise.allSettled([claim(), claim()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends what a launcher that was killed left behind', async () => {
    const child = sleeper();
    write({ url: URL, supervisor: endedBefore, children: [child] });
    const found: NamedProcess[] = [];
    await claimRun(folder, URL, (each) => found.push(each));
    expect(found).toEqual([child]);
    expect(birthOf(child.pid)).toBeUndefined();
  });

  it('leaves a process alone that has the number of one of ours, and is not ours', async () => {
    const child = sleeper();
    write({ url: URL, supervisor: endedBefore, children: [{ ...child, birth: '1' }] });
    await claim();
    expect(birthOf(child.pid)).toBe(child.birth);
    process.kill(child.pid);
  });

  it('is begun anew where it cannot be read', async () => {
    writeFileSync(join(folder, 'run.json'), '{"url":');
    const run = await claim();
    run.record([{ name: 'api', pid: process.pid }]);
    expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))).toMatchObject({
      url: URL,
      children: [{ name: 'api', pid: process.pid, birth: birthOf(process.pid) }],
    });
    run.release();
    expect(existsSync(join(folder, 'run.json'))).toBe(false);
  });
});
