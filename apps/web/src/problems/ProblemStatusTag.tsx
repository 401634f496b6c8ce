import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { Problem } from './queries';

export const STATUSES = ['open', 'reported', 'returned', 'struckOff'] as const;

const TONES: Readonly<Record<Problem['status'], Tone>> = {
  open: 'active',
  reported: 'warning',
  returned: 'bad',
  struckOff: 'good',
};

/** How a problem stands; one whose day has passed says so as well. */
export function ProblemStatusTag({
  status,
  overdue,
  recheck,
  relapse,
}: Pick<Problem, 'status' | 'overdue' | 'recheck' | 'relapse'>) {
  const { t } = useTranslation('problems');
  return (
    <>
      <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>
      {overdue && <StateTag tone="bad">{t('overdue')}</StateTag>}
      {relapse && <StateTag tone="warning">{t('relapse')}</StateTag>}
      {recheck === 'due' && <StateTag tone="warning">{t('recheck-state.due')}</StateTag>}
    </>
  );
}
