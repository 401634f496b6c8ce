import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { DutyTable } from './DutyTable';
import { dutiesQuery } from './queries';

/** 我的分工, of all campaigns, the earliest due first. */
export function MyDutiesPage() {
  const { t } = useTranslation('groups');
  const { data, error, refetch } = useQuery(dutiesQuery({ mine: 'true' }));
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return (
    <PageShell title={t('duty.mine')}>
      <DutyTable duties={data} empty={t('duty.empty-mine')} isOwn />
    </PageShell>
  );
}
