import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { Rule } from './queries';

export const STATUSES = ['draft', 'submitted', 'inForce', 'replaced', 'repealed'] as const;

const TONES: Readonly<Record<Rule['status'], Tone>> = {
  draft: 'quiet',
  submitted: 'warning',
  inForce: 'good',
  replaced: 'quiet',
  repealed: 'bad',
};

export function RuleStatusTag({ status }: Pick<Rule, 'status'>) {
  const { t } = useTranslation('rules');
  return <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>;
}
