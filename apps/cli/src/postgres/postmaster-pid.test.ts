import { describe, expect, it } from '@jest/globals';
import { parsePostmasterPid } from './postmaster-pid.js';

const note = (status: string) => `4711\n/srv/data\n1795000000\n54321\n\n127.0.0.1\n  1234567         8\n${status}\n`;

describe('PostgreSQL’s note of who serves a folder', () => {
  it.each([
    ['ready   ', true],
    ['starting', false],
    ['stopping', false],
  ])('says "%s"', (status, ready) => {
    expect(parsePostmasterPid(note(status))).toEqual({ pid: 4711, folder: '/srv/data', port: 54_321, ready });
  });

  it('is not ready while it is being written', () => {
    expect(parsePostmasterPid('4711\n/srv/data\n')).toMatchObject({ pid: 4711, ready: false });
  });

  it.each(['', '\n', 'not a number\n/srv/data\n'])('is none where it is %j', (text) => {
    expect(parsePostmasterPid(text)).toBeUndefined();
  });
});
