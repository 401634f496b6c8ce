import type { z } from 'zod';
import type { Bilingual } from '../text.js';
import type { SheetCell } from './cell.js';
import { type ImportKind, importFields, importOf } from './kinds.js';
import { type ColumnUse, FIGURE } from './mapping.js';

/** Why a row cannot be taken, and in which column. */
export interface Complaint extends Bilingual {
  readonly heading: string;
}

export interface ReadRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly figures: Readonly<Record<string, string>>;
  readonly complaints: readonly Complaint[];
}

const MOST_FIGURE = 100;
/** What our own sheets put before a text that begins like a formula. */
const ESCAPED = /^'(?=[=+\-@\t\r])/;

/** Reads one row by the mapping: every cell that cannot be taken is complained of, not only the first. */
export function readRow(kind: ImportKind, columns: readonly ColumnUse[], cells: readonly SheetCell[]): ReadRow {
  const given: Record<string, string> = {};
  const figures: Record<string, string> = {};
  const complaints: Complaint[] = [];
  const headings = new Map(columns.flatMap(({ heading, field }) => (field ? [[field, heading] as const] : [])));
  for (const [at, { heading, field }] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (!field) continue;
    if (typeof cell !== 'string') {
      complaints.push({ heading, ...(cell.not === 'formula' ? FORMULA : ERROR) });
      headings.delete(field);
    } else if (cell.includes('\uFFFD')) {
      complaints.push({ heading, ...UNREADABLE });
      headings.delete(field);
    } else if (cell.trim() !== '') {
      if (field !== FIGURE) given[field] = cell.replace(ESCAPED, '');
      else if (cell.trim().length > MOST_FIGURE) complaints.push({ heading, ...LONG });
      else figures[heading.slice(0, MOST_FIGURE)] = cell.trim().replace(ESCAPED, '');
    }
  }
  const result = importOf(kind).columns.safeParse(given);
  if (!result.success) complaints.push(...complaintsOf(kind, result.error, given, headings));
  return { values: result.data ?? {}, figures, complaints };
}

function complaintsOf(
  kind: ImportKind,
  { issues }: z.ZodError,
  given: Readonly<Record<string, string>>,
  headings: ReadonlyMap<string, string>,
): Complaint[] {
  const named = new Map(importFields(kind).map((each) => [each.name, each]));
  return issues.flatMap(({ path, message, code }) => {
    const name = String(path[0]);
    const heading = headings.get(name);
    // A cell that was complained of already is not missing as well.
    if (heading === undefined) return [];
    if (!(name in given)) return [{ heading, ...MISSING }];
    const [zh = '', en = zh] = message.split(' · ');
    if (code === 'too_big') return [{ heading, ...LONG }];
    return [{ heading: heading || (named.get(name)?.zh ?? name), zh, en }];
  });
}

const MISSING = { zh: '必填，不能为空', en: 'required, and empty' };
const LONG = { zh: '文字过长', en: 'too long' };
const UNREADABLE = { zh: '含有无法识别的字符，请核对编码', en: 'unreadable characters; look at the encoding' };
const ERROR = { zh: '单元格为错误值', en: 'the cell holds an error' };
const FORMULA = {
  zh: '单元格是公式，不是填报的值；请复制后“选择性粘贴为数值”',
  en: 'a formula, not a value somebody put in; copy it and paste as values',
};
