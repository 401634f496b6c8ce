import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../money.js';
import { refusal, refusalOf } from '../test-people.js';
import { law } from '../test-rules.js';
import type { Breach } from './band.js';
import { assessPenalty, withBand } from './penalty.js';

const assess = (breach: Breach, amount: bigint, multiple: number, fraudulentPurpose = false) =>
  assessPenalty({ breach, fraudulentPurpose, amount: fen(amount), multiple }, law);

test('article 38: an institution’s misuse costs a refund of the loss and one to two times it', () => {
  expect(assess('misuse', 1_000_001n, 150)).toMatchObject({
    article: '条例 第三十八条',
    base: 'loss',
    refund: 1_000_001n,
    fine: 1_500_002n,
  });
});

test('article 40: fraud costs a refund and two to five times the amount defrauded', () => {
  expect(assess('fraud', 1_000_001n, 250)).toMatchObject({
    article: '条例 第四十条',
    base: 'defrauded',
    refund: 1_000_001n,
    fine: 2_500_003n,
  });
});

test('article 40 II: misuse for the purpose of fraud is fraud', () => {
  const penalty = assess('misuse', 1_000_000n, 300, true);
  expect(penalty).toMatchObject({ breach: 'fraud', article: '条例 第四十条', fine: 3_000_000n });
  expect(penalty.explanation[0]?.zh).toContain('以骗取为目的');
  expect(refusal(() => assess('misuse', 1_000_000n, 150, true))).toBe('penalty.multiple-outside-band');
});

test('article 41 I: an individual’s misuse costs the refund and no fine', () => {
  expect(assess('individual-misuse', 50_000n, 0)).toMatchObject({
    article: '条例 第四十一条第一款',
    refund: 50_000n,
    fine: 0n,
  });
  expect(refusal(() => assess('individual-misuse', 50_000n, 200))).toBe('penalty.multiple-outside-band');
});

test('article 41 II: an individual’s fraud, or misuse for its purpose, costs two to five times', () => {
  const fraud = { breach: 'individual-fraud', article: '条例 第四十一条第二款', refund: 50_000n, fine: 100_000n };
  expect(assess('individual-fraud', 50_000n, 200)).toMatchObject(fraud);
  expect(assess('individual-misuse', 50_000n, 200, true)).toMatchObject(fraud);
});

test.each([
  ['misuse', 100, 200],
  ['fraud', 200, 500],
  ['individual-fraud', 200, 500],
] as const)('both ends of the band of %s are inside it', (breach, min, max) => {
  expect([assess(breach, 100n, min).fine, assess(breach, 100n, max).fine]).toEqual([BigInt(min), BigInt(max)]);
});

test.each([
  ['fraud', 199, '条例 第四十条', '1.99'],
  ['fraud', 501, '条例 第四十条', '5.01'],
  ['misuse', 99, '条例 第三十八条', '0.99'],
  ['misuse', 201, '条例 第三十八条', '2.01'],
  ['individual-fraud', 199, '条例 第四十一条第二款', '1.99'],
  ['fraud', 250.5, '条例 第四十条', '2.505'],
] as const)('%s at %d hundredths is refused with the article', (breach, multiple, article, shown) => {
  const refused = refusalOf(() => assess(breach, 100n, multiple));
  expect(refused).toMatchObject({ code: 'penalty.multiple-outside-band', details: { field: 'multiple', article } });
  expect(refused?.text.zh).toContain(shown);
});

test('a fine is the multiple of the base, to half a fen, inside the band', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 200, max: 500 }), (amount, multiple) => {
      const { refund, fine } = assess('fraud', amount, multiple);
      const error = fine * 100n - amount * BigInt(multiple);
      return refund === amount && error <= 50n && error > -50n && fine >= 2n * amount && fine <= 5n * amount;
    }),
  );
});

test('a higher multiple never costs less', () => {
  const multiples = fc.integer({ min: 200, max: 499 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), multiples, (amount, multiple) => {
      return assess('fraud', amount, multiple).fine <= assess('fraud', amount, multiple + 1).fine;
    }),
  );
});

test('a penalty is shown inside the band of its law, which is not part of what is recorded', () => {
  const penalty = assess('fraud', 1_000_001n, 250);
  expect(penalty).not.toHaveProperty('band');
  expect(withBand(penalty, law.penalties)).toEqual({
    ...penalty,
    certainty: 'R',
    band: { min: 200, max: 500, minFine: 2_000_002n, maxFine: 5_000_005n },
  });
  expect(withBand(assess('individual-misuse', 50_000n, 0), law.penalties)).not.toHaveProperty('band');
});

test('whatever the amount and the multiple, the fine lies inside the band that is shown', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 100, max: 200 }), (amount, multiple) => {
      const { fine, band } = withBand(assess('misuse', amount, multiple), law.penalties);
      return band !== undefined && band.minFine <= fine && fine <= band.maxFine;
    }),
  );
});
