import type { FigureUnit } from './indicator.js';

/** What was counted: of a share its part and its whole, so that nothing is rounded before it is compared. */
export interface Reading {
  readonly unit: FigureUnit;
  /** Fen; rows; a number that was entered, in hundredths of hundredths. */
  readonly part: bigint;
  readonly whole: bigint;
}

const SCALE = 10_000n;
/** A number people entered, `86.5`, with up to four decimals. */
export const readDecimal = (text: string): bigint => {
  const [whole = '0', decimals = ''] = text.split('.');
  return BigInt(whole) * SCALE + BigInt(decimals.padEnd(4, '0'));
};

export const enteredReading = (unit: FigureUnit, text: string): Reading => ({
  unit,
  part: readDecimal(text),
  whole: unit === 'percent' ? SCALE * 100n : SCALE,
});

/** A fraction: numerator and denominator, in the unit's own size. Undefined for a share of nothing. */
export function fractionOf({ unit, part, whole }: Reading): readonly [bigint, bigint] | undefined {
  if (whole === 0n) return undefined;
  return [unit === 'percent' ? part * 100n : part, whole];
}

/**
 * For people: whole rows and fen as they are, shares and times with two decimals. Cut, not rounded: 94.999 % is not shown as 95.
 */
export function readingText(reading: Reading): string | undefined {
  const fraction = fractionOf(reading);
  if (!fraction) return undefined;
  return reading.unit === 'count' || reading.unit === 'fen'
    ? (fraction[0] / fraction[1]).toString()
    : decimalText(fraction);
}

/** Two decimals, cut toward nought. */
export function decimalText([numerator, denominator]: readonly [bigint, bigint]): string {
  const isBelow = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const hundredths = (abs(numerator) * 100n) / abs(denominator);
  const text = `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
  return isBelow && hundredths !== 0n ? `-${text}` : text;
}
const abs = (value: bigint): bigint => (value < 0n ? -value : value);
