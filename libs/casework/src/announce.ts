import { type Addressee, type Bilingual, instant } from '@fundguard/domain';
import {
  EVERYWHERE,
  type NewNotification,
  type RecordedEvent,
  type Tx,
  eventsOf,
  notify,
} from '@fundguard/persistence';
import type { Platform } from './platform.js';

interface FileOnRecord {
  readonly id: string;
  readonly region: string;
}

type NoticesOf<File> = (file: File, event: RecordedEvent, tx: Tx) => Notices | Promise<Notices>;
type Notices = readonly { readonly to: Addressee; readonly subject: Bilingual }[];

const PAGE = 500;

/** Tells people of everything on a file's record they were not told of yet. Two at once, or twice: told once. */
export async function announce<File extends FileOnRecord>(
  platform: Platform,
  table: 'campaign' | 'case_file',
  id: string,
  noticesOf: NoticesOf<File>,
): Promise<void> {
  while ((await announcePage(platform, table, id, noticesOf)) === PAGE);
}

function announcePage<File extends FileOnRecord>(
  { db }: Platform,
  table: 'campaign' | 'case_file',
  id: string,
  noticesOf: NoticesOf<File>,
): Promise<number> {
  return db.within(EVERYWHERE, async (tx) => {
    const [row] = await tx.query<{ state: File; announced: number }>({
      name: `unannounced-${table}`,
      text: `select state, announced from ${table} where id = $1 and announced < seq for no key update`,
      values: [id],
    });
    if (!row) return 0;
    const events = await eventsOf(tx, id, row.announced, PAGE);
    const { region } = row.state;
    const notices: NewNotification[] = [];
    for (const event of events) {
      const told = { fileId: id, cause: `event:${event.seq}`, region, at: instant(event.at) };
      notices.push(...(await noticesOf(row.state, event, tx)).map((notice) => ({ ...told, ...notice })));
    }
    await notify(tx, notices);
    await tx.query({
      name: `announced-${table}`,
      text: `update ${table} set announced = $2 where id = $1`,
      values: [id, events.at(-1)?.seq ?? row.announced],
    });
    return events.length;
  });
}
