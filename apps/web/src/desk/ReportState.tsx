import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';
import type { Report } from './queries';

const TONES: Readonly<Record<Report['status'], Tone>> = {
  open: 'active',
  submitted: 'active',
  accepted: 'good',
  returned: 'warning',
  overdue: 'bad',
  waived: 'quiet',
};

export function ReportState({ report: { status, late } }: { readonly report: Pick<Report, 'status' | 'late'> }) {
  const { t } = useTranslation(['desk', 'domain']);
  return (
    <>
      <StateTag tone={TONES[status]}>{t(`domain:obligationStatus.${status}`)}</StateTag>
      {late && <StateTag tone="warning">{t('late')}</StateTag>}
    </>
  );
}
