import type { AccountId, Instant, Report, ReportFile } from '@fundguard/domain';
import type { Tx } from './database.js';
import type { LockedObligation } from './obligation-store.js';

/** One submission or correction, as it lies there for good. */
export interface ReportEntry {
  readonly seq: number;
  readonly kind: 'submission' | 'correction';
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: AccountId;
  readonly byName: string;
  readonly at: Date;
}

export const addReportEntry = (
  tx: Tx,
  { id, region }: Pick<LockedObligation, 'id' | 'region'>,
  entry: Pick<ReportEntry, 'kind' | 'data' | 'by' | 'byName'> & { readonly at: Instant },
): Promise<unknown> =>
  tx.query({
    name: 'add-report-entry',
    text: `insert into report_entry (obligation_id, seq, region, kind, data, by, by_name, at)
           select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7 from report_entry where obligation_id = $1`,
    values: [id, region, entry.kind, JSON.stringify(entry.data), entry.by, entry.byName, entry.at],
  });

/** Oldest first. */
export const reportEntries = (tx: Tx, obligation: string): Promise<ReportEntry[]> =>
  tx.query<ReportEntry>({
    name: 'report-entries',
    text: `select seq, kind, data, by, by_name as "byName", at from report_entry where obligation_id = $1 order by seq`,
    values: [obligation],
  });

/** Who corrected what was last handed in. */
export async function correctors(tx: Tx, obligation: string): Promise<AccountId[]> {
  const rows = await tx.query<{ by: AccountId }>({
    name: 'report-correctors',
    text: `select distinct by from report_entry where obligation_id = $1 and kind = 'correction'
             and seq > (select max(seq) from report_entry where obligation_id = $1 and kind = 'submission')`,
    values: [obligation],
  });
  return rows.map(({ by }) => by);
}

/** The figures of a report as they count from now on; none while no report stands. */
export async function keepFigures(
  tx: Tx,
  { id, campaign, source, period, region }: Pick<LockedObligation, 'id' | 'campaign' | 'source' | 'period' | 'region'>,
  figures: Readonly<Record<string, bigint>>,
): Promise<void> {
  await tx.query({
    name: 'drop-figures',
    text: 'delete from report_figure where obligation_id = $1',
    values: [id],
  });
  const [fields, values] = [Object.keys(figures), Object.values(figures).map(String)];
  if (fields.length === 0) return;
  await tx.query({
    name: 'keep-figures',
    text: `insert into report_figure (obligation_id, field, campaign_id, source, period, region, value)
           select $1, f.field, $2, $3, $4, $5, f.value from unnest($6::text[], $7::bigint[]) as f (field, value)`,
    values: [id, campaign, source, period, region, fields, values],
  });
}

export const addReportFile = (
  tx: Tx,
  { id, region }: Pick<LockedObligation, 'id' | 'region'>,
  file: ReportFile & { readonly by: AccountId; readonly at: Instant },
): Promise<unknown> =>
  tx.query({
    text: `insert into report_file (id, obligation_id, region, name, sha256, media_type, bytes, by, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [file.id, id, region, file.name, file.sha256, file.mediaType, file.bytes, file.by, file.at],
  });

export const reportFiles = (tx: Tx, obligation: string): Promise<ReportFile[]> =>
  tx.query<ReportFile>({
    name: 'report-files',
    text: `select id, name, sha256, media_type as "mediaType", bytes from report_file where obligation_id = $1 order by at, id`,
    values: [obligation],
  });

/**
 * What the unit last reported of the same thing, and since when the time after it runs: a report that came early counted only to
 * the moment it came, and one that nobody has to give counts nothing.
 */
export async function lastReport(
  tx: Tx,
  { campaign, unit, source, due }: Pick<LockedObligation, 'campaign' | 'unit' | 'source' | 'due'>,
): Promise<{ readonly report?: Report; readonly submittedAt?: Date; readonly from?: Date }> {
  const [row] = await tx.query<{ report: Report | null; submittedAt: Date; from: Date | null }>({
    name: 'last-report',
    text: `select r.report, r.submitted_at as "submittedAt", p.due_at as "from"
           from (select max(least(due_at, submitted_at)) as due_at from obligation
                 where campaign_id = $1 and unit_id = $2 and source = $3 and due_at < $4 and status <> 'waived') p
             left join lateral (select report, submitted_at from obligation
               where campaign_id = $1 and unit_id = $2 and source = $3 and due_at < $4 and report is not null
               order by due_at desc limit 1) r on true`,
    values: [campaign, unit, source, due],
  });
  return {
    ...(row?.report ? { report: row.report, submittedAt: row.submittedAt } : {}),
    ...(row?.from ? { from: row.from } : {}),
  };
}
