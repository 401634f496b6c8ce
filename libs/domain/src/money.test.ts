import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, fenText, times, toFen, yuan, yuanInWords } from './money.js';
import { refusal } from './test-people.js';

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map(fen);

test.each(['-1', '1.5', '01', '+1', '1e3', '', ' 1', '1,000', '１', '1000000000000000'])(
  '%j is not an amount of fen',
  (text) => {
    expect(fenText.safeParse(text).success).toBe(false);
  },
);

test('an amount is never negative', () => {
  expect(refusal(() => fen(-1n))).toBe('money.negative');
});

test('fen survive the wire', () => {
  fc.assert(fc.property(amount, (each) => toFen(fenText.parse(each.toString())) === each));
});

test('half a fen is rounded up, less is rounded down', () => {
  expect(times(fen(3n), 150n, 100n)).toBe(5n); // 4.5
  expect(times(fen(1n), 149n, 100n)).toBe(1n);
  expect(times(fen(1_000_001n), 250n, 100n)).toBe(2_500_003n); // 2,500,002.5
});

test('a product is within half a fen of the exact one', () => {
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 0n, max: 500n }), (each, numerator) => {
      const error = times(each, numerator, 100n) * 100n - each * numerator;
      return error <= 50n && error > -50n;
    }),
  );
});

test.each([
  [0n, '0.00'],
  [5n, '0.05'],
  [123_405n, '1,234.05'],
  [100_000_000n, '1,000,000.00'],
])('%d fen are shown as %s', (fenAmount, shown) => {
  expect(yuan(fen(fenAmount))).toBe(shown);
});

test.each([
  [0n, '零元整'],
  [5n, '伍分'],
  [55n, '伍角伍分'],
  [2000n, '贰拾元整'],
  [100203n, '壹仟零贰元零叁分'],
  [1000500n, '壹万零伍元整'],
  [10005000n, '壹拾万零伍拾元整'],
  [10001000000n, '壹亿零壹万元整'],
  [3864050n, '叁万捌仟陆佰肆拾元伍角整'],
  [100010000000000n, '壹万零壹亿元整'],
])('%s fen are written out as %s', (amount, words) => {
  expect(yuanInWords(fen(amount))).toBe(words);
});
