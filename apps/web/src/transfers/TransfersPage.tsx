import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Empty, Flex, Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { PageShell } from '../parts/PageShell';
import { StateTag } from '../parts/StateTag';
import { TransferCard } from './TransferCard';
import { transfersQuery } from './queries';

/** What waits for the authority's receipt, for its answer, and what it answered. */
const GROUPS = {
  delivered: ['delivered'],
  acknowledged: ['acknowledged'],
  answered: ['accepted', 'declined', 'returned'],
};
type Group = keyof typeof GROUPS;

/** 移送: the desk of the authorities a case is transferred to. */
export function TransfersPage() {
  const { t } = useTranslation(['transfers', 'shell']);
  const { status } = useSearch({ from: '/app/transfers' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(transfersQuery);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  const group = status !== undefined && status in GROUPS ? (status as Group) : undefined;
  const shown = data?.filter((each) => !group || GROUPS[group].includes(each.status)) ?? [];
  const waiting = data?.filter((each) => each.status === 'delivered' || each.status === 'acknowledged').length ?? 0;
  return (
    <PageShell
      title={t('shell:place.transfers')}
      beside={data && <StateTag tone={waiting > 0 ? 'warning' : 'good'}>{t('waiting', { count: waiting })}</StateTag>}
      acts={
        <Segmented
          value={group ?? 'all'}
          options={['all', ...Object.keys(GROUPS)].map((value) => ({ value, label: t(`group.${value}`) }))}
          onChange={(value) => void navigate({ to: '/transfers', search: value === 'all' ? {} : { status: value } })}
        />
      }
    >
      {!data && <Skeleton active />}
      {data && shown.length === 0 && <Empty description={t(group ? 'empty-group' : 'empty')} />}
      <Flex vertical gap="middle" style={{ maxWidth: 960 }}>
        {shown.map((transfer) => (
          <TransferCard key={transfer.id} transfer={transfer} />
        ))}
      </Flex>
    </PageShell>
  );
}
