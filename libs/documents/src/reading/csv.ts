import { createReadStream } from 'node:fs';
import { Transform, pipeline } from 'node:stream';
import { SHEET_LIMITS, type SheetReading, type SheetRow, Refusal, sheetRefusal } from '@fundguard/domain';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { tooWide } from './xlsx.js';

const LONGEST_ROW = 2_000_000;
const DELIMITERS = [',', '\t', ';'];

/** The rows of a text file as they stream in, in the encoding asked for. */
export async function* rowsOfCsv(
  path: string,
  { encoding = 'utf-8', delimiter = ',' }: Pick<SheetReading, 'encoding' | 'delimiter'>,
): AsyncGenerator<SheetRow> {
  const parser = parse({
    ...{ delimiter, bom: true, info: true, skip_empty_lines: true, relax_column_count: true },
    max_record_size: LONGEST_ROW,
  });
  const records = pipeline(createReadStream(path), refuseNul(), iconv.decodeStream(encoding), parser, () => undefined);
  try {
    let at = 0;
    for await (const { record } of records as unknown as AsyncIterable<{ record: string[] }>) {
      at += 1;
      if (record.length > SHEET_LIMITS.columns) throw tooWide();
      if (record.some((cell) => cell.trim() !== '')) yield { at, cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw unbalanced(error);
    throw error instanceof Error && error.cause instanceof Refusal ? error.cause : error;
  }
}

/** Which of the usual separators the first line has most of. */
export async function delimiterOf(path: string, encoding: SheetReading['encoding']): Promise<string> {
  const decoder = iconv.getDecoder(encoding ?? 'utf-8');
  let head = '';
  for await (const chunk of createReadStream(path, { end: 64_000 })) head += decoder.write(chunk as Buffer);
  const line = (/^[^\r\n]*/.exec(head.replace(/^\uFEFF/, ''))?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((each) => line.split(each).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const refuseNul = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (chunk.includes(0)) done(noText());
      else done(null, chunk);
    },
  });

const noText = () =>
  sheetRefusal(
    'no-text',
    '文件不是文本：含有 NUL 字符。请另存为 .xlsx，或 UTF-8、GBK 编码的 CSV',
    'the file is no text: it holds NUL. Save it as .xlsx, or as CSV in UTF-8 or GBK',
  );

function unbalanced({ code, lines }: CsvError): Refusal {
  const line = typeof lines === 'number' ? lines : '?';
  return sheetRefusal(
    'quotes',
    `引号不成对，读到第 ${line} 行为止（${code}）`,
    `quotes do not match; it was read up to line ${line} (${code})`,
  );
}
