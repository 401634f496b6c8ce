import { open } from 'node:fs/promises';
import { SHEET_LIMITS, type SheetReading, type SheetRow, sheetRefusal } from '@fundguard/domain';
import { delimiterOf, rowsOfCsv } from './csv.js';
import { encodingOf } from './encoding.js';
import { locked } from './archive.js';
import { rowsOfSheet, sheetsOf } from './xlsx.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** What Office wraps an encrypted workbook in, and what an .xls of before 2007 is. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Looks at a file as it is, whatever it is called, and says how to read it; what is no sheet is refused with the reason. */
export async function examine(path: string): Promise<SheetReading> {
  const head = await headOf(path);
  if (head.length === 0) throw sheetRefusal('empty', '文件为空', 'the file is empty');
  if (head.subarray(0, 8).equals(COMPOUND)) throw (await isEncrypted(path, head)) ? locked() : oldFormat();
  if (head.subarray(0, 4).equals(ZIP)) {
    const sheets = await sheetsOf(path);
    return { format: 'xlsx', sheets, ...(sheets[0] === undefined ? {} : { sheet: sheets[0] }) };
  }
  const { encoding, sign } = await encodingOf(path);
  const reading = { format: 'csv' as const, sheets: [], encoding, sign, delimiter: await delimiterOf(path, encoding) };
  // Bytes that are no text are refused here, not when somebody waits for the check.
  await firstRows(path, reading, 1);
  return reading;
}

/** The rows of a file in bounded memory, at most as many as one import takes. */
export async function* readRows(path: string, reading: SheetReading): AsyncGenerator<SheetRow> {
  let rows = 0;
  for await (const row of reading.format === 'xlsx' ? rowsOfSheet(path, reading.sheet) : rowsOfCsv(path, reading)) {
    rows += 1;
    if (rows > SHEET_LIMITS.rows) throw tooLong();
    yield row;
  }
}

export async function firstRows(path: string, reading: SheetReading, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readRows(path, reading)) {
    rows.push(row);
    if (rows.length >= count) break;
  }
  return rows;
}

const headOf = (path: string) => bytesOf(path, 0, 512);

/** The names of a compound file's streams lie in its directory, whose sector and sector size its head gives ([MS-CFB] 2.2). */
async function isEncrypted(path: string, head: Buffer): Promise<boolean> {
  if (head.length < 512) return false;
  const size = 2 ** Math.min(12, head.readUInt16LE(30));
  return (await bytesOf(path, (head.readUInt32LE(48) + 1) * size, size)).includes(ENCRYPTED);
}

async function bytesOf(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const oldFormat = () =>
  sheetRefusal(
    'old-format',
    '这是旧版 .xls 文件（即使扩展名是 .xlsx），请用 WPS 或 Excel 另存为 .xlsx',
    'this is an old .xls, whatever its name says; save it as .xlsx',
  );
const tooLong = () =>
  sheetRefusal(
    'too-long',
    `超过单次导入上限 ${SHEET_LIMITS.rows} 行，请拆分文件`,
    `more than the ${SHEET_LIMITS.rows} rows one import takes; split the file`,
  );
