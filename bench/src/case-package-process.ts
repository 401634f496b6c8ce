import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type PackageSource, verifyPackage, writePackage } from '@fundguard/casework';
import { CONDUCTOR, type CaseFile, type Exhibit, instant } from '@fundguard/domain';
import { BlobStore, GENESIS, type NewEvent, chain } from '@fundguard/persistence';

/** One piece of work with a package, and nothing else, so that its memory is its own. */
const [what = '', folder = ''] = process.argv.slice(2);
const MB = 1_048_576;
const EXHIBITS = 4;
const SIZE = 256 * MB;
const CASE = '00000000-0000-4000-8000-0000000000c1';
const AT = instant('2026-11-23T01:00:00Z');
const blobs = new BlobStore(join(folder, 'files'));
const out = join(folder, `${what}.zip`);
const whole = join(folder, 'package.zip');

/** The same bytes in every process: recordings, which do not shrink. */
async function* recording(at: number): AsyncGenerator<Buffer> {
  const piece = createHash('sha512').update(`${at}`).digest();
  const noise = Buffer.alloc(MB, piece);
  for (let left = SIZE; left > 0; left -= MB) {
    noise.writeUInt32LE(left, 0);
    yield Buffer.from(noise);
  }
  await Promise.resolve();
}

const hashes = async (): Promise<string[]> =>
  Promise.all(
    Array.from({ length: EXHIBITS }, async (_, at) => {
      const hash = createHash('sha256');
      for await (const chunk of recording(at)) hash.update(chunk);
      return hash.digest('hex');
    }),
  );

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

function sourceOf(known: readonly string[]): PackageSource {
  const evidence = known.map((sha256, at) => ({
    ...{ id: idOf(at + 1), sha256, name: `录像${at}.mp4`, mediaType: 'video/mp4', bytes: SIZE, kind: 'audiovisual' },
    ...{ addedBy: idOf(99), addedAt: AT },
  })) as Exhibit[];
  const events = evidence.map<NewEvent>(({ id, sha256, name, bytes }, at) => ({
    ...{ file_id: CASE, seq: at + 1, region: '/990000/', kind: 'evidenceAdded', data: { sha256, name, bytes } },
    ...{ at: AT, due: null, actor: CONDUCTOR, command_id: id },
  }));
  const { rows, head } = chain(GENESIS, events);
  return {
    file: { id: CASE, number: '测速', region: '/990000/', evidence, transfers: [], clocks: [] } as unknown as CaseFile,
    record: { events: rows.length, head: head.toString('hex') },
    events: () => Readable.from(rows.map((row) => ({ ...row, at: new Date(row.at), due: null }))),
    ...{ people: {}, documents: [], by: { name: '测速' }, at: AT },
    open: ({ sha256 }) => Promise.resolve(blobs.get(sha256)),
  };
}

const WORK: Readonly<Record<string, (known: readonly string[]) => Promise<void>>> = {
  async fill() {
    for (let at = 0; at < EXHIBITS; at += 1) await blobs.put(Readable.from(recording(at)), () => Promise.resolve());
    await pipeline(writePackage(sourceOf(await hashes())).stream, createWriteStream(whole));
  },
  write: (known) => pipeline(writePackage(sourceOf(known)).stream, createWriteStream(out)),
  async 'write-bare'(known) {
    const target = createWriteStream(out);
    for (const sha256 of known) await pipeline(blobs.get(sha256), target, { end: false });
    await new Promise((done) => target.end(done));
  },
  async verify() {
    const { fault } = await verifyPackage(whole);
    if (fault) throw new Error(JSON.stringify(fault));
  },
  async 'verify-bare'() {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(whole)) hash.update(chunk as Buffer);
    hash.digest('hex');
  },
};

const known = what.startsWith('write') ? await hashes() : [];
const began = performance.now();
await WORK[what]?.(known);
const ms = performance.now() - began;
await rm(out, { force: true });
// Kilobytes, on Linux and macOS alike.
process.send?.({ ms, mb: process.resourceUsage().maxRSS / 1_024 });
