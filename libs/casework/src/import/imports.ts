import { firstRows } from '@fundguard/documents';
import {
  type ColumnUse,
  HEADING_WITHIN,
  IMPORT_ACTS,
  type ImportJob,
  type ImportSetting,
  type ImportTarget,
  type JobId,
  NO_COUNTS,
  type Person,
  Refusal,
  type RegionPath,
  type SheetReading,
  type SheetRow,
  guessColumns,
  headingRow,
  importOf,
  jobFacts,
  requireMapping,
  requirePerson,
  requireStatus,
  shownIn,
  within,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type LockedImport,
  type StoredBlob,
  type Tx,
  addImport,
  lockImport,
  lockJob,
  participantOf,
  recordImport,
  rememberColumns,
  rememberedColumns,
  saveImport,
  saveJob,
  tell,
  tellJob,
} from '@fundguard/persistence';
import { type Command, machineCommandId, notFound, signature } from '../command.js';
import { putToWork } from '../job/jobs.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';

type ByPerson = Command & { readonly actor: Person };

/** A file that was sent, stored and looked at. */
export interface SentSheet {
  readonly name: string;
  readonly stored: StoredBlob;
  readonly reading: SheetReading;
  /** From its top, as many as headings are looked for in. */
  readonly top: readonly SheetRow[];
}

/** Opens an import on a file, with a guess of its columns. The command's id becomes the import's. */
export async function openImport(
  platform: Platform,
  target: ImportTarget,
  sent: SentSheet,
  { id, actor }: ByPerson,
): Promise<void> {
  const { kind, campaign = null, source = null, period = null } = target;
  requirePerson(actor, importOf(kind).needs);
  const at = await platform.clock.now();
  if (campaign) await platform.db.within(EVERYWHERE, (tx) => requireCampaign(tx, campaign, actor));
  await platform.db.within(actor.region, async (tx) => {
    const remembered = await rememberedColumns(tx, actor.account, kind);
    const heading = headingRow(kind, sent.top);
    if (!heading)
      throw new Refusal(
        'invalid',
        'sheet.empty',
        { zh: '文件中没有内容', en: 'nothing stands in the file' },
        { field: 'file' },
      );
    await addImport(
      tx,
      {
        ...{ id, kind, status: 'mapped', owner: actor.account, region: actor.region, unit: actor.unit ?? null },
        ...{ campaign, source, period, file: sent.name, ...sent.stored, reading: sent.reading },
        ...{ headingRow: heading.at, columns: guessColumns(kind, heading.cells.map(shownIn), remembered) },
      },
      at,
    );
    const sheet = await lockImport(tx, id);
    if (!sheet || sheet.seq > 0) return;
    const data = { kind, campaign, file: sent.name, sha256: sent.stored.sha256, bytes: sent.stored.bytes };
    await recordImport(tx, sheet, {
      kind: 'importOpened',
      data,
      actor: signature(actor),
      at,
      command: machineCommandId('import-opened', id),
    });
  });
}

async function requireCampaign(tx: Tx, campaign: string, { unit, region }: Person): Promise<void> {
  const [found] = await tx.query<{ region: RegionPath }>({
    text: 'select region from campaign where id = $1',
    values: [campaign],
  });
  const isMine =
    found &&
    (unit ? await participantOf(tx, campaign, unit) : within(found.region, region) || within(region, found.region));
  if (!isMine) throw unknown('campaign');
}

/** 改读法: another encoding, sheet or heading row guesses the columns anew; columns a person chose are remembered for the next file. */
export async function setImport(
  platform: Platform,
  id: string,
  setting: ImportSetting,
  { actor }: ByPerson,
): Promise<void> {
  const at = await platform.clock.now();
  await act(platform, id, actor, 'set', async (tx, sheet) => {
    const { encoding, sheet: name, headingRow: row } = setting;
    if (name !== undefined && !sheet.reading.sheets.includes(name)) throw unknownSheet();
    const reading: SheetReading = {
      ...sheet.reading,
      ...(encoding && sheet.reading.format === 'csv' ? { encoding, sign: 'person' as const } : {}),
      ...(name === undefined ? {} : { sheet: name }),
    };
    const isReread = encoding !== undefined || name !== undefined || row !== undefined;
    const fresh = isReread ? await headingsOf(platform, sheet, reading, row, actor, tx) : undefined;
    const columns = setting.columns ?? fresh?.columns ?? sheet.columns;
    if (setting.columns) {
      requireMapping(sheet.kind, columns);
      await rememberColumns(tx, actor.account, sheet.kind, columns);
    }
    await saveImport(tx, sheet, { status: 'mapped', reading, columns, ...(fresh ? { headingRow: fresh.at } : {}) }, at);
  });
}

