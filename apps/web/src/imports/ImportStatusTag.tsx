import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { ImportLine } from './queries';

const TONES: Readonly<Record<ImportLine['status'], Tone>> = {
  mapped: 'quiet',
  checking: 'active',
  checked: 'warning',
  importing: 'active',
  done: 'good',
  cancelled: 'bad',
};

export function ImportStatusTag({ status }: Pick<ImportLine, 'status'>) {
  const { t } = useTranslation('imports');
  return <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>;
}
