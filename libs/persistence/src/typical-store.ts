import type { Instant, TypicalCase } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

const COLUMNS = `id, case_id as "case", problem_id as problem, campaign_id as campaign, region, status, version, mode, title, text, hidden,
  drafted_by as "draftedBy", submitted_by as "submittedBy", approved_by as "approvedBy", note, publications, withdrawal`;

/** A typical case as it lies in its table: what is not there yet is null. */
type TypicalRow = { readonly [Key in keyof TypicalCase]-?: Exclude<TypicalCase[Key], undefined> | null };

const typicalOf = (row: TypicalRow): TypicalCase =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as TypicalCase;

/** What it tells of and where it lies, before anything is locked. */
export async function peekTypical(
  tx: Tx,
  id: string,
): Promise<Pick<TypicalCase, 'case' | 'problem' | 'region'> | undefined> {
  const [row] = await tx.query<TypicalRow>({
    text: `select ${COLUMNS} from typical_case where id = $1`,
    values: [id],
  });
  return row && typicalOf(row);
}

/** Held for one act; another act on it waits. Its case is locked first. */
export async function lockTypical(tx: Tx, id: string): Promise<TypicalCase | undefined> {
  const [row] = await tx.query<TypicalRow>({
    name: 'lock-typical-case',
    text: `select ${COLUMNS} from typical_case where id = $1 for no key update`,
    values: [id],
  });
  return row && typicalOf(row);
}

/** What is told of a case, all of it held: its decision changed. */
export async function lockTypicalOfCase(tx: Tx, id: string): Promise<TypicalCase[]> {
  const rows = await tx.query<TypicalRow>({
    name: 'typical-of-case',
    text: `select ${COLUMNS} from typical_case where case_id = $1 and status <> 'withdrawn' order by id for no key update`,
    values: [id],
  });
  return rows.map(typicalOf);
}

export async function addTypical(tx: Tx, typical: TypicalCase, at: Instant): Promise<void> {
  const { id, case: of, problem, campaign, region, status, version, mode, title, text, hidden, draftedBy } = typical;
  await tx.query({
    text: `insert into typical_case (id, case_id, problem_id, campaign_id, region, status, version, mode, title, text, hidden, drafted_by,
             drafted_at, publications)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '[]')`,
    values: [
      ...[id, of ?? null, problem ?? null, campaign ?? null, region, status, version, mode, title, text],
      ...[toJson(hidden), draftedBy, at],
    ],
  });
}

export async function saveTypical(tx: Tx, typical: TypicalCase): Promise<void> {
  const { id, status, version, mode, title, text, hidden, submittedBy, approvedBy, note, publications, withdrawal } =
    typical;
  await tx.query({
    text: `update typical_case set status = $2, version = $3, mode = $4, title = $5, text = $6, hidden = $7, submitted_by = $8,
             approved_by = $9, note = $10, publications = $11, withdrawal = $12 where id = $1`,
    values: [
      ...[id, status, version, mode, title, text, toJson(hidden), submittedBy ?? null, approvedBy ?? null],
      ...[note ?? null, toJson(publications), withdrawal ? toJson(withdrawal) : null],
    ],
  });
}

/** 甲县 → 甲县医疗保障局. */
export async function bureauOf(tx: Tx, region: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>({
    text: 'select name_zh as name from region where path = $1',
    values: [region],
  });
  return `${row?.name ?? ''}医疗保障局`;
}

export async function unitName(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>({ text: 'select name from unit where id = $1', values: [id] });
  return row?.name ?? '';
}
