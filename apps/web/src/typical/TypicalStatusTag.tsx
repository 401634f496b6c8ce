import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { TypicalLine } from './queries';

export const STATUSES = ['draft', 'submitted', 'approved', 'published', 'withdrawn'] as const;

const TONES: Readonly<Record<TypicalLine['status'], Tone>> = {
  draft: 'quiet',
  submitted: 'warning',
  approved: 'active',
  published: 'good',
  withdrawn: 'bad',
};

export function TypicalStatusTag({ status }: Pick<TypicalLine, 'status'>) {
  const { t } = useTranslation('typical');
  return <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>;
}
