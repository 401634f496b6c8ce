import { createHash } from 'node:crypto';
import { type Actor, type Instant, instant } from '@fundguard/domain';
import type { Tx } from './database.js';
import { canonicalJson } from './json.js';

/** An event as it stands on the record of a file. */
export interface RecordedEvent {
  readonly file_id: string;
  readonly seq: number;
  readonly region: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** When it was recorded. */
  readonly at: Date;
  /** The instant that was due, for what the clock did. */
  readonly due: Date | null;
  readonly actor: Actor;
  readonly command_id: string;
  readonly prev: Buffer;
  readonly hash: Buffer;
}

export type NewEvent = Omit<RecordedEvent, 'prev' | 'hash' | 'at' | 'due'> & {
  readonly at: Instant;
  readonly due: Instant | null;
};

/** What the first event of a file is chained to. */
export const GENESIS = Buffer.alloc(32);

/** What is hashed of an event: its canonical JSON. */
export function eventText({ file_id, seq, region, kind, data, at, due, actor, command_id }: NewEvent): string {
  return canonicalJson({ file_id, seq, region, kind, data, at, due, actor, command_id });
}

/** sha256(previous hash ‖ canonical JSON of the event). */
export const eventHash = (prev: Buffer, event: NewEvent): Buffer =>
  createHash('sha256').update(prev).update(eventText(event)).digest();

/** An event as it was hashed, read back. */
export const asHashed = (event: RecordedEvent): NewEvent => ({
  ...event,
  at: instant(event.at),
  due: event.due && instant(event.due),
});

/** Chains the events to the head they follow. */
export function chain(
  head: Buffer,
  events: readonly NewEvent[],
): { readonly rows: readonly ChainedEvent[]; readonly head: Buffer } {
  let prev = head;
  const rows = events.map((event) => {
    const hash = eventHash(prev, event);
    const row = { ...event, prev, hash };
    prev = hash;
    return row;
  });
  return { rows, head: prev };
}
export type ChainedEvent = NewEvent & { readonly prev: Buffer; readonly hash: Buffer };

export const eventsOf = (tx: Tx, fileId: string, after: number, limit: number): Promise<RecordedEvent[]> =>
  tx.query<RecordedEvent>({
    name: 'events-of',
    text: 'select * from event where file_id = $1 and seq > $2 order by seq limit $3',
    values: [fileId, after, limit],
  });

/**
 * The acts on a campaign since a version of it. Its record also holds what units and the clock did, which leaves the
 * version as it is: of the events of one version, the first is the act that made it.
 */
export const campaignChanges = (tx: Tx, campaignId: string, version: number): Promise<RecordedEvent[]> =>
  tx.query<RecordedEvent>({
    text: `select distinct on ((c.answer ->> 'version')::bigint) e.* from event e join command c on c.id = e.command_id
           where e.file_id = $1 and c.answer ->> 'id' = $1::text and (c.answer ->> 'version')::bigint > $2
           order by (c.answer ->> 'version')::bigint, e.seq`,
    values: [campaignId, version],
  });
