import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import {
  type Actor,
  type CaseFile,
  INTEGRITY_WORDS,
  type Integrity,
  type JobFailure,
  type RegionPath,
  caseNotices,
  integrityEvent,
} from '@fundguard/domain';
import {
  type BlobStore,
  type KeptExhibit,
  exhibitsAfter,
  keepCheck,
  lastOutcome,
  lockCase,
} from '@fundguard/persistence';
import { announce } from '../announce.js';
import { aboutCase, write } from '../case/commands.js';
import { contextOn, fingerprint, machineCommandId, notFound, transact } from '../command.js';
import type { Platform } from '../platform.js';

/** A part ends after this many exhibits, or once so many bytes were read. */
const SLICE = 100;
const MOST_BYTES = 512 * 1_048_576;

export interface CheckedPart {
  readonly checked: number;
  /** Where the next part begins; null when all were looked at. */
  readonly cursor: string | null;
  readonly broken: readonly JobFailure[];
}

interface Round {
  readonly region: RegionPath;
  readonly case?: string | undefined;
  readonly cursor: string | null;
  readonly actor: Actor;
}

/** 证据核验: reads files as they lie there, and puts a loss on the case's record, once. */
export async function checkPart(platform: Platform, { region, cursor, actor, ...among }: Round): Promise<CheckedPart> {
  const { db } = platform;
  const blobs = await storeOf(platform);
  const exhibits = await db.within(region, (tx) => exhibitsAfter(tx, among, cursor, SLICE));
  const broken: JobFailure[] = [];
  let bytes = 0;
  let checked = 0;
  for (const exhibit of exhibits) {
    const outcome = await integrityOf(blobs, exhibit.sha256);
    await keep(platform, region, { exhibit, outcome, actor });
    if (outcome !== 'whole') broken.push(damageOf(exhibit, outcome));
    checked += 1;
    if ((bytes += exhibit.bytes) > MOST_BYTES) break;
  }
  const isOver = checked === exhibits.length && exhibits.length < SLICE;
  return { checked, cursor: isOver ? null : (exhibits[checked - 1]?.cursor ?? null), broken };
}

export const damageOf = (
  { id, name, number }: Pick<KeptExhibit, 'id' | 'name' | 'number'>,
  outcome: Exclude<Integrity, 'whole'>,
): JobFailure => ({ item: id, name: `${number} ${name}`, ...INTEGRITY_WORDS[outcome] });

/** A store that is not there at all is no loss of evidence: it says so, and flags nothing. */
async function storeOf({ blobs }: Platform): Promise<BlobStore> {
  if (!blobs) throw new Error('evidence is checked where its files lie');
  await access(blobs.folder);
  return blobs;
}

/** What cannot be read is as good as gone. */
async function integrityOf(blobs: BlobStore, sha256: string): Promise<Integrity> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of blobs.get(sha256)) hash.update(chunk as Buffer);
  } catch {
    return 'missing';
  }
  return hash.digest('hex') === sha256 ? 'whole' : 'altered';
}

interface Found {
  readonly exhibit: KeptExhibit;
  readonly outcome: Integrity;
  readonly actor: Actor;
}

async function keep(platform: Platform, region: RegionPath, { exhibit, outcome, actor }: Found): Promise<void> {
  const now = await platform.clock.now();
  const happened = await platform.db.within(region, async (tx) => {
    const kind = integrityEvent(await lastOutcome(tx, exhibit.case, exhibit.id), outcome);
    if (!kind) await keepCheck(tx, exhibit, outcome, now);
    return kind;
  });
  if (!happened) return;
  const command = { id: machineCommandId('evidence', exhibit.id, outcome, now), actor };
  const print = fingerprint(actor, 'verifyEvidence', exhibit.case, { exhibit: exhibit.id });
  await transact(platform, region, async (tx, calendar) => {
    const locked = await lockCase(tx, exhibit.case, command.id);
    if (!locked) throw notFound('case');
    // Somebody else may have come to the same meanwhile.
    const kind = integrityEvent(await lastOutcome(tx, exhibit.case, exhibit.id), outcome);
    await keepCheck(tx, exhibit, outcome, now);
    if (!kind) return;
    const context = await contextOn(tx, platform, calendar, command, aboutCase(locked.state));
    const data = { exhibit: exhibit.id, name: exhibit.name, sha256: exhibit.sha256, outcome };
    const events = [{ kind, changes: {}, data }];
    await write(tx, { command, print, context, before: locked, after: locked.state, events });
  });
  // The case may be closed, and nobody else there to tell them.
  await announce<CaseFile>(platform, 'case_file', exhibit.case, caseNotices);
}
