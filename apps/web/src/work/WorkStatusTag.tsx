import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { Work } from './queries';

export const STATUSES = ['planned', 'held', 'cancelled'] as const;
const TONES: Readonly<Record<Work['status'], Tone>> = { planned: 'active', held: 'good', cancelled: 'quiet' };

/** How it stands; of a briefing also how many of its units it has reached. */
export function WorkStatusTag({ status, kind, units, reached, receipt }: Work) {
  const { t } = useTranslation('work');
  return (
    <>
      <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>
      {kind === 'briefing' && status === 'held' && !receipt && (
        <StateTag tone={reached < units ? 'warning' : 'good'}>{t('reached-of', { reached, units })}</StateTag>
      )}
      {receipt && (
        <StateTag tone={receipt.confirmedAt ? 'good' : 'warning'}>
          {t(receipt.confirmedAt ? 'confirmed' : receipt.reachedOn ? 'to-confirm' : 'not-reached')}
        </StateTag>
      )}
    </>
  );
}
