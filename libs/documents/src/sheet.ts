import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

/** Of a sheet: Excel and WPS call a file with a longer one damaged. */
export const LONGEST_NAME = 31;

/**
 * One sheet as an .xlsx, for WPS and Excel: a heading that stays, a filter, every cell a text. A text that begins like a
 * formula is kept from becoming one when the sheet is saved as CSV and opened again.
 */
export async function writeSheet(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(name.slice(0, LONGEST_NAME), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  for await (const row of rows) sheet.addRow(row.map(inert)).commit();
  await workbook.commit();
  return whole;
}

/** A text that stays one, also after a detour over CSV. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
