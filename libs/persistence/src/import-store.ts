import type {
  ColumnUse,
  ImportCounts,
  ImportKind,
  Instant,
  RowVerdict,
  SheetCell,
  SheetImport,
  SheetRow,
} from '@fundguard/domain';
import { NO_COUNTS } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';
import { type OwnEntry, recordOwn } from './own-record.js';

/** An import with the end of its own chain of events. */
export interface LockedImport extends SheetImport {
  readonly seq: number;
  readonly head: Buffer;
}

/** An import whose work somebody ended stands where it stood before the work began. */
export const IMPORT_STATUS = `case when j.status = 'cancelled' and i.status = 'checking' then 'mapped'
  when j.status = 'cancelled' and i.status = 'importing' then 'checked' else i.status end`;

const COLUMNS = `i.id, i.kind, ${IMPORT_STATUS} as status, i.version, i.owner, i.region, i.unit_id as unit, i.campaign_id as campaign,
  i.source, i.period, i.file, i.sha256, i.bytes, i.reading, i.heading_row as "headingRow", i.columns, i.job_id as job, i.counts,
  i.committed, i.seq, i.head`;

export async function addImport(
  tx: Tx,
  given: Omit<SheetImport, 'version' | 'job' | 'counts' | 'committed'>,
  at: Instant,
): Promise<void> {
  const {
    id,
    kind,
    status,
    owner,
    region,
    unit,
    campaign,
    source,
    period,
    file,
    sha256,
    bytes,
    reading,
    headingRow,
    columns,
  } = given;
  await tx.query({
    text: `insert into import (id, kind, status, version, owner, region, unit_id, campaign_id, source, period, file, sha256, bytes, reading,
             heading_row, columns, counts, created_at, moved_at)
           values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17) on conflict (id) do nothing`,
    values: [
      ...[id, kind, status, owner, region, unit, campaign, source, period, file, sha256, bytes],
      ...[toJson(reading), headingRow, toJson(columns), toJson(NO_COUNTS), at],
    ],
  });
}

/** Held until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<LockedImport | undefined> {
  const [row] = await tx.query<LockedImport>({
    text: `select ${COLUMNS} from import i left join job j on j.id = i.job_id where i.id = $1 for no key update of i`,
    values: [id],
  });
  return row;
}

export type ImportChanges = Partial<
  Pick<SheetImport, 'status' | 'reading' | 'headingRow' | 'columns' | 'job' | 'counts' | 'committed'>
>;

export async function saveImport(
  tx: Tx,
  { id }: Pick<SheetImport, 'id'>,
  changes: ImportChanges,
  at: Instant,
): Promise<void> {
  const { status, reading, headingRow, columns, job, counts, committed } = changes;
  await tx.query({
    text: `update import set status = coalesce($2, status), reading = coalesce($3, reading), heading_row = coalesce($4, heading_row),
             columns = coalesce($5, columns), job_id = coalesce($6, job_id), counts = coalesce($7, counts),
             committed = greatest($8, committed), version = version + 1, moved_at = $9 where id = $1`,
    values: [
      ...[id, status ?? null, reading ? toJson(reading) : null, headingRow ?? null, columns ? toJson(columns) : null],
      ...[job ?? null, counts ? toJson(counts) : null, committed ?? null, at],
    ],
  });
}

/** An entry on the import's own chain: for what no campaign and no case keeps a record of. */
export const recordImport = (
  tx: Tx,
  sheet: Pick<LockedImport, 'id' | 'region' | 'seq' | 'head'>,
  entry: OwnEntry,
): Promise<void> => recordOwn(tx, 'import', sheet, entry);

/** Puts the rows of the file down, those of an earlier reading first taken away. */
export const dropImportRows = (tx: Tx, id: string): Promise<unknown> =>
  tx.query({ text: 'delete from import_row where import_id = $1', values: [id] });

export const stageRows = (
  tx: Tx,
  { id, region }: Pick<SheetImport, 'id' | 'region'>,
  rows: readonly SheetRow[],
): Promise<unknown> =>
  tx.query({
    text: `insert into import_row (import_id, region, at, cells)
           select $1, $2, r.at, r.cells from unnest($3::bigint[], $4::jsonb[]) as r (at, cells)`,
    values: [id, region, rows.map(({ at }) => at), rows.map(({ cells }) => JSON.stringify(cells))],
  });

export interface StagedRow {
  readonly at: number;
  readonly cells: readonly SheetCell[];
  readonly entry: Readonly<Record<string, unknown>> | null;
}

/** The next rows after one; those to be written only, or all. */
export const stagedRows = (
  tx: Tx,
  id: string,
  after: number,
  limit: number,
  verdicts?: readonly RowVerdict[],
): Promise<StagedRow[]> =>
  tx.query<StagedRow>({
    text: `select at, cells, entry from import_row
           where import_id = $1 and at > $2 and ($3::text[] is null or verdict = any($3)) order by at limit $4`,
    values: [id, after, verdicts ?? null, limit],
  });

/** What was found of a row. */
export interface Judged {
  readonly at: number;
  readonly verdict: RowVerdict;
  readonly key?: string | undefined;
  readonly entry?: unknown;
  readonly complaints?: readonly unknown[] | undefined;
}

export const saveJudged = (tx: Tx, id: string, rows: readonly Judged[]): Promise<unknown> =>
  tx.query({
    text: `update import_row r set verdict = j.verdict, key = j.key, entry = j.entry, complaints = j.complaints
           from unnest($2::bigint[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[]) as j (at, verdict, key, entry, complaints)
           where r.import_id = $1 and r.at = j.at`,
    values: [
      id,
      rows.map(({ at }) => at),
      rows.map(({ verdict }) => verdict),
      rows.map(({ key }) => key ?? null),
      rows.map(({ entry }) => (entry === undefined ? null : toJson(entry))),
      rows.map(({ complaints }) => (complaints ? toJson(complaints) : null)),
    ],
  });

/** Of the keys, those an earlier row of the file has already, and which row. */
export async function earlierRows(
  tx: Tx,
  id: string,
  keys: readonly string[],
  before: number,
): Promise<Map<string, number>> {
  const rows = await tx.query<{ key: string; at: number }>({
    text: `select key, min(at) as at from import_row where import_id = $1 and key = any($2) and at < $3 and verdict <> 'refuse' group by key`,
    values: [id, keys, before],
  });
  return new Map(rows.map(({ key, at }) => [key, at]));
}

export async function countRows(tx: Tx, id: string): Promise<ImportCounts> {
  const rows = await tx.query<{ verdict: RowVerdict; count: number }>({
    text: 'select verdict, count(*)::int as count from import_row where import_id = $1 and verdict is not null group by verdict',
    values: [id],
  });
  return { ...NO_COUNTS, ...Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count])) };
}

export async function rememberedColumns(
  tx: Tx,
  account: string,
  kind: ImportKind,
): Promise<Record<string, string | null>> {
  const [row] = await tx.query<{ columns: Record<string, string | null> }>({
    text: 'select columns from import_mapping where account_id = $1 and kind = $2',
    values: [account, kind],
  });
  return row?.columns ?? {};
}

export const rememberColumns = (
  tx: Tx,
  account: string,
  kind: ImportKind,
  columns: readonly ColumnUse[],
): Promise<unknown> =>
  tx.query({
    text: `insert into import_mapping (account_id, kind, columns) values ($1, $2, $3)
           on conflict (account_id, kind) do update set columns = import_mapping.columns || excluded.columns`,
    values: [account, kind, toJson(Object.fromEntries(columns.map(({ heading, field }) => [heading, field])))],
  });
