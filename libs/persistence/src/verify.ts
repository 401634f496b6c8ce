import { type Database, EVERYWHERE, type Tx } from './database.js';
import { type RecordedEvent, GENESIS, asHashed, eventHash, eventsOf } from './record.js';
import type { RegionPath } from '@fundguard/domain';

/** The first link that does not hold. */
export interface BrokenLink {
  readonly fileId: string;
  readonly seq: number;
  readonly reason: 'hash' | 'chain' | 'gap' | 'head';
}

export interface Verification {
  readonly files: number;
  readonly events: number;
  readonly broken?: BrokenLink;
}

const PAGE = 1_000;

/**
 * Proves every file's chain from its first event to its head, and names the first link that is broken. The events of a file
 * are all of its own region, so that those of a subtree are whole chains; of the pool that a region draws from, those above are theirs
 * to prove.
 */
export async function verifyRecord(
  db: Database,
  progress: (events: number) => void = () => undefined,
  region: RegionPath = EVERYWHERE,
): Promise<Verification> {
  return db.within(region, async (tx) => {
    // One moment for all statements: a file that goes on meanwhile is otherwise taken for one that was cut off.
    await tx.query({ text: 'set transaction isolation level repeatable read, read only', values: [] });
    const files = await tx.query<FileHead>({
      text: `select id, seq, head from campaign union all select id, seq, head from case_file union all select id, seq, head from import
             union all select id, seq, head from pool_member where region_visible(region)
             union all select id, seq, head from practitioner union all select id, seq, head from block
             union all select distinct e.file_id, 0::bigint, ''::bytea from event e
               where not exists (select from campaign where id = e.file_id) and not exists (select from case_file where id = e.file_id)
                 and not exists (select from import where id = e.file_id) and not exists (select from pool_member where id = e.file_id)
                 and not exists (select from practitioner where id = e.file_id) and not exists (select from block where id = e.file_id)
             order by id`,
      values: [],
    });
    let events = 0;
    for (const file of files) {
      const result = await verifyFile(tx, file);
      events += result.events;
      progress(events);
      if (result.broken) return { files: files.length, events, broken: result.broken };
    }
    return { files: files.length, events };
  });
}

interface FileHead {
  readonly id: string;
  readonly seq: number;
  readonly head: Buffer;
}

async function verifyFile(tx: Tx, { id, seq, head }: FileHead): Promise<{ events: number; broken?: BrokenLink }> {
  let last: { seq: number; hash: Buffer } = { seq: 0, hash: GENESIS };
  for (let page = await eventsOf(tx, id, 0, PAGE); page.length > 0; page = await eventsOf(tx, id, last.seq, PAGE)) {
    for (const event of page) {
      const reason = brokenBy(event, last);
      if (reason) return { events: last.seq, broken: { fileId: id, seq: event.seq, reason } };
      last = event;
    }
  }
  const whole = last.seq === seq && last.hash.equals(head);
  return whole ? { events: last.seq } : { events: last.seq, broken: { fileId: id, seq: last.seq, reason: 'head' } };
}

function brokenBy(event: RecordedEvent, last: { seq: number; hash: Buffer }): BrokenLink['reason'] | undefined {
  if (event.seq !== last.seq + 1) return 'gap';
  if (!event.prev.equals(last.hash)) return 'chain';
  const expected = eventHash(event.prev, asHashed(event));
  return event.hash.equals(expected) ? undefined : 'hash';
}
