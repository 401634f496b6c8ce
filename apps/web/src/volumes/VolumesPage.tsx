import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { BindMonth } from './BindMonth';
import { type Month, volumesQuery } from './queries';

/** 检查清单装订成册: every month of a campaign, bound, not yet, or with nothing in it. */
export function VolumesPage() {
  const { t } = useTranslation('volumes');
  const { id } = useParams({ from: '/app/campaigns/$id/volumes' });
  const may = useMay();
  const { data: campaign } = useQuery(campaignQuery(id));
  const { data, error, refetch } = useQuery(volumesQuery(id));
  useLive(id);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data || !campaign) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/visits" search={{ campaign: id }} className="break">
          {campaign.name}
        </Link>
      }
    >
      {data.owed && <Alert showIcon title={t('owed', { owed: data.owed })} style={{ marginBlockEnd: 16 }} />}
      <Table
        rowKey="month"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={data.items}
        columns={[
          { key: 'month', title: t('month'), dataIndex: 'month' },
          { key: 'state', title: t('state'), render: (_, month) => <State month={month} /> },
          {
            key: 'visits',
            title: t('visits'),
            render: (_, { visits, open }) => `${visits}${open > 0 ? ` ${t('open', { count: open })}` : ''}`,
          },
          { key: 'editions', title: t('editions'), render: (_, month) => <Editions campaign={id} month={month} /> },
          {
            key: 'bind',
            title: '',
            render: (_, month) =>
              may('visit.plan') && month.isOver && month.visits > 0 && <BindMonth campaign={id} month={month} />,
          },
        ]}
      />
    </PageShell>
  );
}

function State({ month: { editions, visits, isOver } }: { readonly month: Month }) {
  const { t } = useTranslation('volumes');
  const state = editions.length > 0 ? 'bound' : visits === 0 ? 'empty' : isOver ? 'notYet' : 'notOver';
  return <StateTag tone={TONES[state]}>{t(`status.${state}`)}</StateTag>;
}
const TONES = { bound: 'good', notYet: 'warning', notOver: 'quiet', empty: 'quiet' } as const;

function Editions({ campaign, month: { editions } }: { readonly campaign: string; readonly month: Month }) {
  const { t } = useTranslation('volumes');
  if (editions.length === 0) return '—';
  return (
    <Flex vertical gap="small">
      {editions.map(({ id, edition, binder, visits, boundAt, reason, sha256 }) => (
        <div key={id}>
          <a href={`/api/v1/campaigns/${campaign}/volumes/${id}/docx`}>
            <DownloadOutlined /> {t('edition', { edition, count: visits })}
          </a>
          <div>
            <Typography.Text type="secondary" className="break" title={sha256}>
              {t('bound-by', { binder, at: instantText(boundAt) })}
              {reason && ` · ${reason}`}
            </Typography.Text>
          </div>
        </div>
      ))}
    </Flex>
  );
}
