import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Popconfirm, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api';
import { useMay } from '../api/session';
import { DataTable } from '../parts/DataTable';
import { StateTag, type Tone } from '../parts/StateTag';
import { shortText } from '../parts/time';
import { type Delivery, deliveriesQuery, webhooksQuery } from './queries';
import { useDone } from './useDone';

const TONES: Record<Delivery['status'], Tone> = {
  waiting: 'quiet',
  sending: 'active',
  sent: 'good',
  failed: 'bad',
  uncertain: 'warning',
};
const STATUSES = ['all', ...(Object.keys(TONES) as Delivery['status'][])] as const;

/** 通知发送: how far each e-mail and push got. */
export function DeliveriesTab() {
  const { t } = useTranslation('system');
  const { status } = useSearch({ from: '/app/system' });
  const navigate = useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(deliveriesQuery(status));
  const { data: webhooks } = useQuery({ ...webhooksQuery, enabled: may('account.manage') });
  const target = ({ target: to }: Delivery) => webhooks?.find(({ id }) => id === to)?.url ?? to;
  return (
    <>
      <div style={{ overflowX: 'auto', marginBlockEnd: 12 }}>
        <Segmented
          value={status ?? 'all'}
          options={STATUSES.map((value) => ({ value, label: t(`deliveries.status.${value}`) }))}
          onChange={(value) =>
            void navigate({
              to: '/system',
              search: { tab: 'deliveries', ...(value === 'all' ? {} : { status: value }) },
            })
          }
        />
      </div>
      <DataTable
        name="deliveries"
        query={query}
        rowKey="id"
        empty={t('deliveries.empty')}
        columns={[
          {
            key: 'subject',
            title: t('deliveries.subject'),
            render: (_, { subject }) => (
              <div className="break" style={{ maxWidth: 360 }}>
                {subject}
              </div>
            ),
          },
          { key: 'channel', title: t('deliveries.channel'), render: (_, { channel }) => t(`deliveries.${channel}`) },
          { key: 'target', title: t('deliveries.target'), render: (_, delivery) => target(delivery) },
          {
            key: 'status',
            title: t('accounts.state'),
            render: (_, { status: now }) => <StateTag tone={TONES[now]}>{t(`deliveries.status.${now}`)}</StateTag>,
          },
          { key: 'attempts', title: t('deliveries.attempts'), dataIndex: 'attempts' },
          {
            key: 'at',
            title: t('deliveries.at'),
            render: (_, { sentAt, nextAttemptAt, status: now }) =>
              sentAt
                ? shortText(sentAt)
                : now === 'waiting'
                  ? t('deliveries.next', { at: shortText(nextAttemptAt) })
                  : '–',
          },
          { key: 'error', title: t('deliveries.error'), render: (_, { error }) => error },
          {
            key: 'acts',
            title: t('acts'),
            render: (_, delivery) => may('account.manage') && <Retry delivery={delivery} />,
          },
        ]}
      />
    </>
  );
}

/** What may have arrived already is sent again only by somebody who says so twice. */
function Retry({ delivery: { id, status } }: { readonly delivery: Delivery }) {
  const { t } = useTranslation('system');
  const { mutate, isPending } = useDone(
    () => api.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id } } }),
    t('deliveries.retry'),
  );
  if (status !== 'failed' && status !== 'uncertain') return null;
  return (
    <Popconfirm title={t(`deliveries.retry-${status}`)} onConfirm={() => mutate(undefined)}>
      <Button size="small" loading={isPending}>
        {t('deliveries.retry')}
      </Button>
    </Popconfirm>
  );
}
