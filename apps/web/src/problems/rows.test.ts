import { expect, test } from '@jest/globals';
import { amountOf, dayOf, emptyRow, laid, read, sumOf } from './rows';

let next = 0;
const newKey = () => `k${(next += 1)}`;
const TODAY = '2026-11-22';
const row = (more: object = {}) => ({
  ...emptyRow('k'),
  category: '收费',
  what: '重复收费',
  due: '2026-12-01',
  ...more,
});

test.each([
  ['1000.5', '100050'],
  ['1,000.50', '100050'],
  ['￥ 1,234,567.89 元', '123456789'],
  // 0.29 * 100 is 28.999999999999996 to a machine that reckons in fractions.
  ['0.29', '29'],
  ['9007199254740.93', '900719925474093'],
  ['', '0'],
  ['1,5', undefined],
  ['1.005', undefined],
  ['1.2E+05', undefined],
  ['-5', undefined],
  ['12万', undefined],
])('%s yuan are %s fen', (typed, fen) => {
  expect(amountOf(typed)).toBe(fen);
});

test.each([
  ['2026-11-26', '2026-11-26'],
  ['2026/3/5', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['2026-02-30', undefined],
  ['3/5/2026', undefined],
  ['46000', undefined],
])('%s is the day %s', (typed, day) => {
  expect(dayOf(typed)).toBe(day);
});

test('cells are laid from a cell on; rows are added below, and what no column takes is counted', () => {
  const { rows, left } = laid(
    [row()],
    [
      ['300', '2026-12-31'],
      ['400', '2027-01-31', '备注'],
      ['', ''],
      ['500', ''],
    ],
    { row: 0, column: 'amount' },
    newKey,
  );
  expect(rows.map(({ category, amount, due }) => [category, amount, due])).toEqual([
    ['收费', '300', '2026-12-31'],
    ['', '400', '2027-01-31'],
    ['', '500', ''],
  ]);
  expect([left, sumOf(rows)]).toEqual([1, '120000']);
});

test('a row of heads says which column is which', () => {
  const cells = [
    ['序号', '涉及金额（元）', '存在问题', '问题类别'],
    ['1', '12.50', '串换药品', '串换'],
  ];
  const { rows, left } = laid([], cells, { row: 0, column: 'category' }, newKey);
  expect(rows).toMatchObject([{ category: '串换', what: '串换药品', amount: '12.50', due: '' }]);
  expect(left).toBe(1);
});

test('a row is read, or said what is wrong with it', () => {
  expect(read(row({ amount: '1,000.50' }), TODAY).entry).toEqual({
    ...{ category: '收费', what: '重复收费', amount: '100050', due: '2026-12-01' },
  });
  const wrong = read(row({ category: ' ', amount: 'x', due: '2026-11-21' }), TODAY);
  expect([wrong.entry, wrong.complaints]).toEqual([
    undefined,
    [
      { column: 'category', why: 'missing' },
      { column: 'amount', why: 'amount' },
      { column: 'due', why: 'past' },
    ],
  ]);
  expect(read(row({ due: '' }), TODAY).complaints).toEqual([{ column: 'due', why: 'missing' }]);
});
