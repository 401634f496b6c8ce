import { describe, expect, test } from '@jest/globals';
import { csvOf } from './csv';

const columns = [
  { key: 'unit', title: '单位' },
  { key: 'amount', title: '金额' },
];
const linesOf = (...rows: { key: string; unit: string; amount: number }[]) => csvOf(columns, rows).split('\r\n');

describe('a table as a file for a spreadsheet', () => {
  test('is marked as UTF-8', () => {
    expect(linesOf({ key: '1', unit: '市第一医院', amount: -3 })).toEqual(['\uFEFF单位,金额', '市第一医院,-3']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is a text, not a formula', (unit) => {
    expect(linesOf({ key: '1', unit, amount: 0 })[1]).toBe(`'${unit},0`);
  });

  test('commas, quotes and line ends stay within their cell', () => {
    expect(csvOf(columns, [{ key: '1', unit: 'a,"b"\nc', amount: 1 }])).toContain('"a,""b""\nc",1');
  });
});
