import { canonicalJson as canonical } from '@fundguard/domain';
import pg from 'pg';

/** Money inside jsonb: an object no text of a person can be mistaken for. */
interface WrittenFen {
  readonly $fen: string;
}

const isWrittenFen = (value: unknown): value is WrittenFen =>
  typeof value === 'object' &&
  value !== null &&
  '$fen' in value &&
  typeof value.$fen === 'string' &&
  /^-?\d{1,30}$/.test(value.$fen) &&
  Object.keys(value).length === 1;

const write = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? { $fen: value.toString() } : value;
const read = (_key: string, value: unknown): unknown => (isWrittenFen(value) ? BigInt(value.$fen) : value);

export const toJson = (value: unknown): string => JSON.stringify(value, write);

/** As it is hashed, money and all. */
export const canonicalJson = (value: unknown): string => canonical(value, write);

const JSONB = 3802;
const INT8 = 20;
const DATE = 1082;

/** How pg hands values over: jsonb with its money revived, counters as numbers, days as text. */
export function installTypeParsers(): void {
  pg.types.setTypeParser(JSONB, (text) => JSON.parse(text, read) as unknown);
  pg.types.setTypeParser(INT8, (text) => Number(text));
  pg.types.setTypeParser(DATE, (text) => text);
}
