import { readRows } from '@fundguard/documents';
import {
  type ImportStatus,
  type Person,
  type SheetImport,
  type SheetRow,
  importOf,
  readRow,
  requirePerson,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type Job,
  type JobProgress,
  type Tx,
  countRows,
  dropImportRows,
  earlierRows,
  lockImport,
  recordImport,
  saveImport,
  saveJudged,
  stageRows,
  stagedRows,
} from '@fundguard/persistence';
import { contextOf, machineCommandId, notFound, signature } from '../command.js';
import type { Scene, Slice } from '../job/activities.js';
import type { Platform } from '../platform.js';
import type { ImportScene, Placed, RowOf } from './importer.js';
import { elsewhere } from './importer.js';
import { importerOf } from './kinds.js';

const SLICE = 2_000;

/** 试导入: first the rows are laid beside the import, then each is read and judged. Nothing of it is in the books. */
export const checkImport: Slice<'checkImport'> = async (scene, { import: id }) => {
  const sheet = await importAt(scene, id, 'checking');
  return scene.job.cursor === null ? stage(scene, sheet) : judge(scene, sheet, Number(scene.job.cursor));
};

/** The import a job works on, as long as it is that job's to work on and its owner may still have it done. */
export async function importAt(
  { platform, owner, job }: Scene,
  id: string,
  status: ImportStatus,
): Promise<SheetImport> {
  const sheet = await platform.db.within(EVERYWHERE, (tx) => lockImport(tx, id));
  if (!sheet) throw notFound('import');
  requirePerson(owner, importOf(sheet.kind).needs);
  if (sheet.status !== status || sheet.job !== job.id) throw elsewhere();
  return sheet;
}

async function stage({ platform, owner }: Scene, sheet: SheetImport): Promise<JobProgress> {
  if (!platform.blobs) throw new Error('no place for files is configured');
  const path = platform.blobs.path(sheet.sha256);
  const total = await platform.db.within(owner.region, async (tx) => {
    await dropImportRows(tx, sheet.id);
    let count = 0;
    let rows: SheetRow[] = [];
    const put = async () => {
      await stageRows(tx, sheet, rows);
      count += rows.length;
      rows = [];
    };
    for await (const row of readRows(path, sheet.reading)) {
      if (row.at <= sheet.headingRow) continue;
      rows.push(row);
      if (rows.length === SLICE) await put();
    }
    await put();
    return count;
  });
  return progress(0, total, '0');
}

async function judge({ platform, owner, job }: Scene, sheet: SheetImport, after: number): Promise<JobProgress> {
  const context = await contextOf(
    platform,
    await platform.calendars.current(),
    { id: job.id, actor: owner },
    undefined,
  );
  return platform.db.within(EVERYWHERE, async (tx) => {
    const rows = await stagedRows(tx, sheet.id, after, SLICE);
    const read = rows.map(({ at, cells }): RowOf => ({ at, ...readRow(sheet.kind, sheet.columns, cells) }));
    const good = read.filter(({ complaints }) => complaints.length === 0);
    const placed = await importerOf(sheet.kind).judge({ tx, platform, owner, sheet, context }, good);
    const bad = read.flatMap(({ at, complaints }): Placed<unknown>[] =>
      complaints.length > 0 ? [{ at, verdict: 'refuse', complaints }] : [],
    );
    await saveJudged(tx, sheet.id, [...bad, ...(await refuseTwice(tx, sheet.id, placed, after))]);
    const done = job.done + rows.length;
    const last = rows.at(-1)?.at ?? after;
    if (rows.length === SLICE) return progress(done, job.total, String(last));
    await conclude(tx, { platform, owner, context }, sheet.id);
    return { ...progress(done, done, String(last)), status: 'done' };
  });
}

/** A row that says what an earlier one of the file said is refused, and named after it. */
async function refuseTwice(
  tx: Tx,
  id: string,
  placed: readonly Placed<unknown>[],
  after: number,
): Promise<Placed<unknown>[]> {
  const seen = await earlierRows(
    tx,
    id,
    placed.flatMap(({ key }) => key ?? []),
    after + 1,
  );
  return placed
    .toSorted((a, b) => a.at - b.at)
    .map((row) => {
      const first = row.key === undefined ? undefined : seen.get(row.key);
      if (row.key !== undefined && first === undefined) seen.set(row.key, row.at);
      if (first === undefined) return row;
      const complaints = [{ heading: '', zh: `与第 ${first} 行重复`, en: `the same as row ${first}` }];
      return { at: row.at, verdict: 'refuse', complaints };
    });
}

async function conclude(
  tx: Tx,
  { owner, context }: { readonly platform: Platform; readonly owner: Person; readonly context: ImportScene['context'] },
  id: string,
): Promise<void> {
  const sheet = await lockImport(tx, id);
  if (!sheet) throw notFound('import');
  // Ended while it was being read.
  if (sheet.status !== 'checking') return;
  const counts = await countRows(tx, id);
  await saveImport(tx, sheet, { status: 'checked', counts }, context.now);
  const command = machineCommandId('import-checked', id, sheet.version);
  await recordImport(tx, sheet, {
    kind: 'importChecked',
    data: { ...counts },
    actor: signature(owner),
    at: context.now,
    command,
  });
}

const progress = (done: number, total: Job['total'], cursor: string): JobProgress => ({
  ...{ status: 'running', done, total, cursor, failures: [] },
});
