import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../parts/StateTag';

export const STATUSES = ['draft', 'approved', 'running', 'paused', 'summingUp', 'closed', 'stopped'] as const;

const TONES: Readonly<Record<(typeof STATUSES)[number], Tone>> = {
  draft: 'warning',
  approved: 'warning',
  running: 'active',
  paused: 'warning',
  summingUp: 'active',
  closed: 'good',
  stopped: 'quiet',
};

export function CampaignStatusTag({ status }: { readonly status: (typeof STATUSES)[number] }) {
  const { t } = useTranslation('domain');
  return <StateTag tone={TONES[status]}>{t(`campaignStatus.${status}`)}</StateTag>;
}
