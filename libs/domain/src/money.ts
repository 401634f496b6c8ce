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
