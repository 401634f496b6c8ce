import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const BYTES = 32;

/** A key that seals on this machine, identity numbers or who reported: made once, readable by its owner only, gone with the data folder. */
export function keyIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(BYTES).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
