import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type FormCell, writeForm } from './form-sheet.js';

const cell = (unit: FormCell['unit'], value: string | null): FormCell => ({ unit, value });
async function written(cells: readonly FormCell[]) {
  const bytes = await writeForm({
    title: '违法违规问题统计表',
    ...{ filler: '填报单位：甲县医疗保障局', date: '截至2023年5月31日', unitLine: '单位：件、元' },
    columns: [
      { heads: ['序号'], width: 6 },
      { heads: ['医疗机构'], width: 20 },
      { heads: ['自查', '问题'], width: 10 },
      { heads: ['自查', '退回'], width: 14 },
      { heads: ['检查', '覆盖率'], width: 10 },
      { heads: ['备注'], width: 10 },
    ],
    rows: [
      { cells, isTotal: false },
      { cells: [cell('text', '合计')], isTotal: true },
    ],
    signed: '填表人：　　审核人：',
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('the file has no sheet');
  return sheet;
}
const row = [
  ...[cell('count', '1'), cell('text', '甲县人民医院'), cell('count', '3'), cell('fen', '100050')],
  ...[cell('percent', '94.99'), cell('text', null)],
];

test('title, unit line and heads are merged as the form has them, and print across A4', async () => {
  const sheet = await written(row);
  expect(sheet.getCell('A1').value).toBe('违法违规问题统计表');
  expect(sheet.model.merges.toSorted()).toEqual(
    ['A1:F1', 'A2:B2', 'C2:D2', 'E2:F2', 'A3:A4', 'B3:B4', 'C3:D3', 'F3:F4', 'A7:F7'].toSorted(),
  );
  expect(['A3', 'C3', 'C4', 'D4', 'E3', 'E4', 'F3'].map((at) => sheet.getCell(at).value)).toEqual([
    '序号',
    '自查',
    '问题',
    '退回',
    '检查',
    '覆盖率',
    '备注',
  ]);
  expect(['A2', 'C2', 'E2', 'A7'].map((at) => sheet.getCell(at).value)).toEqual([
    ...['填报单位：甲县医疗保障局', '截至2023年5月31日', '单位：件、元', '填表人：　　审核人：'],
  ]);
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    printTitlesRow: '1:4',
  });
  expect([sheet.getCell('A1').font.name, sheet.getCell('B5').font.name]).toEqual(['宋体', '仿宋']);
  expect(sheet.getCell('D5').border).toMatchObject({ top: { style: 'thin' }, right: { style: 'thin' } });
});

test('numbers are numbers, yuan are exact to the fen, what cannot be said is a dash', async () => {
  const sheet = await written(row);
  expect(['A5', 'B5', 'C5', 'D5', 'E5'].map((at) => sheet.getCell(at).value)).toEqual([
    1,
    '甲县人民医院',
    3,
    1000.5,
    0.9499,
  ]);
  expect([sheet.getCell('D5').numFmt, sheet.getCell('E5').numFmt]).toEqual(['#,##0.00', '0.00%']);
  const odd = await written([
    cell('fen', '5'),
    cell('fen', '999999999999999'),
    cell('fen', '12345678901234567'),
    cell('count', null),
  ]);
  expect(['A5', 'B5', 'C5', 'D5'].map((at) => odd.getCell(at).value)).toEqual([
    0.05,
    9999999999999.99,
    '123456789012345.67',
    '—',
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('%s in a name is a text', async (name) => {
  expect((await written([cell('count', '1'), cell('text', name)])).getCell('B5').value).toBe(`'${name}`);
});
