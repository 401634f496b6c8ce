import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const BYTES = 32;

/** The key that seals identity numbers on this machine: made once, readable by its owner only, gone with the data folder. */
export function identityKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(BYTES).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
