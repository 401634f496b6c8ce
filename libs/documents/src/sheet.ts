import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

/** Of a sheet: Excel and WPS call a file with a longer one damaged. */
export const LONGEST_NAME = 31;
const BREATH = 250;

/**
 * Sheets as an .xlsx, for WPS and Excel: a heading that stays, a filter, every cell a text. A text that begins like a
 * formula is kept from becoming one when the sheet is saved as CSV and opened again. It is written as it is read: no faster than
 * the rows come and than whoever reads takes them, so that its memory does not grow with its length.
 */
export function streamSheets(sheets: readonly Sheet[]): Readable {
  const stream = new PassThrough();
  write(stream, sheets).catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

export const writeSheet = (name: string, columns: readonly SheetColumn[], rows: Sheet['rows']): Promise<Buffer> =>
  buffer(streamSheets([{ name, columns, rows }]));

async function write(stream: PassThrough, sheets: readonly Sheet[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name.slice(0, LONGEST_NAME), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ title, width }) => ({ header: inert(title), width }));
    sheet.getRow(1).font = { bold: true };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    let count = 0;
    for await (const row of rows) {
      sheet.addRow(row.map(inert)).commit();
      count += 1;
      if (count % BREATH === 0) await breathe(stream);
    }
    sheet.commit();
  }
  await workbook.commit();
}

/** The writer takes rows without asking whether they can go out; here what it has is compressed and taken away first. */
async function breathe(stream: PassThrough): Promise<void> {
  await setImmediate();
  if (stream.writableNeedDrain) await once(stream, 'drain');
}

/** A text that stays one, also after a detour over CSV. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
