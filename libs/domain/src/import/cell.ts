import { z } from 'zod';
import { Refusal } from '../refusal.js';

/**
 * A cell as it lies in the file: the text that stands there. A number is its digits, a date `2026-11-26` or `2026-11-26 17:00`.
 * A formula is no figure somebody put in, and an error is none at all: both are kept to be refused by name.
 */
export const sheetCell = z.union([
  z.string(),
  z.strictObject({ not: z.enum(['formula', 'error']), shown: z.string() }),
]);
export type SheetCell = z.output<typeof sheetCell>;

export const shownIn = (cell: SheetCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.shown;

/** A row that holds anything, with the number it has in its sheet. */
export interface SheetRow {
  readonly at: number;
  readonly cells: readonly SheetCell[];
}

export const SHEET_FORMATS = ['xlsx', 'csv'] as const;
export const SHEET_ENCODINGS = ['utf-8', 'gbk', 'gb18030'] as const;
export type SheetEncoding = (typeof SHEET_ENCODINGS)[number];

/** By what sign an encoding was taken to be the one. */
export const ENCODING_SIGNS = ['mark', 'valid', 'fallback', 'person'] as const;

/** How a file is to be read. */
export interface SheetReading {
  readonly format: (typeof SHEET_FORMATS)[number];
  /** Of a workbook. */
  readonly sheets: readonly string[];
  readonly sheet?: string;
  /** Of a text file. */
  readonly encoding?: SheetEncoding;
  readonly sign?: (typeof ENCODING_SIGNS)[number];
  readonly delimiter?: string;
}

/** What one import takes. A sheet of more rows is cut into several by whoever has it. */
export const SHEET_LIMITS = { rows: 200_000, columns: 500, cell: 32_767, bytes: 30_000_000 } as const;

export const sheetRefusal = (code: string, zh: string, en: string): Refusal =>
  new Refusal('invalid', `sheet.${code}`, { zh, en }, { field: 'file' });
