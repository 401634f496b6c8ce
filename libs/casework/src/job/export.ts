import { type SheetColumn, writeSheet } from '@fundguard/documents';
import { type Bilingual, Refusal } from '@fundguard/domain';
import {
  type Job,
  type JobProgress,
  type Statement,
  type Tx,
  dropRows,
  keepRows,
  keptRows,
} from '@fundguard/persistence';
import { notFound } from '../command.js';
import type { Scene } from './activities.js';

/** A sheet of more rows opens in no office program at a bearable speed. */
const MOST = 100_000;
const SLICE = 2_000;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly count: Statement;
  /** The rows after the cursor, in the order of the cursor, which is each row's first column. */
  readonly page: (after: string | null, limit: number) => Statement;
}

/** One slice of an export: rows are gathered beside the job, and made into a sheet at the end. */
export const exportSlice = ({ platform, owner, job }: Scene, sheet: Sheet): Promise<JobProgress> =>
  platform.db.within(owner.region, (tx) => gather(tx, job, sheet));

async function gather(tx: Tx, job: Job, sheet: Sheet): Promise<JobProgress> {
  const total = job.total ?? (await counted(tx, sheet.count));
  const rows = await tx.query<{ cursor: string; cells: (string | null)[] }>(sheet.page(job.cursor, SLICE));
  if (rows.length > 0) {
    await keepRows(
      tx,
      job.id,
      job.done,
      rows.map(({ cells }) => cells.map((cell) => cell ?? '')),
    );
  }
  const done = job.done + rows.length;
  const cursor = rows.at(-1)?.cursor ?? job.cursor;
  if (rows.length === SLICE) return { status: 'running', done, total: Math.max(total, done), cursor, failures: [] };
  const bytes = await writeSheet(sheet.name, sheet.columns, keptRows(tx, job.id));
  await dropRows(tx, job.id);
  return { status: 'done', done, total: done, cursor, failures: [], result: { name: `${sheet.name}.xlsx`, bytes } };
}

/** A word for a value: both languages, one of which a ledger has, or all the words people have for it, ours the first. */
type Word = string | readonly [string, ...string[]] | Bilingual;

/** What stands in a column, in the words of a ledger; the words are our own, never anybody's input. */
export const inWords = (column: string, words: Readonly<Record<string, Word>>): string =>
  `case ${column} ${Object.entries(words)
    .map(([value, word]) => `when '${value}' then '${inChinese(word)}'`)
    .join(' ')} end`;

const inChinese = (word: Word): string => {
  if (typeof word === 'string') return word;
  return 'zh' in word ? word.zh : word[0];
};

export const local = (column: string): string =>
  `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;

/** `<campaign>-<what>`, fit for a file. */
export async function namedAfter({ platform, owner }: Scene, campaign: string, what: string): Promise<string> {
  const [known] = await platform.db.within(owner.region, (tx) =>
    tx.query<{ name: string }>({ text: 'select name from campaign where id = $1', values: [campaign] }),
  );
  if (!known) throw notFound('campaign');
  return `${known.name.replaceAll(/[\\/:*?"<>|[\]]/g, ' ').slice(0, 24)}-${what}`;
}

async function counted(tx: Tx, statement: Statement): Promise<number> {
  const [row] = await tx.query<{ count: number }>(statement);
  const count = row?.count ?? 0;
  if (count <= MOST) return count;
  throw new Refusal('invalid', 'export.too-many', {
    zh: `共 ${count} 条，超过单次导出上限 ${MOST} 条，请缩小查询范围`,
    en: `${count} rows are more than the ${MOST} one export takes; narrow the query`,
  });
}
