import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { DrawLine } from './queries';

const TONES: Readonly<Record<DrawLine['status'], Tone>> = {
  committed: 'warning',
  drawn: 'active',
  published: 'good',
  cancelled: 'quiet',
};

export function DrawStatusTag({ status }: { readonly status: DrawLine['status'] }) {
  const { t } = useTranslation('draws');
  return <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>;
}
