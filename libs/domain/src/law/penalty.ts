import { z } from 'zod';
import { type Fen, fen, times } from '../money.js';
import { Refusal } from '../refusal.js';
import { certainty } from './clock.js';

/** Who broke the rule, and how: it selects the article. */
export const breach = z.enum(['misuse', 'fraud', 'individual-misuse', 'individual-fraud']);
export type Breach = z.infer<typeof breach>;

/** A fine's band as data: between `min` and `max` times the base, both ends included. */
export const penaltyBand = z
  .strictObject({
    breach,
    article: z.string(),
    base: z.enum(['loss', 'defrauded']),
    /** Multiples in hundredths: 200 is twice. Absent where the article orders a refund but no fine. */
    fine: z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() }).optional(),
    /** The breach it becomes on a finding of fraudulent purpose (条例 38 → 40 II; 41 I → 41 II). */
    withPurpose: breach.optional(),
    certainty,
  })
  .meta({ id: 'PenaltyBand' });
export type PenaltyBand = z.infer<typeof penaltyBand>;

export interface PenaltyFinding {
  readonly breach: Breach;
  /** A finding, with reasons on file, that the conduct aimed at defrauding the fund. */
  readonly fraudulentPurpose: boolean;
  /** Loss to the fund or amount defrauded, in fen. */
  readonly amount: Fen;
  /** The proposed multiple, in hundredths. */
  readonly multiple: number;
}

export interface Penalty {
  readonly breach: Breach;
  readonly article: string;
  readonly base: 'loss' | 'defrauded';
  readonly multiple: number;
  /** To the fund (条例 45). */
  readonly refund: Fen;
  /** To the treasury (条例 45). */
  readonly fine: Fen;
  /** How it was reached, line by line, for the people who approve it. */
  readonly explanation: readonly { readonly zh: string; readonly en: string }[];
}

/** The refund is the amount; the fine is a multiple of it that the panel chooses inside the band of the law. */
export function assessPenalty(finding: PenaltyFinding, bands: readonly PenaltyBand[]): Penalty {
  const alleged = bandFor(finding.breach, bands);
  const graver = finding.fraudulentPurpose ? alleged.withPurpose : undefined;
  const band = graver ? bandFor(graver, bands) : alleged;
  refuseOutside(band, finding.multiple);
  const fine = band.fine ? times(finding.amount, BigInt(finding.multiple), 100n) : fen(0n);
  return {
    breach: band.breach,
    article: band.article,
    base: band.base,
    multiple: finding.multiple,
    refund: finding.amount,
    fine,
    explanation: explain(finding, band, graver !== undefined, fine),
  };
}

/** What the fine could have been: both ends of the law's band, in hundredths and in money. */
export interface FineBand {
  readonly min: number;
  readonly max: number;
  readonly minFine: Fen;
  readonly maxFine: Fen;
}

/** A penalty inside the band of its law. For whoever looks at it: the record keeps the penalty alone, with the pinned law. */
export function withBand<Of extends Pick<Penalty, 'breach' | 'refund'>>(
  penalty: Of,
  bands: readonly PenaltyBand[],
): Of & { readonly certainty: PenaltyBand['certainty']; readonly band?: FineBand } {
  const { fine, certainty } = bandFor(penalty.breach, bands);
  if (!fine) return { ...penalty, certainty };
  const at = (multiple: number) => times(penalty.refund, BigInt(multiple), 100n);
  return { ...penalty, certainty, band: { ...fine, minFine: at(fine.min), maxFine: at(fine.max) } };
}

function bandFor(wanted: Breach, bands: readonly PenaltyBand[]): PenaltyBand {
  const band = bands.find((each) => each.breach === wanted);
  if (!band) throw new Error(`the law pack has no band for ${wanted}`);
  return band;
}

function refuseOutside({ fine, article }: PenaltyBand, multiple: number): void {
  const { min, max } = fine ?? { min: 0, max: 0 };
  if (Number.isInteger(multiple) && multiple >= min && multiple <= max) return;
  throw new Refusal(
    'invalid',
    'penalty.multiple-outside-band',
    fine
      ? {
          zh: `${article}：罚款为${min / 100}倍以上${max / 100}倍以下，所提${multiple / 100}倍超出法定幅度`,
          en: `${article}: the fine is ${min / 100} to ${max / 100} times; ${multiple / 100} is outside the band`,
        }
      : { zh: `${article}：只责令退回，不处罚款`, en: `${article}: orders a refund and no fine` },
    { field: 'multiple', article },
  );
}

function explain(finding: PenaltyFinding, band: PenaltyBand, switched: boolean, fine: Fen): Penalty['explanation'] {
  const base = band.base === 'loss' ? { zh: '损失金额', en: 'loss' } : { zh: '骗取金额', en: 'amount defrauded' };
  return [
    ...(switched
      ? [{ zh: `认定以骗取为目的，适用${band.article}`, en: `fraudulent purpose found: ${band.article} applies` }]
      : []),
    { zh: `责令退回${base.zh} ${finding.amount} 分`, en: `refund of the ${base.en}: ${finding.amount} fen` },
    band.fine
      ? {
          zh: `罚款 = ${base.zh} ${finding.amount} 分 × ${finding.multiple / 100} 倍 = ${fine} 分（${band.article}，${band.fine.min / 100} 至 ${band.fine.max / 100} 倍）`,
          en: `fine = ${base.en} ${finding.amount} fen × ${finding.multiple / 100} = ${fine} fen (${band.article}, ${band.fine.min / 100} to ${band.fine.max / 100} times)`,
        }
      : { zh: `${band.article}不设罚款`, en: `${band.article} sets no fine` },
  ];
}
