import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { linkLibraries } from './binaries.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fundguard-links-'));
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  writeFileSync(join(root, 'native/lib/libicuuc.so.60.2'), 'library');
});
afterEach(() => rmSync(root, { recursive: true }));

it('makes the links that npm could not carry, and leaves those that are there', () => {
  const source = 'native/lib/libicuuc.so.60.2';
  const links = ['native/lib/libicuuc.so', 'native/lib/libicuuc.so.60'].map((target) => ({ source, target }));
  writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
  linkLibraries(root);
  linkLibraries(root);
  expect(readlinkSync(join(root, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  expect(readFileSync(join(root, 'native/lib/libicuuc.so'), 'utf8')).toBe('library');
});

it('has nothing to do where the package lists no links', () => {
  expect(() => linkLibraries(root)).not.toThrow();
});
