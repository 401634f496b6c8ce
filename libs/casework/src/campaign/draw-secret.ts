import { randomBytes } from 'node:crypto';

/** What lots are drawn with: 256 bits nobody knows before its hash is on the record (docs/draw.md). */
export const drawSecret = (): string => randomBytes(32).toString('hex');
