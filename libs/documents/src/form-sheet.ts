import ExcelJS from 'exceljs';
import { LONGEST_NAME, inert } from './sheet.js';

/** A cell of a form: a text, fen, a count, or a number with two decimals as percent or times. */
export interface FormCell {
  readonly unit: 'text' | 'count' | 'percent' | 'fen' | 'times';
  readonly value: string | null;
}

/** 统计表 as a bureau hands it in: title, unit and filler, heads over one or two lines, figures, and who signed. */
export interface FormSheet {
  readonly title: string;
  /** 填报单位 on the left, the date in the middle, 单位 on the right. */
  readonly filler: string;
  readonly date: string;
  readonly unitLine: string;
  readonly columns: readonly { readonly heads: readonly string[]; readonly width: number }[];
  readonly rows: readonly { readonly cells: readonly FormCell[]; readonly isTotal: boolean }[];
  /** 填表人、审核人, below the table. */
  readonly signed: string;
}

const SONG = '宋体';
const FANGSONG = '仿宋';
const A4 = 9;
const HEAD_FROM = 3;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const FORMAT = { fen: '#,##0.00', count: '0', percent: '0.00%', times: '0.00', text: '@' } as const;
/** Beyond these digits a spreadsheet's number is no longer exact: the figure stays a text. */
const EXACT_DIGITS = 15;

/** One form as an .xlsx, ready to be printed: A4 across, as wide as the page, its heads on every page. */
export async function writeForm(form: FormSheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const depth = Math.max(...form.columns.map(({ heads }) => heads.length));
  const body = HEAD_FROM + depth;
  const sheet = workbook.addWorksheet(form.title.replaceAll(/[\\/:*?[\]]/g, ' ').slice(0, LONGEST_NAME), {
    views: [{ state: 'frozen', ySplit: body - 1 }],
    pageSetup: {
      ...{
        paperSize: A4,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
      },
      printTitlesRow: `1:${body - 1}`,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  form.columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width));
  writeTop(sheet, form);
  writeHeads(sheet, form, depth);
  form.rows.forEach((row, index) => writeRow(sheet.getRow(body + index), row));
  const last = sheet.getRow(body + form.rows.length);
  sheet.mergeCells(last.number, 1, last.number, form.columns.length);
  put(last.getCell(1), form.signed, { name: FANGSONG, size: 11 }, 'left');
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeTop(sheet: ExcelJS.Worksheet, { title, filler, date, unitLine, columns }: FormSheet): void {
  const width = columns.length;
  sheet.mergeCells(1, 1, 1, width);
  put(sheet.getCell(1, 1), title, { name: SONG, size: 18, bold: true }, 'center');
  sheet.getRow(1).height = 32;
  const [left, right] = [Math.max(1, Math.floor(width / 3)), width - Math.floor(width / 3)];
  const parts = [
    ...[{ from: 1, to: left, text: filler, align: 'left' as const }],
    ...(right > left ? [{ from: left + 1, to: right, text: date, align: 'center' as const }] : []),
    ...(right < width ? [{ from: right + 1, to: width, text: unitLine, align: 'right' as const }] : []),
  ];
  for (const { from, to, text, align } of parts) {
    if (to > from) sheet.mergeCells(2, from, 2, to);
    put(sheet.getCell(2, from), text, { name: FANGSONG, size: 11 }, align);
  }
}

/** A group's head lies over its columns, a lone one over all lines. */
function writeHeads(sheet: ExcelJS.Worksheet, { columns }: FormSheet, depth: number): void {
  const last = HEAD_FROM + depth - 1;
  columns.forEach(({ heads }, index) => {
    const column = index + 1;
    const [first = '', second] = heads;
    const isContinued =
      second !== undefined &&
      index > 0 &&
      columns[index - 1]?.heads.length === 2 &&
      columns[index - 1]?.heads[0] === first;
    if (!isContinued) {
      const following = columns.slice(column).findIndex(({ heads: next }) => next.length < 2 || next[0] !== first);
      const span = second === undefined ? 1 : following === -1 ? columns.length - index : following + 1;
      const bottom = second === undefined ? last : HEAD_FROM;
      if (span > 1 || bottom > HEAD_FROM) sheet.mergeCells(HEAD_FROM, column, bottom, column + span - 1);
      put(sheet.getCell(HEAD_FROM, column), first, { name: SONG, size: 11, bold: true }, 'center');
    }
    if (second !== undefined)
      put(sheet.getCell(HEAD_FROM + 1, column), second, { name: SONG, size: 11, bold: true }, 'center');
    for (let row = HEAD_FROM; row <= last; row += 1) sheet.getCell(row, column).border = BORDER;
  });
}

function writeRow(row: ExcelJS.Row, { cells, isTotal }: FormSheet['rows'][number]): void {
  cells.forEach(({ unit, value }, index) => {
    const cell = row.getCell(index + 1);
    put(cell, null, { name: FANGSONG, size: 11, bold: isTotal }, unit === 'text' ? 'left' : 'right');
    cell.value = value === null ? (unit === 'text' ? '' : '—') : unit === 'text' ? inert(value) : numberOf(unit, value);
    if (typeof cell.value === 'number') cell.numFmt = FORMAT[unit];
    cell.border = BORDER;
  });
}

/** Fen as yuan, from the digits and not by division: what is printed is exact to the fen. */
function numberOf(unit: Exclude<FormCell['unit'], 'text'>, value: string): number | string {
  if (unit === 'percent') return Number(`${value}e-2`);
  if (unit !== 'fen') return Number(value);
  const [sign, digits] = value.startsWith('-') ? ['-', value.slice(1)] : ['', value];
  const padded = digits.padStart(3, '0');
  const yuan = `${sign}${padded.slice(0, -2)}.${padded.slice(-2)}`;
  return digits.length > EXACT_DIGITS ? yuan : Number(yuan);
}

function put(
  cell: ExcelJS.Cell,
  text: string | null,
  font: Partial<ExcelJS.Font>,
  horizontal: 'left' | 'center' | 'right',
): void {
  if (text !== null) cell.value = inert(text);
  cell.font = font;
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
}
