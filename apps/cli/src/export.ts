import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type MadePackage, type Platform, exportPackage } from '@fundguard/casework';
import { INTEGRITY_WORDS, OPERATOR, Refusal, instant } from '@fundguard/domain';
import { BlobStore, EVERYWHERE, StoredCalendars, type StoredBlob, openDatabase } from '@fundguard/persistence';
import { loadRulebook } from '@fundguard/rulebook';
import { Unmet } from '../../../scripts/say.mjs';
import { findConnections } from './connections.js';

export const help = `fundguard export case ID [--out FILE]

  导出卷包 · writes a whole case into one .zip: its record with every hash, the file, documents, transfers and the evidence
  itself. Whoever has it proves it with fundguard verify package FILE, without a database; docs/case-package.md says how.

  ID          the case's id, or its number 案号
  --out FILE  where to; a file that is there is not overwritten

  Reads the running product's database and files, or DATABASE_URL and FILES_DIR. The export is put on the case's record.`;

export const takesArguments = true;

export async function run(args: string[]): Promise<number> {
  const { sought, out } = parse(args);
  const { databaseUrl, filesDir } = findConnections();
  const db = await openDatabase(databaseUrl, 2);
  try {
    const rules = await loadRulebook();
    const platform: Platform = {
      ...{ db, rules, calendars: new StoredCalendars(db), blobs: new BlobStore(filesDir), wake: () => undefined },
      clock: { now: () => Promise.resolve(instant(Date.now())) },
    };
    const { id, number } = await caseBy(platform, sought);
    const target = out ?? `${number}卷包.zip`;
    await requireFree(target);
    const made = await exportPackage(platform, {
      ...{ id, command: { id: randomUUID(), actor: OPERATOR }, operator: userInfo().username },
      keep: (stream) => intoFile(stream, target),
    });
    tell(made, target);
    return made.damaged.length === 0 ? 0 : 1;
  } catch (error) {
    throw error instanceof Refusal ? new Unmet(`${error.text.zh} · ${error.text.en}`) : error;
  } finally {
    await db.close();
  }
}

function parse(args: readonly string[]): { sought: string; out: string | undefined } {
  const [what, sought, flag, out, ...rest] = args;
  const fits = what === 'case' && sought && rest.length === 0 && (flag === undefined || (flag === '--out' && out));
  if (!fits) throw new Unmet('Name one case: fundguard export case ID [--out FILE].');
  return { sought, out };
}

async function caseBy({ db }: Platform, sought: string): Promise<{ id: string; number: string }> {
  const [found] = await db.within(EVERYWHERE, (tx) =>
    tx.query<{ id: string; number: string }>({
      text: 'select id, number from case_file where id::text = lower($1) or number = $1',
      values: [sought],
    }),
  );
  if (!found) throw new Unmet(`没有案件 ${sought} · there is no case ${sought}.`);
  return found;
}

async function requireFree(target: string): Promise<void> {
  const taken = await stat(target).then(
    () => true,
    () => false,
  );
  if (taken) throw new Unmet(`${target} 已存在 · ${target} is there already; name another with --out.`);
}

/** Under another name until it is whole: what lies there under its own name was written to its end. */
async function intoFile(stream: Readable, target: string): Promise<StoredBlob> {
  const draft = `${target}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(stream, measure, createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
    await rename(draft, target);
    return { sha256: hash.digest('hex'), bytes };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Unmet(`${draft} 已存在 · ${draft} is there already: another export may be at it.`);
    await rm(draft, { force: true });
    throw error;
  }
}

function tell({ number, events, exhibits, bytes, sha256, head, damaged }: MadePackage, target: string): void {
  console.log(`${number} → ${target}`);
  console.log(`  记录 · events ${events}  证据 · exhibits ${exhibits}  ${bytes.toLocaleString('en')} bytes`);
  console.log(`  SHA-256 ${sha256}`);
  console.log(`  记录链末端 · head of the record ${head}`);
  for (const { exhibit, state } of damaged)
    console.log(`✕ ${exhibit.name}：${INTEGRITY_WORDS[state].zh} · ${INTEGRITY_WORDS[state].en}`);
}
