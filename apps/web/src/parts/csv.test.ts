import { describe, expect, test } from '@jest/globals';
import { csv, csvOf } from './csv';

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

test('a file begins with the byte order mark and ends its lines with CRLF', () => {
  expect(
    csv([
      ['事项', '时间'],
      ['立案', '2026-11-22'],
    ]),
  ).toBe('\uFEFF事项,时间\r\n立案,2026-11-22\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is text to a spreadsheet, not a formula', (value) => {
  expect(csv([[value]])).toMatch(/^\uFEFF"?'/);
});

test('commas, quotes and line ends stay inside their cell', () => {
  expect(csv([['a,b', 'say "so"', 'two\nlines', 'plain']])).toBe('\uFEFF"a,b","say ""so""","two\nlines",plain\r\n');
});
