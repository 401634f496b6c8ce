import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { PackedArchive, type PackedFile, streamArchive } from '@fundguard/documents';
import { CLOCK, type CaseFile, type Exhibit, instant } from '@fundguard/domain';
import { GENESIS, type NewEvent, type RecordedEvent, chain } from '@fundguard/persistence';
import { type PackageSource, writePackage } from './write.js';

/** A case with twelve events, of which two brought an exhibit in, for the pure tests. No part of the package. */

export const CASE = '00000000-0000-4000-8000-0000000000c1';
const AT = instant('2026-11-23T01:00:00Z');
const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export const FILES = [Buffer.from('处方笺第一页'), Buffer.alloc(200_000, '费用清单 ')];
const exhibit = (bytes: Buffer, at: number): Exhibit => ({
  ...{ id: uuid(at), sha256: hashOf(bytes), name: `../../证据 ${at}.PDF`, mediaType: 'application/pdf' },
  ...{ bytes: bytes.length, kind: 'documentary', addedBy: uuid(99) as Exhibit['addedBy'], addedAt: AT },
});
export const EXHIBITS = FILES.map((bytes, index) => exhibit(bytes, index + 5));

/** Money, a line separator and a character beyond the first plane are hashed as anything else. */
const event = (seq: number): NewEvent => {
  const added = EXHIBITS.find(({ id }) => id === uuid(seq));
  return {
    ...{ file_id: CASE, seq, region: '/990000/990001/', kind: added ? 'evidenceAdded' : 'inquiryRecorded' },
    data: added
      ? { sha256: added.sha256, name: added.name, bytes: added.bytes }
      : { text: `第${seq}条\u2028𠮷`, amount: 3_864_050n, share: 1e-7 },
    ...{ at: AT, due: null, actor: CLOCK, command_id: uuid(seq) },
  };
};

export function record(): RecordedEvent[] {
  const { rows } = chain(
    GENESIS,
    Array.from({ length: 12 }, (_, index) => event(index + 1)),
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at), due: null }));
}

export function source(more: Partial<PackageSource> = {}): PackageSource {
  const events = record();
  return {
    file: {
      id: CASE,
      number: '〔2026〕990001医保案字第1号',
      region: '/990000/990001/',
      evidence: EXHIBITS,
      transfers: [],
      clocks: [],
    } as unknown as CaseFile,
    record: { events: events.length, head: events.at(-1)?.hash.toString('hex') ?? '' },
    events: () => Readable.from(events),
    people: {},
    documents: [{ id: 'penalty-decision', bytes: Buffer.from('docx') }],
    open: ({ id }) => Promise.resolve(Readable.from([FILES[EXHIBITS.findIndex((each) => each.id === id)] ?? ''])),
    by: { name: '甲县审计' },
    at: AT,
    ...more,
  };
}

export async function testFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'fundguard-package-'));
  let files = 0;
  const target = () => join(folder, `${(files += 1)}.zip`);
  return {
    target,
    async written(more?: Partial<PackageSource>) {
      const path = target();
      const { stream, damaged } = writePackage(source(more));
      await pipeline(stream, createWriteStream(path));
      return { path, damaged };
    },
    drop: () => rm(folder, { recursive: true }),
  };
}

/** The same archive with some of its files other than they were; `undefined` takes one out. */
export async function altered(
  path: string,
  target: string,
  changes: Readonly<Record<string, ((bytes: Buffer) => Buffer | string) | undefined>>,
): Promise<string> {
  const archive = await PackedArchive.open(path);
  const files: PackedFile[] = [];
  for (const name of new Set([...archive.names, ...Object.keys(changes)])) {
    if (name in changes && !changes[name]) continue;
    const bytes = archive.sizeOf(name) === undefined ? Buffer.alloc(0) : await buffer(await archive.read(name));
    files.push({ path: name, content: Buffer.from(changes[name]?.(bytes) ?? bytes) });
  }
  archive.close();
  await pipeline(streamArchive(Readable.from(files), new Date(AT)), createWriteStream(target));
  return target;
}
