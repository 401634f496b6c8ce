import { expect, test } from '@jest/globals';
import { cellsOf } from './tsv';

test.each<[string, string, string[][]]>([
  [
    'rows and columns',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a cell with a line end, a tab and marks', '"一、重复\n二、""串换""\t三"\t2', [['一、重复\n二、"串换"\t三', '2']]],
  ['empty cells at the ends', '\tb\t\n', [['', 'b', '']]],
  ['a mark that never closes', '"甲\tb', [['"甲', 'b']]],
  ['marks inside', '5"管\tb', [['5"管', 'b']]],
  ['an empty row between', 'a\n\nb', [['a'], [''], ['b']]],
  ['the last cell empty', 'a\t', [['a', '']]],
  ['nothing', '', []],
])('%s', (_what, text, cells) => {
  expect(cellsOf(text)).toEqual(cells);
});
