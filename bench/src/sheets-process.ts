import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { examine, readRows, streamSheets } from '@fundguard/documents';
import { guessColumns, readRow, shownIn } from '@fundguard/domain';
import ExcelJS from 'exceljs';

/** One piece of work with a sheet, and nothing else, so that its memory is its own. */
const [what = '', file = ''] = process.argv.slice(2);
const EXPORTED = 100_000;
const IMPORTED = 200_000;
const COLUMNS = ['单位', '来源', '问题类别', '问题', '涉及金额（元）', '整改期限'].map((title) => ({
  title,
  width: 20,
}));

function* rows(count: number): Generator<string[]> {
  for (let at = 0; at < count; at += 1)
    yield [
      `甲县第${at % 997}医院`,
      '上级交办',
      '重复收费',
      `静脉输液重复收取，第 ${at} 条`,
      `${at}.50`,
      '2026年12月31日',
    ];
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

async function writeBare(): Promise<void> {
  const stream = nowhere();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet('台账');
  sheet.columns = COLUMNS.map(({ title, width }) => ({ header: title, width }));
  for (const row of rows(EXPORTED)) sheet.addRow(row).commit();
  await workbook.commit();
}

async function read(judge: boolean): Promise<void> {
  const reading = await examine(file);
  let columns: ReturnType<typeof guessColumns> | undefined;
  let count = 0;
  for await (const { cells } of readRows(file, reading)) {
    if (!columns) columns = guessColumns('problems', cells.map(shownIn));
    else if (!judge || readRow('problems', columns, cells).complaints.length === 0) count += 1;
  }
  if (count !== IMPORTED - 1) throw new Error(`${count} rows`);
}

const WORK: Readonly<Record<string, () => Promise<void>>> = {
  fill: () =>
    pipeline(streamSheets([{ name: '台账', columns: COLUMNS, rows: rows(IMPORTED - 1) }]), createWriteStream(file)),
  write: () => pipeline(streamSheets([{ name: '台账', columns: COLUMNS, rows: rows(EXPORTED) }]), nowhere()),
  'write-bare': writeBare,
  check: () => read(true),
  'read-bare': () => read(false),
};

const began = performance.now();
await WORK[what]?.();
// Kilobytes, on Linux and macOS alike.
process.send?.({ ms: performance.now() - began, mb: process.resourceUsage().maxRSS / 1_024 });
