import { type Fen, yuan } from '../parts/money';
import type { Penalty } from './queries';

export type MarkKey = 'refund' | 'floor' | 'discretion' | 'fine' | 'ceiling';

/** One amount of the picture: from where to where it reaches, and how it comes about. */
export interface Mark {
  readonly key: MarkKey;
  readonly from: number;
  readonly to: number;
  readonly fen: Fen;
  readonly formula: string;
}

/** `250` → `2.5`. */
export const times = (hundredths: number): string => String(hundredths / 100);

/** The amounts behind a penalty. Refund and fine stand side by side and are never added up (条例 45). */
export function marksOf({ refund, fine, multiple, band }: Penalty): Mark[] {
  const of = (key: MarkKey, from: Fen, to: Fen, fen: Fen, formula: string): Mark => ({
    ...{ key, from: Number(from), to: Number(to), fen, formula },
  });
  const product = (by: number, result: Fen) => `${yuan(refund)} × ${times(by)} = ${yuan(result)}`;
  const owed = of('refund', '0', refund, refund, `${yuan(refund)} × 1 = ${yuan(refund)}`);
  if (!band) return [owed];
  const above = (BigInt(fine) - BigInt(band.minFine)).toString();
  return [
    owed,
    of('floor', '0', band.minFine, band.minFine, product(band.min, band.minFine)),
    ...(above === '0'
      ? []
      : [of('discretion', band.minFine, fine, above, `${yuan(fine)} − ${yuan(band.minFine)} = ${yuan(above)}`)]),
    of('fine', '0', fine, fine, product(multiple, fine)),
    of('ceiling', band.maxFine, band.maxFine, band.maxFine, product(band.max, band.maxFine)),
  ];
}
