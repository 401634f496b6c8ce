import { type Fen, fen, times, toFen, yuan, yuanInWords } from '../money.js';
import { Refusal } from '../refusal.js';
import type { Bilingual } from '../text.js';
import { type Breach, type Measure, type PenaltyBand, bandFor } from './band.js';
import { type Discretion, reductionOf, requireTier, tierOf } from './discretion.js';

/** What of the law a penalty is worked out by. */
export interface PenaltyLaw extends Discretion {
  readonly penalties: readonly PenaltyBand[];
}

export interface PenaltyFinding {
  readonly breach: Breach;
  /** A finding, with reasons on file, that the conduct aimed at defrauding the fund. */
  readonly fraudulentPurpose: boolean;
  /** Loss to the fund or amount defrauded, in fen. */
  readonly amount: Fen;
  /** The proposed multiple, in hundredths. */
  readonly multiple: number;
  /** The proposed fine, in fen, where the law gives a band of yuan. */
  readonly fixedFine?: Fen;
  /** 违法所得, in fen. */
  readonly gains?: Fen;
  /** Ids of circumstances of the law, each proven on file. */
  readonly circumstances?: readonly string[];
  /** Why the multiple leaves the tier that the amount points to. */
  readonly departure?: string;
  readonly measures?: readonly { readonly id: Measure; readonly months?: number }[];
}

/** A finding as it travels: fen as text, a multiple such as 2.5. */
export interface GivenFinding {
  readonly breach: Breach;
  readonly fraudulentPurpose: boolean;
  readonly amount: string;
  readonly multiple: number;
  readonly fixedFine?: string | undefined;
  readonly gains?: string | undefined;
  readonly circumstances?: readonly string[] | undefined;
  readonly departure?: string | undefined;
  readonly measures?: readonly { readonly id: Measure; readonly months?: number | undefined }[] | undefined;
}

export const findingInFen = (given: GivenFinding): PenaltyFinding => ({
  breach: given.breach,
  fraudulentPurpose: given.fraudulentPurpose,
  amount: toFen(given.amount),
  multiple: Math.round(given.multiple * 100),
  ...(given.fixedFine === undefined ? {} : { fixedFine: toFen(given.fixedFine) }),
  ...(given.gains === undefined ? {} : { gains: toFen(given.gains) }),
  ...(given.circumstances ? { circumstances: given.circumstances } : {}),
  ...(given.departure ? { departure: given.departure } : {}),
  ...(given.measures
    ? { measures: given.measures.map(({ id, months }) => ({ id, ...(months === undefined ? {} : { months }) })) }
    : {}),
});

export interface Penalty {
  readonly breach: Breach;
  readonly article: string;
  readonly base: PenaltyBand['base'];
  readonly multiple: number;
  /** To the fund (条例 45). */
  readonly refund: Fen;
  /** To the treasury (条例 45). */
  readonly fine: Fen;
  /** To the treasury too, beside the fine; absent where nothing is confiscated. */
  readonly confiscated?: Fen;
  readonly measures?: readonly { readonly id: Measure; readonly months?: number; readonly article: string }[];
  /** How it was reached, line by line, for the people who approve it. */
  readonly explanation: readonly Bilingual[];
}

/** The refund is the amount; the fine is what the panel chooses inside the band of the law, and inside its tier or with a reason. */
export function assessPenalty(finding: PenaltyFinding, law: PenaltyLaw): Penalty {
  const alleged = bandFor(finding.breach, law.penalties);
  const graver = finding.fraudulentPurpose ? alleged.withPurpose : undefined;
  const band = graver ? bandFor(graver, law.penalties) : alleged;
  const reduction = reductionOf(finding.circumstances ?? [], law);
  const { fine, lines } = fineOf(finding, band, law, reduction);
  const confiscated = band.confiscates ? finding.gains : undefined;
  const measures = measuresOf(finding, band);
  const refund = band.base === 'none' ? fen(0n) : finding.amount;
  return {
    breach: band.breach,
    article: band.article,
    base: band.base,
    multiple: finding.multiple,
    refund,
    fine,
    ...(confiscated ? { confiscated } : {}),
    ...(measures.length > 0 ? { measures } : {}),
    explanation: [
      ...(graver
        ? [{ zh: `认定以骗取为目的，适用${band.article}`, en: `fraudulent purpose found: ${band.article} applies` }]
        : []),
      ...(band.base === 'none' ? [] : [refundLine(band, refund)]),
      ...reduction.lines,
      ...lines,
      ...(confiscated
        ? [
            {
              zh: `没收违法所得 ${inYuan(confiscated)}（${band.article}）`,
              en: `illegal gains of ${yuan(confiscated)} yuan are confiscated (${band.article})`,
            },
          ]
        : []),
    ],
  };
}

