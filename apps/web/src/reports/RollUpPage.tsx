import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Empty, Flex, Select, Skeleton, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { campaignQuery } from '../campaigns/queries';
import { JobButton } from '../jobs/JobButton';
import { said } from '../locales';
import { FailureAlert, FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { shortText } from '../parts/time';
import { type RollUp, type RollUpSearch, rollUpQuery } from './queries';
import { RollUpTable } from './RollUpTable';

/** 逐级汇总: what was reported, added up by region, down to the units. */
export function RollUpPage() {
  const { t } = useTranslation('reports');
  const { id } = useParams({ from: '/app/campaigns/$id/roll-up' });
  const search = useSearch({ from: '/app/campaigns/$id/roll-up' });
  const navigate = useNavigate();
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  const { data, error: failure } = useQuery(rollUpQuery(id, search));
  useLive(id);
  const ask = (asked: RollUpSearch) =>
    void navigate({ to: '/campaigns/$id/roll-up', params: { id }, search: { ...search, ...asked }, replace: true });
  if (error && !campaign) return <FailurePage error={error} again={() => void refetch()} />;
  if (!campaign) return <LoadingPage />;
  return (
    <PageShell
      title={t('roll-up')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
    >
      {failure && <FailureAlert error={failure} />}
      {!data && !failure && <Skeleton active />}
      {data && data.source === null && <Empty description={t('no-forms')} />}
      {data?.source && <Content campaign={id} rollUp={data} onAsk={ask} />}
    </PageShell>
  );
}

interface Props {
  readonly campaign: string;
  readonly rollUp: RollUp;
  readonly onAsk: (asked: RollUpSearch) => void;
}

function Content({ campaign, rollUp, onAsk }: Props) {
  const { t } = useTranslation('reports');
  const { source, period, reports, region, above, rows, units, total, missing, limit } = rollUp;
  const chosen = reports.find((each) => each.source === source);
  const periods = (chosen?.periods ?? []).filter((each) => each.period !== '');
  return (
    <>
      <Flex wrap gap="small" style={{ marginBlockEnd: 12 }}>
        <Select
          aria-label={t('which')}
          style={{ minWidth: 220, maxWidth: '100%' }}
          value={source}
          options={reports.map((each) => ({ value: each.source, label: said(each.name) }))}
          onChange={(value) => onAsk({ source: value ?? '', period: '' })}
        />
        {periods.length > 0 && (
          <Select
            aria-label={t('period')}
            style={{ minWidth: 180 }}
            value={period ?? ''}
            options={[
              { value: '', label: t('all-periods') },
              ...periods.map((each) => ({ value: each.period, label: `${each.period}（${shortText(each.due)}）` })),
            ]}
            onChange={(value) => onAsk({ period: value })}
          />
        )}
        <JobButton
          icon={<DownloadOutlined />}
          job={{
            ...{ kind: 'exportRollUp', campaign, source: source ?? '', region: region.path },
            ...(period ? { period } : {}),
          }}
        >
          {t('export')}
        </JobButton>
      </Flex>
      <nav aria-label={t('regions')} style={{ marginBlockEnd: 12 }}>
        {above.map(({ path, name }) => (
          <span key={path}>
            <Link
              to="/campaigns/$id/roll-up"
              params={{ id: campaign }}
              search={{ source: source ?? '', ...(period ? { period } : {}), region: path }}
            >
              {said(name)}
            </Link>{' '}
            /{' '}
          </span>
        ))}
        <strong>{said(region.name)}</strong>
      </nav>
      <Typography.Paragraph role="status">
        {t('reported', { reported: total.reported, owed: total.owed })}
      </Typography.Paragraph>
      <RollUpTable rollUp={rollUp} rows={rows} label={t('by-region')} onOpen={(path) => onAsk({ region: path })} />
      {units.length > 0 && <RollUpTable rollUp={rollUp} rows={units} label={t('by-unit')} />}
      {units.length === limit && <Alert type="info" title={t('more', { limit })} />}
      {missing.length > 0 && (
        <section aria-label={t('missing', { count: missing.length })}>
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            {t('missing', { count: missing.length })}
          </Typography.Title>
          <Table
            rowKey="unit"
            size="small"
            pagination={missing.length > MANY && { pageSize: MANY, size: 'small', showSizeChanger: false }}
            dataSource={missing}
            columns={[
              { title: t('unit'), dataIndex: 'name' },
              { title: t('missing-reports'), dataIndex: 'missing', align: 'right' },
            ]}
          />
        </section>
      )}
    </>
  );
}

const MANY = 20;
