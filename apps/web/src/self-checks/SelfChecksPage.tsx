import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { OwnSelfCheck } from './OwnSelfCheck';
import { SelfCheckTable } from './SelfCheckTable';

/** 自查自纠 of a campaign: a unit goes through its list; everybody else sees who has, and judges it. */
export function SelfChecksPage() {
  const { t } = useTranslation('self-checks');
  const { id } = useParams({ from: '/app/campaigns/$id/self-checks' });
  const may = useMay();
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  useLive(id);
  if (error && !campaign) return <FailurePage error={error} again={() => void refetch()} />;
  if (!campaign) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
    >
      {may('selfCheck.submit') ? <OwnSelfCheck campaign={id} /> : <SelfCheckTable campaign={id} />}
    </PageShell>
  );
}
