import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { Visit } from './offline/store';

const TONES: Readonly<Record<Visit['status'], Tone>> = {
  planned: 'quiet',
  noticed: 'active',
  arrived: 'warning',
  finished: 'good',
  cancelled: 'quiet',
};

export function VisitStatusTag({ status }: Pick<Visit, 'status'>) {
  const { t } = useTranslation('visits');
  return <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>;
}
