import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { SelfCheckLine } from './queries';

export const STATES = ['missing', 'submitted', 'returned', 'accepted'] as const;

const TONES: Readonly<Record<SelfCheckLine['status'], Tone>> = {
  missing: 'quiet',
  submitted: 'warning',
  accepted: 'good',
  returned: 'bad',
};

interface Props {
  readonly status: SelfCheckLine['status'];
  readonly overdue?: boolean;
}

export function SelfCheckStatusTag({ status, overdue = false }: Props) {
  const { t } = useTranslation('self-checks');
  return (
    <>
      <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>
      {overdue && <StateTag tone="bad">{t('overdue')}</StateTag>}
    </>
  );
}
