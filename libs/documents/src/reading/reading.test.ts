import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SheetReading } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { writeSheet } from '../sheet.js';
import { examine, firstRows, readRows } from './file.js';
import { plain } from './serial.js';
import { inline, testFolder, workbook } from './test-files.js';

let folder: Awaited<ReturnType<typeof testFolder>>;
beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => folder?.drop());

const cellsOf = async (bytes: Buffer | string, how: Partial<SheetReading> = {}) => {
  const path = await folder.put(bytes);
  const reading = { ...(await examine(path)), ...how };
  return { reading, rows: (await firstRows(path, reading, 50)).map(({ cells }) => cells) };
};

const CSV = '单位,金额,说明\r\n甲县人民医院,"1,234.50","第一行\n第二行 ""引号"""\r\n\r\n,,\r\n乙县药店,3,\r\n';
const LINES = [
  ['单位', '金额', '说明'],
  ['甲县人民医院', '1,234.50', '第一行\n第二行 "引号"'],
  ['乙县药店', '3', ''],
];

test.each([
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${CSV}`), { encoding: 'utf-8', sign: 'mark' }],
  ['UTF-8 without', Buffer.from(CSV), { encoding: 'utf-8', sign: 'valid' }],
  ['GBK', iconv.encode(CSV, 'gbk'), { encoding: 'gbk', sign: 'fallback' }],
])('a text file in %s is read as it was written, blank lines left out', async (_name, bytes, expected) => {
  const { reading, rows } = await cellsOf(bytes);
  expect(reading).toMatchObject({ format: 'csv', delimiter: ',', ...expected });
  expect(rows).toEqual(LINES);
});

test('a name outside GBK makes it GB 18030, and the name is read', async () => {
  const { reading, rows } = await cellsOf(iconv.encode('单位,负责人\n甲县人民医院,王㛃𬱟\n', 'gb18030'));
  expect([reading.encoding, rows[1]?.[1]]).toEqual(['gb18030', '王㛃𬱟']);
});

test('tabs and semicolons are separators too, and a wrong encoding can be set right', async () => {
  expect((await cellsOf('a\tb,c\td\n1\t2\t3\n')).rows).toEqual([
    ['a', 'b,c', 'd'],
    ['1', '2', '3'],
  ]);
  const wrong = await cellsOf(Buffer.from(CSV), { encoding: 'gbk' });
  expect(wrong.rows[0]).not.toEqual(LINES[0]);
});

test('a sheet written here is read back cell by cell', async () => {
  const sheet = await writeSheet(
    '台账',
    [
      { title: '单位', width: 9 },
      { title: '金额', width: 9 },
    ],
    [['甲 & 乙 <丙>', '1']],
  );
  expect((await cellsOf(sheet)).rows).toEqual([
    ['单位', '金额'],
    ['甲 & 乙 <丙>', '1'],
  ]);
});

test('an office program’s workbook: shared texts, dates of either style, sheets by name, empty cells between', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('封面').addRow(['说明']);
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['单位', null, '金额', '日期', '是否']);
  sheet.addRow(['甲县人民医院', null, 1234.1, new Date('2023-03-05T00:00:00Z'), true]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer({ useSharedStrings: true }));
  const { reading, rows } = await cellsOf(bytes, { sheet: '台账' });
  expect(reading.sheets).toEqual(['封面', '台账']);
  expect(rows[1]).toEqual(['甲县人民医院', '', '1234.1', '2023-03-05', 'TRUE']);
  expect((await cellsOf(bytes)).rows).toEqual([['说明']]);
});

test('dates by their style, times with them, and the count of old Macs', async () => {
  const row =
    '<row r="7"><c s="1"><v>44990</v></c><c s="2"><v>44990.708333333336</v></c><c s="3"><v>44990</v></c><c><v>44990</v></c></row>';
  expect((await cellsOf(await workbook(row))).rows).toEqual([['2023-03-05', '2023-03-05 17:00', '44990', '44990']]);
  const mac = await workbook('<row><c s="1"><v>43528</v></c></row>', {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  });
  expect((await cellsOf(mac)).rows).toEqual([['2023-03-05']]);
});

test.each([
  ['1.1000000000000001', '1.1'],
  ['0.30000000000000004', '0.3'],
  ['1234567.8899999999', '1234567.89'],
  ['38640.5', '38640.5'],
  ['1E-2', '0.01'],
  ['1.5E+3', '1500'],
  ['-2', '-2'],
  ['0', '0'],
  ['9999999999999.99', '9999999999999.99'],
])('a workbook’s number %s is what was typed: %s', (kept, typed) => {
  expect(plain(kept)).toBe(typed);
});

test('a formula is marked as one, with what it last showed, and so is an error; nothing outside the file is opened', async () => {
  const rows = `<row>${inline('甲')}<c><f>1+1</f><v>2</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>[1]Sheet1!A1</f><v>外部</v></c></row>`;
  const linked = await workbook(rows, {
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    'xl/externalLinks/_rels/externalLink1.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="http://192.0.2.1/x.xlsx" TargetMode="External"/></Relationships>',
  });
  expect((await cellsOf(linked)).rows).toEqual([
    ['甲', { not: 'formula', shown: '2' }, { not: 'error', shown: '#N/A' }, { not: 'formula', shown: '外部' }],
  ]);
});

test('reading stops where it is told to, and the numbers of the rows are those of the sheet', async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `<row r="${at + 2}">${inline(`第${at}`)}</row>`).join('');
  const path = await folder.put(await workbook(rows));
  const reading = await examine(path);
  expect((await firstRows(path, reading, 2)).map(({ at }) => at)).toEqual([2, 3]);
  let last = 0;
  for await (const { at } of readRows(path, reading)) last = at;
  expect(last).toBe(3_001);
});
