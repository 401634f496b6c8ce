import { useTranslation } from 'react-i18next';
import { capitals, yuan } from '../parts/money';
import { times } from './marks';
import type { Finding, Penalty } from './queries';

type Found = Pick<Finding, 'breach' | 'fraudulentPurpose'>;

/** The penalty in numbered sentences, as they go into a decision; each amount in figures and in 大写. */
export function usePenaltyWords(penalty: Penalty, found?: Found): readonly string[] {
  const { t } = useTranslation('penalty');
  const { article, multiple, refund, fine, band, base } = penalty;
  const words = {
    article,
    base: t(`base.${base}`),
    refund: yuan(refund),
    refundWords: capitals(refund),
    fine: yuan(fine),
    fineWords: capitals(fine),
    times: times(multiple),
    min: times(band?.min ?? 0),
    max: times(band?.max ?? 0),
  };
  const isGraver = found?.fraudulentPurpose === true && found.breach !== penalty.breach;
  return [
    ...(isGraver ? [t('words.purpose', words)] : []),
    ...(base === 'none' ? [] : [t('words.refund', words)]),
    t(band ? 'words.fine' : fine === '0' ? 'words.no-fine' : 'words.fixed-fine', words),
    ...(band ? [t('words.band', words), t('words.separate')] : []),
  ].map((sentence, index) => `${index + 1}. ${sentence}`);
}

/** The picture in one sentence, for those who do not see it. */
export function usePictureSentence({ refund, fine, multiple, band }: Penalty): string {
  const { t } = useTranslation('penalty');
  if (!band) return t('sentence.no-fine', { refund: yuan(refund) });
  return t('sentence.fine', {
    refund: yuan(refund),
    fine: yuan(fine),
    times: times(multiple),
    min: times(band.min),
    max: times(band.max),
  });
}
