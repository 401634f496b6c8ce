import { expect, test } from '@jest/globals';
import { csv } from './csv';

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
