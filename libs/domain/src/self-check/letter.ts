import type { OfficialDocument } from '../document/document.js';
import { type Instant, chineseDay, dayOf } from '../time/instant.js';
import type { SelfCheck } from './self-check.js';

/** Whom and what the letter names. */
export interface LetterNames {
  readonly unit: string;
  readonly campaign: string;
  readonly bureau: string;
  readonly submittedAt: Instant;
}

/** A letter has no number. */
export type CommitmentLetter = Omit<OfficialDocument, 'number'>;

/**
 * 承诺书, to be printed, signed and sealed: the words of the list as the unit answered it, so that institutions and pharmacies
 * promise in their own (R-SELF-06). Nobody promises by a self-check that was returned.
 */
export function commitmentLetter(
  {
    status,
    list,
    answers,
    samples,
    commitment,
  }: Pick<SelfCheck, 'status' | 'list' | 'answers' | 'samples' | 'commitment'>,
  { unit, campaign, bureau, submittedAt }: LetterNames,
): CommitmentLetter | undefined {
  if (status === 'returned') return undefined;
  const found = answers.filter((each) => each.found).length;
  const { signedBy, position } = commitment;
  const looked = list.samples.flatMap(({ id, name }) => {
    const sample = samples.find((each) => each.sample === id);
    return sample ? [`${name.zh}抽查 ${sample.checked} 份（共 ${sample.total} 份）`] : [];
  });
  const date = chineseDay(dayOf(submittedAt));
  return {
    title: '承诺书',
    addressee: `${bureau}：`,
    paragraphs: [
      `在“${campaign}”中，我单位郑重承诺：`,
      list.commitment.zh,
      `自查所用清单：${list.name.zh}（第 ${list.version} 版），共 ${answers.length} 项要点，发现问题 ${found} 项${looked.length > 0 ? `；${looked.join('，')}` : ''}。`,
      `承诺人：${signedBy}（${position}）`,
      '承诺人签名：',
    ],
    signature: `${unit}（盖章）`,
    date,
  };
}
