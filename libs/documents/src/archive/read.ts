import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { Refusal } from '@fundguard/domain';
import yauzl from 'yauzl';

const MOST_FILES = 100_001;
/** What our own archives hold is stored as it is; what somebody packed again shrinks some ten times. */
const MOST_RATIO = 300;
const SMALL = 10_000_000;
const MB = 1_048_576;
const LONGEST_LINE = 32 * MB;

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** A .zip from anywhere, of which nothing is read before its whole directory has been looked through. */
export class PackedArchive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  /** @throws {Refusal} `archive.…` where it is no archive, or one that was made to do harm */
  static async open(path: string): Promise<PackedArchive> {
    const { size } = await stat(path);
    const zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(() => {
      throw damaged();
    });
    try {
      return new PackedArchive(zip, await directoryOf(zip, size));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** As its directory says, and as its stream then holds to; undefined where there is no such file. */
  sizeOf(name: string): number | undefined {
    return this.entries.get(name)?.uncompressedSize;
  }

  /** A file that yields more or fewer bytes than the directory said ends in an error. */
  async read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged();
    const { zip } = this;
    return promisify<yauzl.Entry, Readable>((which, done) => zip.openReadStream(which, done))(entry);
  }

  /** A small text as a whole. */
  async text(name: string, most: number): Promise<string> {
    if ((this.sizeOf(name) ?? 0) > most) throw bomb();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of await this.read(name)) chunks.push(chunk as Buffer);
    } catch {
      throw damaged();
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /** The lines of a file as bytes, without the line feed that ends each. */
  async *lines(name: string): AsyncGenerator<Buffer> {
    let rest: Buffer[] = [];
    let held = 0;
    for await (const chunk of (await this.read(name)) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]);
        [rest, held, from] = [[], 0, at + 1];
      }
      rest.push(chunk.subarray(from));
      if ((held += chunk.length - from) > LONGEST_LINE) throw bomb();
    }
    if (held > 0) yield Buffer.concat(rest);
  }

  close(): void {
    this.zip.close();
  }
}

const LINE_FEED = 0x0a;

async function directoryOf(zip: yauzl.ZipFile, size: number): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > MOST_FILES) throw bomb();
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.has(entry.fileName)) return reject(twice(entry.fileName));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', ({ message }: Error) => reject(LEADS_OUT.test(message) ? outside() : damaged()));
    zip.readEntry();
  });
  const all = [...entries.values()];
  const sum = (of: (entry: yauzl.Entry) => number) => all.reduce((total, each) => total + of(each), 0);
  // Files that lie one over the other: each byte of the archive would be read many times.
  if (sum(({ compressedSize }) => compressedSize) > size) throw bomb();
  const swollen = sum(({ uncompressedSize }) => uncompressedSize);
  if (swollen > SMALL && swollen > MOST_RATIO * size) throw bomb();
  if (all.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) !== 0)) throw locked();
  return entries;
}

/** What yauzl says of a name that leads out of the archive. */
const LEADS_OUT = /relative path|absolute path|invalid characters in file ?name/i;

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', `archive.${code}`, { zh, en });
const damaged = () => refuse('damaged', '文件不完整，或不是 .zip', 'the file is cut off or damaged, or is no .zip');
const bomb = () => refuse('too-large', '解压后过大，不予读取', 'what the file unpacks to is too large; it is not read');
const locked = () => refuse('locked', '文件设有密码，不予读取', 'the file is protected by a password; it is not read');
const outside = () =>
  refuse('path', '含有指向包外的文件名，不予读取', 'a file name in it leads outside of it; it is not read');
const twice = (name: string) =>
  refuse('duplicate', `同一文件名出现两次：${name}`, `it holds two files of one name: ${name}`);
