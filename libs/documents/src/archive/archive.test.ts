import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { PackedArchive } from './read.js';
import { type PackedFile, streamArchive } from './write.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundguard-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const DAY = new Date('2026-11-23T01:00:00Z');
let files = 0;
const put = async (bytes: Buffer): Promise<string> => {
  const path = join(folder, `${(files += 1)}.zip`);
  await writeFile(path, bytes);
  return path;
};
const packed = async (...content: PackedFile[]): Promise<Buffer> =>
  buffer(streamArchive(Readable.from(content), DAY).pipe(new PassThrough()));
const refused = async (bytes: Buffer) => {
  const opened = await PackedArchive.open(await put(bytes)).catch((error: { code: string }) => error.code);
  return typeof opened === 'string' ? opened : 'opened';
};

test('what is packed is read again, streams and buffers, also what is empty', async () => {
  const path = await put(
    await packed(
      { path: 'a.txt', content: Buffer.from('甲') },
      { path: 'b/c.bin', content: Readable.from([Buffer.alloc(300_000, 1), Buffer.alloc(5, 2)]) },
      { path: 'empty', content: Readable.from([]) },
    ),
  );
  const archive = await PackedArchive.open(path);
  expect(archive.names).toEqual(['a.txt', 'b/c.bin', 'empty']);
  expect(['a.txt', 'b/c.bin', 'empty', 'none'].map((name) => archive.sizeOf(name))).toEqual([3, 300_005, 0, undefined]);
  expect((await buffer(await archive.read('b/c.bin'))).subarray(-6)).toEqual(Buffer.from([1, 2, 2, 2, 2, 2]));
  archive.close();
});

test('lines are bytes between line feeds, however they are cut into pieces', async () => {
  const lines = ['一\u2028二', '', 'x'.repeat(200_000), 'the last without an end'];
  const archive = await PackedArchive.open(
    await put(await packed({ path: 'l', content: Buffer.from(lines.join('\n')) })),
  );
  const read: string[] = [];
  for await (const line of archive.lines('l')) read.push(line.toString());
  expect(read).toEqual(lines);
  archive.close();
});

test('whoever takes it in and goes away leaves nothing waiting', async () => {
  let isClosed = false;
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(65_536));
    },
    destroy(error, done) {
      isClosed = true;
      done(error);
    },
  });
  const target = createWriteStream(join(folder, 'no-such-folder', 'x.zip'));
  const stream = streamArchive(Readable.from([{ path: 'endless', content: endless }]), DAY);
  await expect(pipeline(stream, target)).rejects.toMatchObject({ code: 'ENOENT' });
  await new Promise((done) => setImmediate(done));
  expect(isClosed).toBe(true);
});

const zipOf = (content: Readonly<Record<string, Buffer>>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, bytes] of Object.entries(content)) zip.file(name, bytes);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};
const patched = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
const CENTRAL = 'PK\u0001\u0002';

test.each<[string, () => Promise<Buffer>, string]>([
  ['a bomb', () => zipOf({ a: Buffer.alloc(64_000_000) }), 'archive.too-large'],
  [
    'a name that leads up',
    async () => patched(await zipOf({ 'xx/evil': Buffer.from('x') }), 'xx/evil', '../evil'),
    'archive.path',
  ],
  [
    'a name from the root',
    async () => patched(await zipOf({ 'x/evil': Buffer.from('x') }), 'x/evil', '//evil'),
    'archive.path',
  ],
  [
    'a name of another system',
    async () => patched(await zipOf({ x_evil: Buffer.from('x') }), 'x_evil', 'x\\evil'),
    'archive.path',
  ],
  [
    'two of one name',
    async () => patched(await zipOf({ aa: Buffer.from('1'), ab: Buffer.from('2') }), 'ab', 'aa'),
    'archive.duplicate',
  ],
  [
    'a password',
    async () => {
      const bytes = await zipOf({ a: Buffer.from('x') });
      bytes.writeUInt16LE(1, bytes.indexOf(CENTRAL) + 8);
      return bytes;
    },
    'archive.locked',
  ],
  [
    'files that lie one over the other',
    async () => {
      const bytes = await zipOf({ a: Buffer.alloc(1_000, 'x'), b: Buffer.alloc(1_000, 'y') });
      const at = bytes.indexOf(CENTRAL);
      bytes.writeUInt32LE(900, at + 20);
      return bytes;
    },
    'archive.too-large',
  ],
  ['an end that is missing', async () => (await zipOf({ a: Buffer.from('x') })).subarray(0, -10), 'archive.damaged'],
  ['nothing', () => Promise.resolve(Buffer.alloc(0)), 'archive.damaged'],
])('an archive with %s is refused', async (_what, make, code) => {
  expect(await refused(await make())).toBe(code);
});
