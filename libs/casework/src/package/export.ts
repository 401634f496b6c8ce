import type { Readable } from 'node:stream';
import { writeOfficial } from '@fundguard/documents';
import {
  type CaseFile,
  type Exhibit,
  type Instant,
  accountsIn,
  dayOf,
  instant,
  requireExportable,
} from '@fundguard/domain';
import {
  type BlobStore,
  EVERYWHERE,
  type RecordedEvent,
  type StoredBlob,
  eventsOf,
  lockCase,
} from '@fundguard/persistence';
import { aboutCase, write } from '../case/commands.js';
import { caseDocuments } from '../case/documents.js';
import { type Command, contextOn, earlierAnswer, fingerprint, notFound, regionOf, transact } from '../command.js';
import type { Platform } from '../platform.js';
import { type Damage, type PackageSource, writePackage } from './write.js';

const PAGE = 500;

export interface MadePackage extends StoredBlob {
  /** Fit for a file. */
  readonly name: string;
  readonly number: string;
  readonly events: number;
  readonly exhibits: number;
  readonly head: string;
  readonly damaged: readonly Damage[];
}

/** What the record keeps of it. */
interface Recorded extends StoredBlob {
  readonly events: number;
  readonly head: string;
  readonly exhibits: number;
  readonly damaged?: readonly { readonly id: string; readonly state: Damage['state'] }[];
  readonly operator?: string;
}

interface Order {
  readonly id: string;
  readonly command: Command;
  /** Who sat at the server, where no account asked. */
  readonly operator?: string;
  /** Takes the stream in, and says what it was. */
  readonly keep: (stream: Readable) => Promise<StoredBlob>;
}

/** 导出卷包: written first, and then, with its hash, put on the record of the case, of which it has all that went before. */
export async function exportPackage(platform: Platform, order: Order): Promise<MadePackage> {
  const { id, command } = order;
  const { actor } = command;
  const { db, blobs, clock } = platform;
  if (!blobs) throw new Error('a package needs a place for files');
  const before = await madeBefore(platform, order);
  if (before) return before;
  const [row] = await db.within(regionOf(actor), (tx) =>
    tx.query<{ state: CaseFile; seq: number; head: Buffer }>({
      text: 'select state, seq, head from case_file where id = $1',
      values: [id],
    }),
  );
  if (!row) throw notFound('case');
  const { state: file, seq, head } = row;
  if (actor.kind === 'person') requireExportable(file, actor);
  const at = await clock.now();
  const source: PackageSource = {
    ...{ file, at, record: { events: seq, head: head.toString('hex') } },
    events: () => recordOf(platform, id, seq),
    people: await namesIn(platform, file),
    documents: await rendered(platform, file),
    open: (exhibit) => opened(blobs, exhibit),
    by:
      actor.kind === 'person'
        ? { name: actor.name, account: actor.account }
        : { name: order.operator ? `${actor.name} ${order.operator}` : actor.name },
  };
  const { stream, damaged } = writePackage(source);
  const stored = await order.keep(stream);
  const made: MadePackage = {
    ...{ ...stored, name: nameOf(file, at), number: file.number, damaged },
    ...{ events: seq, exhibits: file.evidence.length, head: source.record.head },
  };
  await record(platform, order, made);
  return made;
}

/** Whose hands it left by, and the hash by which the file is known again. */
async function record(platform: Platform, { id, command, operator }: Order, made: MadePackage): Promise<void> {
  const { actor } = command;
  const print = fingerprint(actor, 'exportPackage', id, {});
  await transact(platform, regionOf(actor), async (tx, calendar) => {
    const locked = await lockCase(tx, id, command.id);
    if (!locked) throw notFound('case');
    if (earlierAnswer(locked.ran, print)) return;
    const context = await contextOn(tx, platform, calendar, command, aboutCase(locked.state));
    if (actor.kind === 'person') requireExportable(locked.state, actor);
    const { sha256, bytes, events, head, exhibits, damaged } = made;
    const data: Recorded = {
      ...{ sha256, bytes, events, head, exhibits },
      ...(damaged.length > 0 ? { damaged: damaged.map(({ exhibit, state }) => ({ id: exhibit.id, state })) } : {}),
      ...(operator ? { operator } : {}),
    };
    const happened = [{ kind: 'casePackageExported', changes: {}, data: { ...data } }];
    await write(tx, { command, print, context, before: locked, after: locked.state, events: happened });
  });
}

/** What an order made that was carried out before: nothing is written a second time, and the record keeps its hash. */
async function madeBefore({ db }: Platform, { id, command }: Order): Promise<MadePackage | undefined> {
  const [row] = await db.within(regionOf(command.actor), (tx) =>
    tx.query<{ data: Recorded; at: Date; state: CaseFile }>({
      text: `select e.data, e.at, c.state from event e join case_file c on c.id = e.file_id
             where e.file_id = $1 and e.kind = 'casePackageExported' and e.command_id = $2`,
      values: [id, command.id],
    }),
  );
  if (!row) return undefined;
  const { data, at, state } = row;
  const lost = new Map(data.damaged?.map((each) => [each.id, each.state]));
  const damaged = state.evidence.flatMap((exhibit) => {
    const damage = lost.get(exhibit.id);
    return damage ? [{ exhibit, state: damage }] : [];
  });
  return { ...data, damaged, name: nameOf(state, instant(at)), number: state.number };
}

const nameOf = ({ number }: CaseFile, at: Instant): string => `${number}卷包-${dayOf(at)}.zip`;

async function* recordOf({ db }: Platform, id: string, last: number): AsyncGenerator<RecordedEvent> {
  for (let after = 0; after < last;) {
    const from = after;
    const page = await db.within(EVERYWHERE, (tx) => eventsOf(tx, id, from, Math.min(PAGE, last - from)));
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)?.seq ?? last;
  }
}

async function rendered(platform: Platform, file: CaseFile): Promise<PackageSource['documents']> {
  const documents = [];
  for (const { template, text } of await caseDocuments(platform, file))
    documents.push({ id: template.id, bytes: await writeOfficial(text) });
  return documents;
}

/** Accounts are ids in a file; whoever reads a package has no accounts to look them up in. */
async function namesIn({ db }: Platform, file: CaseFile): Promise<Record<string, string>> {
  const rows = await db.within(EVERYWHERE, (tx) =>
    tx.query<{ id: string; name: string }>({
      text: 'select id, name from account where id = any($1) order by id',
      values: [accountsIn(file)],
    }),
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Opened before it is packed, so that one that is gone is told, and does not end the package. */
async function opened(blobs: BlobStore, { sha256 }: Exhibit): Promise<Readable | undefined> {
  const stream = blobs.get(sha256);
  return new Promise((done) => {
    stream.once('open', () => done(stream));
    stream.once('error', () => done(undefined));
  });
}
