import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { instantText } from '../parts/time';
import { DrawStatusTag } from './DrawStatusTag';
import { PrepareDraw } from './PrepareDraw';
import { drawsQuery } from './queries';

/** 双随机抽取: every draw of a campaign, also those that were given up. */
export function DrawsPage() {
  const { t } = useTranslation(['draws', 'shell']);
  const { id } = useParams({ from: '/app/campaigns/$id/draws' });
  const may = useMay();
  const { data: campaign } = useQuery(campaignQuery(id));
  const { data: draws, error, refetch } = useQuery(drawsQuery(id));
  useLive(id);
  if (error && !draws) return <FailurePage error={error} again={() => void refetch()} />;
  if (!draws || !campaign) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
      acts={may('draw.make') && <PrepareDraw campaign={id} />}
    >
      <Table
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={draws}
        locale={{ emptyText: <Empty description={t(may('draw.make') ? 'empty-maker' : 'empty')} /> }}
        columns={[
          {
            key: 'name',
            title: t('name'),
            render: (_, draw) => (
              <Link
                to="/campaigns/$id/draws/$draw"
                params={{ id, draw: draw.id }}
                className="break"
                style={{ display: 'block', maxWidth: 420 }}
              >
                {draw.name}
              </Link>
            ),
          },
          { key: 'status', title: t('state'), render: (_, { status }) => <DrawStatusTag status={status} /> },
          { key: 'candidates', title: t('candidates'), align: 'right', dataIndex: 'candidates' },
          { key: 'drawn', title: t('drawn'), align: 'right', render: (_, { drawn }) => drawn ?? '—' },
          { key: 'at', title: t('committed-at'), render: (_, { committedAt }) => instantText(committedAt) },
          { key: 'drawnAt', title: t('drawn-at'), render: (_, { drawnAt }) => (drawnAt ? instantText(drawnAt) : '—') },
        ]}
      />
    </PageShell>
  );
}
