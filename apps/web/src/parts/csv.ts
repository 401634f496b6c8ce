import type { ChartCell, ChartColumn, ChartRow } from './Chart';

/** Excel and WPS take a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as a file that opens in a spreadsheet; every line is ended. */
export const csv = (rows: readonly (readonly ChartCell[])[]): string => `${linesOf(rows)}\r\n`;

/** The table beside a picture, as such a file. */
export const csvOf = (columns: readonly ChartColumn[], rows: readonly ChartRow[]): string =>
  linesOf([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ key }) => row[key]))]);

const linesOf = (rows: readonly (readonly ChartCell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => cells.map(cell).join(',')).join('\r\n');

/** What begins like a formula would be run by the spreadsheet; an apostrophe makes it a text. */
function cell(value: ChartCell): string {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
