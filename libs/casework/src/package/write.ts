import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type PackedFile, streamArchive } from '@fundguard/documents';
import {
  type CaseFile,
  type Exhibit,
  type Instant,
  type Integrity,
  PACKAGE_FORMAT,
  PACKAGE_PATHS,
  PACKAGE_VERSION,
  type PackageEntry,
  type PackageManifest,
  pathOfExhibit,
} from '@fundguard/domain';
import { type RecordedEvent, asHashed, eventText, toJson } from '@fundguard/persistence';

/** Everything a package is made of. What is large is opened when its turn comes. */
export interface PackageSource {
  /** As it stood after the last of the events. */
  readonly file: CaseFile;
  readonly record: PackageManifest['record'];
  readonly events: () => AsyncIterable<RecordedEvent>;
  readonly people: Readonly<Record<string, string>>;
  readonly documents: readonly { readonly id: string; readonly bytes: Buffer }[];
  /** Undefined where its file is gone. */
  readonly open: (exhibit: Exhibit) => Promise<Readable | undefined>;
  readonly by: PackageManifest['exportedBy'];
  readonly at: Instant;
}

export interface Damage {
  readonly exhibit: Exhibit;
  readonly state: Exclude<Integrity, 'whole'>;
}

/**
 * 卷包: the case as one .zip, streamed, so that evidence of any size takes no more memory than a piece of it. What was altered
 * goes in as it lies there, and is told: a package never looks better than the files it was made of.
 */
export function writePackage(source: PackageSource): {
  readonly stream: Readable;
  readonly damaged: readonly Damage[];
} {
  const damaged: Damage[] = [];
  return { stream: streamArchive(filesOf(source, damaged), new Date(source.at)), damaged };
}

async function* filesOf(source: PackageSource, damaged: Damage[]): AsyncGenerator<PackedFile> {
  const entries: PackageEntry[] = [];
  for await (const { path, content, exhibit } of contentOf(source, damaged)) {
    const measured = new Measured(content);
    yield { path, content: Readable.from(measured, { objectMode: false }) };
    const { sha256, bytes } = measured;
    entries.push({ path, bytes, sha256, ...(exhibit ? { exhibit: exhibit.id } : {}) });
    if (exhibit && exhibit.sha256 !== sha256) damaged.push({ exhibit, state: 'altered' });
  }
  yield {
    path: PACKAGE_PATHS.manifest,
    content: Buffer.from(`${JSON.stringify(manifestOf(source, entries), null, 2)}\n`),
  };
}

function manifestOf({ file, record, by, at }: PackageSource, entries: readonly PackageEntry[]): PackageManifest {
  const { id, number, region } = file;
  return {
    ...{ format: PACKAGE_FORMAT, version: PACKAGE_VERSION, case: { id, number, region } },
    ...{ exportedAt: at, exportedBy: by, record, entries: [...entries] },
  };
}

interface Content {
  readonly path: string;
  readonly content: AsyncIterable<Buffer>;
  readonly exhibit?: Exhibit;
}

async function* contentOf(source: PackageSource, damaged: Damage[]): AsyncGenerator<Content> {
  const { file, people, documents, open } = source;
  yield { path: PACKAGE_PATHS.events, content: eventLines(source) };
  yield { path: PACKAGE_PATHS.chain, content: chainLines(source) };
  yield { path: PACKAGE_PATHS.file, content: asJson(file) };
  yield { path: PACKAGE_PATHS.people, content: asJson(people) };
  yield { path: PACKAGE_PATHS.transfers, content: asJson(transfersOf(file)) };
  for (const { id, bytes } of documents) yield { path: `documents/${id}.docx`, content: whole(bytes) };
  for (const exhibit of file.evidence) {
    const content = await open(exhibit);
    if (content) yield { path: pathOfExhibit(exhibit), content, exhibit };
    else damaged.push({ exhibit, state: 'missing' });
  }
}

/** Each line is what was hashed, byte for byte: whoever verifies needs no idea of canonical JSON. */
async function* eventLines({ events }: PackageSource): AsyncGenerator<Buffer> {
  for await (const event of events()) yield Buffer.from(`${eventText(asHashed(event))}\n`);
}

async function* chainLines({ events }: PackageSource): AsyncGenerator<Buffer> {
  for await (const { seq, prev, hash } of events())
    yield Buffer.from(`${JSON.stringify({ seq, prev: prev.toString('hex'), hash: hash.toString('hex') })}\n`);
}

const transfersOf = ({ transfers, clocks }: CaseFile) =>
  transfers.map((transfer) => ({ ...transfer, clocks: clocks.filter(({ of }) => of === transfer.id) }));

const asJson = (value: unknown) => whole(Buffer.from(`${toJson(value)}\n`));

// eslint-disable-next-line @typescript-eslint/require-await -- what is small is streamed like what is large
async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Bytes on their way, counted and hashed. */
class Measured implements AsyncIterable<Buffer> {
  private readonly hash = createHash('sha256');
  bytes = 0;

  constructor(private readonly content: AsyncIterable<Buffer>) {}

  /** Once, after the last byte. */
  get sha256(): string {
    return this.hash.copy().digest('hex');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const chunk of this.content) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
      yield chunk;
    }
  }
}