interface Reduction {
  readonly below: boolean;
  readonly none: boolean;
  readonly lines: readonly Bilingual[];
}

function fineOf(finding: PenaltyFinding, band: PenaltyBand, law: PenaltyLaw, { below, none }: Reduction) {
  if (none) return { fine: fen(0n), lines: [{ zh: '不予行政处罚，不处罚款', en: 'no penalty is imposed: no fine' }] };
  if (band.fixedFine) return fixed(finding, band, band.fixedFine, below);
  refuseOutside(band, finding.multiple, below);
  if (!band.fine)
    return { fine: fen(0n), lines: [{ zh: `${band.article}不设罚款`, en: `${band.article} sets no fine` }] };
  const tier = tierOf(law, band.breach, finding.amount);
  const tierLines = tier && !below ? requireTier(tier, finding) : [];
  const fine = times(finding.amount, BigInt(finding.multiple), 100n);
  const base = baseName(band);
  return {
    fine,
    lines: [
      ...tierLines,
      {
        zh: `罚款 = ${base.zh} ${yuan(finding.amount)} 元 × ${finding.multiple / 100} 倍 = ${inYuan(fine)}（${band.article}，${band.fine.min / 100} 至 ${band.fine.max / 100} 倍）`,
        en: `fine = ${base.en} ${yuan(finding.amount)} yuan × ${finding.multiple / 100} = ${yuan(fine)} yuan (${band.article}, ${band.fine.min / 100} to ${band.fine.max / 100} times)`,
      },
    ],
  };
}

/** 条例 39: a fine in yuan, whatever the loss. */
function fixed(finding: PenaltyFinding, { article }: PenaltyBand, band: { min: string; max: string }, below: boolean) {
  const fine = finding.fixedFine ?? fen(0n);
  const [min, max] = [toFen(band.min), toFen(band.max)];
  if (fine > max || (fine < min && !below && fine !== 0n))
    throw new Refusal(
      'invalid',
      'penalty.fine-outside-band',
      {
        zh: `${article}：罚款为 ${yuan(min)} 元以上 ${yuan(max)} 元以下`,
        en: `${article}: the fine is ${yuan(min)} to ${yuan(max)} yuan`,
      },
      { field: 'fixedFine', article },
    );
  const line =
    fine === 0n
      ? { zh: `${article}：已改正的不处罚款`, en: `${article}: no fine where it was put right` }
      : {
          zh: `罚款 ${inYuan(fine)}（${article}，${yuan(min)} 至 ${yuan(max)} 元）`,
          en: `fine of ${yuan(fine)} yuan (${article}, ${yuan(min)} to ${yuan(max)} yuan)`,
        };
  return { fine, lines: [line] };
}

function measuresOf({ measures = [] }: PenaltyFinding, band: PenaltyBand): NonNullable<Penalty['measures']> {
  return measures.map(({ id, months }, at) => {
    const rule = band.measures.find((each) => each.id === id);
    const outside = rule?.months && (months === undefined || months < rule.months.min || months > rule.months.max);
    if (rule && !outside) return { id, ...(months === undefined ? {} : { months }), article: rule.article };
    throw new Refusal(
      'invalid',
      'penalty.measure-not-provided',
      rule?.months
        ? {
            zh: `${rule.article}：期限为 ${rule.months.min} 至 ${rule.months.max} 个月`,
            en: `${rule.article}: ${rule.months.min} to ${rule.months.max} months`,
          }
        : { zh: `${band.article}没有规定该处理措施`, en: `${band.article} does not provide for this measure` },
      { field: `measures.${at}`, article: rule?.article ?? band.article },
    );
  });
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

function refuseOutside({ fine, article }: PenaltyBand, multiple: number, below: boolean): void {
  const { min, max } = fine ?? { min: 0, max: 0 };
  if (Number.isInteger(multiple) && multiple >= (below ? 0 : min) && multiple <= max) return;
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

const baseName = ({ base }: PenaltyBand): Bilingual =>
  base === 'defrauded' ? { zh: '骗取金额', en: 'amount defrauded' } : { zh: '损失金额', en: 'loss' };

const inYuan = (amount: Fen): string => `${yuan(amount)} 元（大写：${yuanInWords(amount)}）`;

const refundLine = (band: PenaltyBand, refund: Fen): Bilingual => ({
  zh: `责令退回${baseName(band).zh} ${inYuan(refund)}`,
  en: `refund of the ${baseName(band).en}: ${yuan(refund)} yuan`,
});