async function headingsOf(
  platform: Platform,
  { kind, sha256 }: LockedImport,
  reading: SheetReading,
  row: number | undefined,
  { account }: Person,
  tx: Tx,
): Promise<{ at: number; columns: ColumnUse[] }> {
  const top = await firstRows(platform.blobs?.path(sha256) ?? '', reading, Math.max(HEADING_WITHIN, row ?? 0));
  const heading = row === undefined ? headingRow(kind, top) : top.find(({ at }) => at === row);
  if (!heading)
    throw new Refusal(
      'invalid',
      'import.heading-row',
      { zh: '没有这一行', en: 'there is no such row' },
      { field: 'headingRow' },
    );
  return {
    at: heading.at,
    columns: guessColumns(kind, heading.cells.map(shownIn), await rememberedColumns(tx, account, kind)),
  };
}

const WORK = {
  check: { job: 'checkImport', status: 'checking' },
  commit: { job: 'commitImport', status: 'importing' },
} as const;

/** 试导入, 正式导入: begins the job. The command's id becomes the job's, so that asking twice begins one. */
export async function workOnImport(
  platform: Platform,
  id: string,
  which: keyof typeof WORK,
  command: ByPerson,
): Promise<void> {
  const { job, status } = WORK[which];
  const at = await platform.clock.now();
  await act(
    platform,
    id,
    command.actor,
    which,
    async (tx, sheet) => {
      requireMapping(sheet.kind, sheet.columns);
      const payload: ImportJob = { kind: job, import: id };
      if (!(await putToWork(tx, { id: command.id, owner: command.actor, payload, at }))) throw keyReused();
      await saveImport(tx, sheet, { status, job: command.id, ...(which === 'check' ? { counts: NO_COUNTS } : {}) }, at);
    },
    command.id,
  );
  platform.wake([`job/${command.id}`]);
}

/** 取消: what was written stays, the rest is not. */
export async function cancelImport(platform: Platform, id: string, { actor }: ByPerson): Promise<void> {
  const at = await platform.clock.now();
  let ended: string | undefined;
  await act(platform, id, actor, 'cancel', async (tx, sheet) => {
    const job = sheet.job ? await lockJob(tx, sheet.job, null) : undefined;
    if (job && jobFacts(job.id, job.version, job.status).open) {
      await tell(tx, [tellJob(await saveJob(tx, job, { ...job, status: 'cancelled' }, at))]);
      ended = job.id satisfies JobId;
    }
    await saveImport(tx, sheet, { status: 'cancelled' }, at);
    const data = { committed: sheet.committed };
    await recordImport(tx, sheet, {
      kind: 'importCancelled',
      data,
      actor: signature(actor),
      at,
      command: machineCommandId('import-cancelled', id),
    });
  });
  if (ended) platform.wake([`job/${ended}`]);
}

/** Locks an import for its owner. Once rows of it were written it can only be gone on with. */
async function act(
  platform: Platform,
  id: string,
  actor: Person,
  which: keyof typeof IMPORT_ACTS,
  work: (tx: Tx, sheet: LockedImport) => Promise<void>,
  again?: string,
): Promise<void> {
  await platform.db.within(actor.region, async (tx) => {
    const sheet = await lockImport(tx, id);
    if (!sheet || (actor.unit && sheet.unit !== actor.unit)) throw notFound('import');
    if (sheet.owner !== actor.account) throw notYours();
    requirePerson(actor, importOf(sheet.kind).needs);
    // The same command again: it began the job that the import has.
    if (again !== undefined && sheet.job === again) return;
    requireStatus(sheet.status, which);
    if (sheet.committed > 0 && (which === 'set' || which === 'check')) requireStatus('importing', which);
    await work(tx, sheet);
  });
}

const notYours = () =>
  new Refusal('forbidden', 'import.not-yours', {
    zh: '只有发起人可以办理此导入',
    en: 'only whoever sent the file goes on with it',
  });
const unknownSheet = () =>
  new Refusal(
    'invalid',
    'import.sheet-unknown',
    { zh: '没有此工作表', en: 'there is no such sheet' },
    { field: 'sheet' },
  );
const keyReused = () =>
  new Refusal('invalid', 'idempotency.key-reused', {
    zh: '该幂等键已用于另一请求',
    en: 'this idempotency key was used for a different request',
  });
