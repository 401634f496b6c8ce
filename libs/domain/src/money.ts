import { z } from 'zod';
import { Refusal } from './refusal.js';

/** Money in fen (1/100 yuan): a whole, non-negative `bigint`, so that sums never drift. */
export type Fen = bigint & { readonly __unit: 'fen' };

export function fen(amount: bigint): Fen {
  if (amount < 0n) {
    throw new Refusal('invalid', 'money.negative', {
      zh: '金额不得为负数',
      en: 'an amount of money cannot be negative',
    });
  }
  return amount as Fen;
}

/** Fen on the wire: a string of digits, because JSON numbers lose precision. At most 10¹⁵ − 1 fen. */
export const fenText = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, '须为以分计的整数，写作文本 · whole fen, as digits in a string')
  .meta({ description: 'Amount in fen (1/100 yuan), as a string of digits', format: 'fen', examples: ['1000001'] });

export const toFen = (text: string): Fen => fen(BigInt(text));

/** `amount × numerator ÷ denominator`, half a fen rounded up: the one rounding rule of the product. */
export function times(amount: Fen, numerator: bigint, denominator: bigint): Fen {
  return fen((2n * amount * numerator + denominator) / (2n * denominator));
}

/** Yuan for people: `1,234.05`. */
export function yuan(amount: Fen): string {
  const whole = (amount / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${(amount % 100n).toString().padStart(2, '0')}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const MYRIADS = [
  [8, '亿'],
  [4, '万'],
] as const;

/** 大写: `壹万贰仟叁佰元零伍分`, as an amount is written where nobody may alter it (支付结算办法 附一). */
export function yuanInWords(amount: Fen): string {
  const [whole, jiao, rest] = [amount / 100n, Number((amount / 10n) % 10n), Number(amount % 10n)];
  const yuanPart = whole > 0n ? `${wholeInWords(whole.toString())}元` : '';
  if (jiao === 0 && rest === 0) return `${yuanPart || '零元'}整`;
  const jiaoPart = jiao > 0 ? `${DIGITS[jiao]}角` : yuanPart ? '零' : '';
  return `${yuanPart}${jiaoPart}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}

/** What stands before 亿 or 万 is a number of its own (壹万零壹亿); a zero at the head of the rest is said. */
function wholeInWords(digits: string): string {
  for (const [places, unit] of MYRIADS) {
    if (digits.length <= places) continue;
    const rest = wholeInWords(digits.slice(-places).replace(/^0+/, ''));
    const zero = digits.at(-places) === '0' && rest ? '零' : '';
    return `${wholeInWords(digits.slice(0, -places))}${unit}${zero}${rest}`;
  }
  const group = digits.padStart(4, '0');
  return [...group]
    .map((digit, at) => (digit === '0' ? '0' : `${DIGITS[Number(digit)]}${PLACES[3 - at]}`))
    .join('')
    .replace(/^0+|0+$/g, '')
    .replace(/0+/g, '零');
}
