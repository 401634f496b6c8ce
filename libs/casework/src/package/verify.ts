import { createHash } from 'node:crypto';
import { PackedArchive } from '@fundguard/documents';
import {
  PACKAGE_PATHS,
  type PackageFault,
  type PackageManifest,
  Refusal,
  addedExhibit,
  chainLink,
  packageManifest,
  packedEvent,
} from '@fundguard/domain';
import { GENESIS } from '@fundguard/persistence';
import type { z } from 'zod';

/** What a package was found to hold, and the first thing about it that is not as it was made. */
export interface PackageReport {
  readonly manifest: PackageManifest;
  readonly events: number;
  readonly exhibits: number;
  readonly files: number;
  readonly bytes: number;
  readonly fault?: PackageFault;
}

interface Proof {
  readonly archive: PackedArchive;
  readonly manifest: PackageManifest;
  /** What the record says of each exhibit. */
  readonly named: Map<string, { readonly sha256: string; readonly event: number }>;
  events: number;
  bytes: number;
}

type Step = (proof: Proof) => PackageFault | undefined | Promise<PackageFault | undefined>;

/**
 * 校验卷包: from the file alone, with neither a database nor the evidence held in memory.
 * @throws {Refusal} where there is nothing to verify: no archive, no manifest, or one that was made to do harm
 */
export async function verifyPackage(path: string): Promise<PackageReport> {
  const archive = await PackedArchive.open(path);
  try {
    const proof: Proof = { archive, manifest: await manifestIn(archive), named: new Map(), events: 0, bytes: 0 };
    const fault = await firstFault(proof, [listed, chained, exhibited, hashed]);
    const { manifest, named, events, bytes } = proof;
    const found = { manifest, events, exhibits: named.size, files: manifest.entries.length, bytes };
    return fault ? { ...found, fault } : found;
  } finally {
    archive.close();
  }
}

async function firstFault(proof: Proof, steps: readonly Step[]): Promise<PackageFault | undefined> {
  for (const step of steps) {
    const fault = await step(proof);
    if (fault) return fault;
  }
  return undefined;
}

const LARGEST_MANIFEST = 64 * 1_048_576;

async function manifestIn(archive: PackedArchive): Promise<PackageManifest> {
  const { manifest: path } = PACKAGE_PATHS;
  if (archive.sizeOf(path) === undefined) throw refuse('没有 manifest.json', 'there is no manifest.json in it');
  const read = packageManifest.safeParse(json(await archive.text(path, LARGEST_MANIFEST)));
  if (!read.success) {
    const [{ path: place, message } = { path: [], message: '' }] = read.error.issues;
    throw refuse(
      `manifest.json 不是第 1 版清单（${place.join('.') || '·'}）`,
      `manifest.json is no manifest of version 1: ${place.join('.') || '·'} ${message}`,
    );
  }
  const seen = new Set<string>([path]);
  const twice = read.data.entries.find((each) => seen.size === seen.add(each.path).size)?.path;
  if (twice) throw refuse(`清单重复列出 ${twice}`, `the manifest lists ${twice} twice, or itself`);
  return read.data;
}

/** Nothing is missing, and nothing is there that the manifest does not name. */
function listed({ archive, manifest }: Proof): PackageFault | undefined {
  const paths = new Set(manifest.entries.map(({ path }) => path));
  const { manifest: self, ...parts } = PACKAGE_PATHS;
  const missing = [...Object.values(parts), ...paths].find(
    (path) => !paths.has(path) || archive.sizeOf(path) === undefined,
  );
  if (missing) return { kind: 'missing', path: missing };
  const unexpected = archive.names.find((name) => name !== self && !paths.has(name));
  return unexpected === undefined ? undefined : { kind: 'unexpected', path: unexpected };
}

/** Every event follows from the one before it, up to the head that the manifest names. */
async function chained(proof: Proof): Promise<PackageFault | undefined> {
  const { archive, manifest } = proof;
  const links = archive.lines(PACKAGE_PATHS.chain);
  let last = { seq: 0, hash: GENESIS.toString('hex') };
  try {
    for await (const line of archive.lines(PACKAGE_PATHS.events)) {
      const event = packedEvent.safeParse(json(line.toString('utf8')));
      if (!event.success) return { kind: 'hash', event: last.seq + 1 };
      const { seq, file_id } = event.data;
      if (file_id !== manifest.case.id) return { kind: 'unexpected', event: seq };
      if (seq !== last.seq + 1) return { kind: 'gap', event: seq };
      const next = await links.next();
      const link = chainLink.safeParse(next.done ? undefined : json(next.value.toString('utf8')));
      if (!link.success || link.data.seq !== seq || link.data.prev !== last.hash) return { kind: 'chain', event: seq };
      const { prev, hash } = link.data;
      const text = createHash('sha256').update(Buffer.from(prev, 'hex')).update(line).digest('hex');
      if (text !== hash) return { kind: 'hash', event: seq };
      keepExhibit(proof, event.data);
      last = { seq, hash };
    }
    if (!(await links.next()).done) return { kind: 'gap', event: last.seq + 1 };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return { kind: 'hash', path: PACKAGE_PATHS.events, event: last.seq + 1 };
  } finally {
    await links.return(undefined);
  }
  proof.events = last.seq;
  const { events, head } = manifest.record;
  return last.seq === events && last.hash === head ? undefined : { kind: 'head', event: last.seq };
}

function keepExhibit({ named }: Proof, { kind, data, command_id, seq }: z.infer<typeof packedEvent>): void {
  if (kind !== 'evidenceAdded') return;
  const exhibit = addedExhibit.safeParse(data);
  if (exhibit.success) named.set(command_id, { sha256: exhibit.data.sha256, event: seq });
}

/** Each exhibit that came in is there under the hash it came in with, and there is no other. */
function exhibited({ manifest, named }: Proof): PackageFault | undefined {
  const packed = new Map(manifest.entries.flatMap((entry) => (entry.exhibit ? [[entry.exhibit, entry]] : [])));
  for (const [id, { sha256, event }] of named) {
    const entry = packed.get(id);
    if (!entry) return { kind: 'missing', event, path: `evidence/${id}` };
    if (entry.sha256 !== sha256) return { kind: 'hash', event, path: entry.path };
  }
  const stranger = manifest.entries.find(
    ({ path, exhibit }) => path.startsWith('evidence/') && !(exhibit && named.has(exhibit)),
  );
  return stranger && { kind: 'unexpected', path: stranger.path };
}

/** Every file has the bytes that the manifest says. */
async function hashed(proof: Proof): Promise<PackageFault | undefined> {
  const { archive, manifest } = proof;
  for (const { path, bytes, sha256 } of manifest.entries) {
    // Not read first and counted then: what claims another size is not worth the reading.
    if (archive.sizeOf(path) !== bytes) return { kind: 'hash', path };
    const hash = createHash('sha256');
    try {
      for await (const chunk of await archive.read(path)) hash.update(chunk as Buffer);
    } catch {
      return { kind: 'hash', path };
    }
    if (hash.digest('hex') !== sha256) return { kind: 'hash', path };
    proof.bytes += bytes;
  }
  return undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refuse = (zh: string, en: string) => new Refusal('invalid', 'package.no-manifest', { zh, en });
