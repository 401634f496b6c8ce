import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capitals, toFen, yuan } from './money';

test.each([
  ['0', '0.00', '零元整'],
  ['5', '0.05', '伍分'],
  ['50', '0.50', '伍角整'],
  ['55', '0.55', '伍角伍分'],
  ['100', '1.00', '壹元整'],
  ['1000', '10.00', '壹拾元整'],
  ['2000', '20.00', '贰拾元整'],
  ['100203', '1,002.03', '壹仟零贰元零叁分'],
  ['1000500', '10,005.00', '壹万零伍元整'],
  ['10000000', '100,000.00', '壹拾万元整'],
  ['10005000', '100,050.00', '壹拾万零伍拾元整'],
  ['10000000000', '100,000,000.00', '壹亿元整'],
  ['10001000000', '100,010,000.00', '壹亿零壹万元整'],
  ['10000000001', '100,000,000.01', '壹亿元零壹分'],
  ['3864050', '38,640.50', '叁万捌仟陆佰肆拾元伍角整'],
  ['100010000000000', '1,000,100,000,000.00', '壹万零壹亿元整'],
  ['999999999999999', '9,999,999,999,999.99', '玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('%s fen is %s and %s', (fen, figures, words) => {
  expect([yuan(fen), capitals(fen)]).toEqual([figures, words]);
});

/** The examples of 支付结算办法 附一; where it leaves a zero to the writer, either reading. */
test.each([
  ['140950', ['壹仟肆佰零玖元伍角', '壹仟肆佰零玖元伍角整']],
  ['600714', ['陆仟零柒元壹角肆分']],
  ['168032', ['壹仟陆佰捌拾元零叁角贰分', '壹仟陆佰捌拾元叁角贰分']],
  ['10700053', ['壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分', '壹拾万柒仟元伍角叁分']],
  ['1640902', ['壹万陆仟肆佰零玖元零贰分']],
  ['32504', ['叁佰贰拾伍元零肆分']],
])('%s fen is written as the rules for vouchers allow', (fen, allowed) => {
  expect(allowed).toContain(capitals(fen));
});

test.each([
  ['12,345.6', '1234560'],
  ['12，345.67', '1234567'],
  [' 20 ', '2000'],
  ['0.05', '5'],
  ['007', '700'],
  ['9999999999999.99', '999999999999999'],
])('%j is typed as %s fen', (typed, fen) => {
  expect(toFen(typed)).toBe(fen);
});

test.each(['', '.', '1.', '.5', '1.234', '-1', '1e3', '一百', '12.3.4', '99999999999999'])(
  '%j is no amount',
  (typed) => {
    expect(toFen(typed)).toBeUndefined();
  },
);

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map(String);

test('what is shown in figures reads back as the same amount', () => {
  fc.assert(fc.property(amounts, (fen) => toFen(yuan(fen)) === fen));
});

test('figures and capitals always agree: capitals read back as the same amount', () => {
  fc.assert(
    fc.property(amounts, (fen) => readAloud(capitals(fen)) === BigInt(fen)),
    { numRuns: 2_000 },
  );
});

test('capitals never say two zeros in a row, nor a zero before a unit', () => {
  fc.assert(
    fc.property(amounts, (fen) => !/零零|零[拾佰仟万亿角分]/.test(capitals(fen))),
    { numRuns: 2_000 },
  );
});

/** Reads 大写 the way a cashier does: digit by place, and myriads on top of what stands before them. */
function readAloud(words: string): bigint {
  const PLACE: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  let [whole, section, digit, fen] = [0n, 0n, 0n, 0n];
  for (const word of words.replace('整', '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(word);
    if (value >= 0) digit = BigInt(value);
    else if (PLACE[word]) [section, digit] = [section + digit * PLACE[word], 0n];
    else if (word === '万') [whole, section, digit] = [whole + (section + digit) * 10_000n, 0n, 0n];
    else if (word === '亿') [whole, section, digit] = [(whole + section + digit) * 100_000_000n, 0n, 0n];
    else if (word === '元') [whole, section, digit] = [whole + section + digit, 0n, 0n];
    else [fen, digit] = [fen + digit * (word === '角' ? 10n : 1n), 0n];
  }
  return whole * 100n + fen;
}
