import { toFen } from '../parts/money';

export const COLUMNS = ['category', 'what', 'amount', 'due'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** A line that is not on the ledger yet, as it was typed or pasted. */
export interface DraftRow extends Readonly<Record<ColumnName, string>> {
  readonly key: string;
}
export interface Complaint {
  readonly column: ColumnName;
  readonly why: 'missing' | 'amount' | 'day' | 'past' | 'long';
}
/** A line as the API takes it. */
export interface Entry {
  readonly category: string;
  readonly what: string;
  readonly amount: string;
  readonly due: string;
}

/** More at once are a file to be imported, not a table to be looked through. */
export const MOST_ROWS = 200;

const HEADS: Readonly<Record<string, ColumnName>> = {
  ...{ 问题类别: 'category', 类别: 'category', 违规类型: 'category', category: 'category' },
  ...{ 问题: 'what', 存在问题: 'what', 问题描述: 'what', problem: 'what' },
  ...{ 涉及金额: 'amount', 金额: 'amount', 违规金额: 'amount', 'money in question': 'amount', amount: 'amount' },
  ...{ 整改期限: 'due', 整改时限: 'due', 'to be put right by': 'due', due: 'due' },
};
/** `涉及金额（元）` is a head as `涉及金额` is. */
const headOf = (cell: string) => HEADS[cell.toLowerCase().replace(/[（(](元|yuan)[）)]$/, '')];

export const emptyRow = (key: string): DraftRow => ({ key, category: '', what: '', amount: '', due: '' });
export const isEmpty = (row: DraftRow): boolean => COLUMNS.every((column) => !row[column].trim());

/**
 * What was pasted, laid on the rows from a cell on, as a spreadsheet does; a first row of heads says which column is which
 * instead. Nothing is dropped: rows are added below, and what no column takes is counted.
 */
export function laid(
  rows: readonly DraftRow[],
  cells: readonly (readonly string[])[],
  from: { readonly row: number; readonly column: ColumnName },
  newKey: () => string,
): { readonly rows: readonly DraftRow[]; readonly left: number } {
  const [first = [], ...rest] = cells;
  const heads = first.map(headOf);
  const hasHeads = heads.filter(Boolean).length > 1;
  const names = hasHeads ? heads : COLUMNS.slice(COLUMNS.indexOf(from.column));
  const after = [...rows];
  let left = 0;
  (hasHeads ? rest : cells)
    .filter((line) => line.some(Boolean))
    .forEach((line, index) => {
      const at = from.row + index;
      while (after.length <= at) after.push(emptyRow(newKey()));
      line.forEach((cell, place) => {
        const name = names[place];
        const row = after[at];
        if (name && row) after[at] = { ...row, [name]: cell };
        else if (cell) left += 1;
      });
    });
  return { rows: after, left };
}

const YUAN = /^[¥￥]?\s*(\d{1,3}(?:[,，]\d{3})+|\d{1,13})(?:\.\d{1,2})?\s*元?$/;
const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const LONGEST = { category: 100, what: 5_000 } as const;

/** Yuan digit by digit; `1,5` and `1.005` are no amounts, and neither is `1.2E+05`. */
export function amountOf(typed: string): string | undefined {
  if (!typed.trim()) return '0';
  return YUAN.test(typed.trim()) ? toFen(typed.replaceAll(/[¥￥元]/g, '')) : undefined;
}

/** `2026-11-26`, `2026/11/26` or `2026年11月26日`; no other day is guessed at. */
export function dayOf(typed: string): string | undefined {
  const [, year, month = '', on = ''] = DAY.exec(typed.trim()) ?? [];
  if (!year) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`;
  const known = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(day) ? day : undefined;
}

/** The row as the API takes it, or what is wrong with it. */
export function read(
  row: DraftRow,
  today: string,
): { readonly entry?: Entry; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const texts = (['category', 'what'] as const).map((column) => {
    const text = row[column].trim();
    if (!text) complaints.push({ column, why: 'missing' });
    if (text.length > LONGEST[column]) complaints.push({ column, why: 'long' });
    return text;
  });
  const [category = '', what = ''] = texts;
  const amount = amountOf(row.amount);
  if (amount === undefined) complaints.push({ column: 'amount', why: 'amount' });
  const due = dayOf(row.due);
  if (!due) complaints.push({ column: 'due', why: row.due.trim() ? 'day' : 'missing' });
  else if (due < today) complaints.push({ column: 'due', why: 'past' });
  return complaints.length > 0 || amount === undefined || !due
    ? { complaints }
    : { complaints, entry: { category, what, amount, due } };
}

/** In fen; rows whose amount is none are not counted. */
export const sumOf = (rows: readonly DraftRow[]): string =>
  rows.reduce((sum, { amount }) => sum + BigInt(amountOf(amount) ?? '0'), 0n).toString();
