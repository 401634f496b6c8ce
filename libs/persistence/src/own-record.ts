import type { Actor, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';
import { type NewEvent, chain } from './record.js';

/** A row that keeps a record of its own, for what belongs to no campaign and no case. */
export interface OwnRecord {
  readonly id: string;
  readonly region: string;
  readonly seq: number;
  readonly head: Buffer;
}

export interface OwnEntry {
  readonly kind: string;
  readonly data: NewEvent['data'];
  readonly actor: Actor;
  readonly at: Instant;
  readonly command: string;
  /** Of a command that may be sent twice: how it is known again, and what it answers. */
  readonly ran?: { readonly fingerprint: string; readonly answer: unknown };
}

/** One more link of the row's chain, its new end, and the command's answer. One round trip. */
export async function recordOwn(
  tx: Tx,
  table: 'import' | 'pool_member' | 'practitioner' | 'block',
  { id, region, seq, head }: OwnRecord,
  { kind, data, actor, at, command, ran }: OwnEntry,
): Promise<void> {
  const event = { file_id: id, seq: seq + 1, region, kind, data, at, due: null, actor, command_id: command };
  const { rows, head: next } = chain(head, [event]);
  for (const { prev, hash } of rows)
    await tx.query({
      text: `with answered as (
               insert into command (id, file_id, fingerprint, answer) values ($8, $1, decode($12, 'hex'), $13)
             ), recorded as (
               insert into event (file_id, seq, region, kind, data, at, actor, command_id, prev, hash)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ) update ${table} set seq = $2, head = $11 where id = $1`,
      values: [
        ...[id, seq + 1, region, kind, toJson(data), at, toJson(actor), command, prev, hash, next],
        ...[ran?.fingerprint ?? hash.toString('hex'), toJson(ran?.answer ?? { id, events: [kind] })],
      ],
    });
}
