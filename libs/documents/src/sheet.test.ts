import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { writeSheet } from './sheet.js';

test('a sheet opens again with its heading and its texts; nothing in it is a formula', async () => {
  const rows = [
    ['〔2026〕990001医保案字第1号', '甲县人民医院', '38,640.50'],
    ['=HYPERLINK("http://example.test")', '+1', '-2'],
  ];
  const file = await writeSheet(
    '案件台账',
    [
      { title: '案号', width: 28 },
      { title: '对象', width: 20 },
      { title: '金额', width: 12 },
    ],
    rows,
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as never);
  const sheet = workbook.getWorksheet('案件台账');
  const read = (row: number) => [1, 2, 3].map((column) => sheet?.getRow(row).getCell(column).value);
  expect([1, 2, 3].map(read)).toEqual([
    ['案号', '对象', '金额'],
    rows[0],
    ['\'=HYPERLINK("http://example.test")', "'+1", "'-2"],
  ]);
});

test('a name longer than a sheet may have is cut, and the file opens', async () => {
  const file = await writeSheet('专项'.repeat(20), [{ title: '案号', width: 28 }], [['1']]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as never);
  expect(workbook.worksheets.map(({ name }) => name.length)).toEqual([31]);
});
