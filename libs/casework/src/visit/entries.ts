import {
  type Entry,
  type EntryContent,
  Refusal,
  canonicalJson,
  maySee,
  recordEntry,
  requireRecorder,
} from '@fundguard/domain';
import { EVERYWHERE, type SentFile, type Tx, addEntry, addFile, filesSent, visitById } from '@fundguard/persistence';
import type { ByPerson } from '../campaign/beside.js';
import { type Answer, contextOf, notFound, transact } from '../command.js';
import type { Platform } from '../platform.js';

/**
 * 现场记录: one more entry of a visit. It takes the visit's row only, not the campaign's: a hundred inspectors record at
 * once. The campaign's record learns of all of them by their hash, when the visit is finished.
 */
export const recordInVisit = (
  platform: Platform,
  id: string,
  content: EntryContent,
  command: ByPerson,
): Promise<Answer> =>
  transact(platform, EVERYWHERE, async (tx, calendar) => {
    const { visit } = await held(tx, id, command);
    const sent = visit.entries.find((each) => each.id === command.id);
    if (sent) requireSame(sent, content, command);
    else {
      const files = new Set((await filesSent(tx, id)).map(({ sha256 }) => sha256));
      const context = await contextOf(platform, calendar, command, undefined);
      await addEntry(tx, visit, recordEntry(visit, content, files, context));
    }
    const { version, status } = visit;
    return { id: command.id, version, status, events: ['visitEntryRecorded'] };
  });

/** A file of a visit that is under way, before the entry that names it. */
export const keepVisitFile = (platform: Platform, id: string, file: SentFile, command: ByPerson): Promise<void> =>
  transact(platform, EVERYWHERE, async (tx, calendar) => {
    const { visit } = await held(tx, id, command);
    requireRecorder(visit, command.actor);
    const { now } = await contextOf(platform, calendar, command, undefined);
    await addFile(tx, visit, file, command.actor.account, now);
  });

async function held(tx: Tx, id: string, { actor }: ByPerson) {
  const stored = await visitById(tx, id, true);
  if (!stored || !maySee(stored.visit, stored.campaignRegion, actor)) throw notFound('visit');
  return stored;
}

function requireSame({ content: before, by }: Entry, content: EntryContent, { actor }: ByPerson): void {
  if (by === actor.account && canonicalJson(before) === canonicalJson(content)) return;
  throw new Refusal('invalid', 'idempotency.key-reused', {
    zh: '该幂等键已用于另一请求',
    en: 'this idempotency key was used for a different request',
  });
}
