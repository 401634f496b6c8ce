import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Flex } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay } from '../api/session';
import { campaignQuery } from '../campaigns/queries';
import { JobButton } from '../jobs/JobButton';
import { said } from '../locales';
import { type Column, DataTable } from '../parts/DataTable';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { EnterWork } from './EnterWork';
import { type Work, workFormQuery, worksQuery } from './queries';
import { WorkDrawer } from './WorkDrawer';
import { STATUSES, WorkStatusTag } from './WorkStatusTag';

/** 工作纪实 of a campaign: mobilisation, joint work, supervision, publicity and briefings, planned and held. */
export function WorkPage() {
  const { t } = useTranslation(['work', 'domain']);
  const { id } = useParams({ from: '/app/campaigns/$id/work' });
  const { work: opened, ...filters } = useSearch({ from: '/app/campaigns/$id/work' });
  const navigate = useNavigate();
  const may = useMay();
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  const { data: form } = useQuery(workFormQuery(id));
  const query = useInfiniteQuery(worksQuery({ ...filters, campaign: id }));
  useLive(id);
  const ask = (search: object) => void navigate({ to: '/campaigns/$id/work', params: { id }, search, replace: true });
  const open = (work?: string) => ask({ ...filters, ...(work ? { work } : {}) });
  const fields = useMemo(
    () => [
      {
        name: 'kind',
        label: t('kind'),
        options: (form?.kinds ?? []).map(({ kind, name }) => ({ value: kind, label: said(name) })),
      },
      { name: 'status', label: t('state'), options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })) },
      { name: 'unreached', label: t('briefed'), options: [{ value: 'true', label: t('only-unreached') }] },
    ],
    [t, form],
  );
  const columns = useColumns(open);
  if (error && !campaign) return <FailurePage error={error} again={() => void refetch()} />;
  if (!campaign) return <LoadingPage />;
  const isLeading = may('case.read');
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
      acts={
        <Flex wrap gap="middle" align="center">
          {may('campaign.coordinate') && <EnterWork campaign={id} act="planWork" />}
          {may('work.write') && <EnterWork campaign={id} act="recordWork" />}
        </Flex>
      }
    >
      {isLeading && <QueryBar filters={fields} value={filters} onChange={ask} />}
      <DataTable
        name="work"
        query={query}
        rowKey="id"
        columns={columns}
        empty={t(may('work.write') ? 'empty-enter' : isLeading ? 'empty' : 'empty-unit')}
        toolbar={
          isLeading && (
            <JobButton job={{ kind: 'exportWork', campaign: id }} icon={<DownloadOutlined />}>
              {t('export')}
            </JobButton>
          )
        }
      />
      <WorkDrawer campaign={id} work={opened} onClose={() => open()} />
    </PageShell>
  );
}

function useColumns(open: (work: string) => void): Column<Work>[] {
  const { t } = useTranslation(['work', 'domain']);
  return [
    {
      key: 'title',
      title: t('name'),
      render: (_, { id, title }) => (
        <TextButton onClick={() => open(id)}>
          <span className="break" style={{ display: 'block', maxWidth: 360 }}>
            {title}
          </span>
        </TextButton>
      ),
    },
    { key: 'kind', title: t('kind'), render: (_, { kind }) => t(`domain:value.kind.${kind}`) },
    { key: 'status', title: t('state'), render: (_, work) => <WorkStatusTag {...work} /> },
    {
      key: 'day',
      title: t('day'),
      render: (_, { heldOn, plannedOn }) => <span className="nowrap">{dayText(heldOn ?? plannedOn ?? '')}</span>,
    },
    {
      key: 'place',
      title: t('place'),
      render: (_, { place }) => (
        <span className="break" style={{ display: 'block', maxWidth: 200 }}>
          {place ?? '—'}
        </span>
      ),
    },
    {
      key: 'who',
      title: t('who'),
      render: (_, { accounts, others }) => (
        <span className="break" style={{ display: 'block', maxWidth: 240 }}>
          {[...accounts.map(({ name }) => name), ...others.map(({ employer }) => employer)].join('、') || '—'}
        </span>
      ),
    },
  ];
}
