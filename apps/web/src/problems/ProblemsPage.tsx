import { DownloadOutlined, ImportOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Flex, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMay, useSession } from '../api/session';
import { campaignQuery } from '../campaigns/queries';
import { JobButton } from '../jobs/JobButton';
import { type Column, DataTable } from '../parts/DataTable';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { MoneyText } from '../parts/MoneyText';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { EnterProblem } from './EnterProblem';
import { EnterRows } from './EnterRows';
import { LedgerActs } from './LedgerActs';
import { ProblemDrawer } from './ProblemDrawer';
import { ProblemStatusTag, STATUSES } from './ProblemStatusTag';
import { type Problem, problemTallyQuery, problemsQuery } from './queries';

/** 问题台账 of a campaign: what is to be put right, and struck off line by line. */
export function ProblemsPage() {
  const { t } = useTranslation(['problems', 'domain', 'imports']);
  const { id } = useParams({ from: '/app/campaigns/$id/problems' });
  const { problem: opened, ...filters } = useSearch({ from: '/app/campaigns/$id/problems' });
  const navigate = useNavigate();
  const may = useMay();
  const { unit } = useSession().person;
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  const query = useInfiniteQuery(problemsQuery({ ...filters, campaign: id }));
  useLive(id);
  const ask = (search: object) =>
    void navigate({ to: '/campaigns/$id/problems', params: { id }, search, replace: true });
  const open = (problem?: string) => ask({ ...filters, ...(problem ? { problem } : {}) });
  const fields = useMemo(
    () => [
      { name: 'status', label: t('state'), options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })) },
      {
        name: 'recheck',
        label: t('recheck'),
        options: RECHECKS.map((value) => ({ value, label: t(`recheck-state.${value}`) })),
      },
      { name: 'overdue', label: t('overdue'), options: [{ value: 'true', label: t('only-overdue') }] },
    ],
    [t],
  );
  const columns = useColumns(open);
  if (error && !campaign) return <FailurePage error={error} again={() => void refetch()} />;
  if (!campaign) return <LoadingPage />;
  const shown = query.data?.pages.flatMap(({ items }) => items).find((each) => each.id === opened);
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
          {may('import.make') && may('problem.enter') && (
            <Link to="/imports" search={{ kind: 'problems', campaign: id }}>
              <ImportOutlined /> {t('imports:link')}
            </Link>
          )}
          {may('problem.enter') && <EnterProblem campaign={campaign} />}
          {may('problem.enter') && unit && <EnterRows campaign={id} unit={unit} />}
          <LedgerActs campaign={campaign} />
        </Flex>
      }
    >
      <Tally campaign={id} />
      <QueryBar filters={fields} value={filters} onChange={ask} />
      <DataTable
        name="problems"
        query={query}
        rowKey="id"
        columns={columns}
        empty={t(may('problem.enter') ? 'empty-enter' : 'empty')}
        toolbar={may('case.read') && <Exports campaign={id} />}
      />
      <ProblemDrawer problem={shown} onClose={() => open()} />
    </PageShell>
  );
}

function Exports({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('problems');
  return (
    <>
      <JobButton job={{ kind: 'exportProblems', campaign }} icon={<DownloadOutlined />}>
        {t('export')}
      </JobButton>
      <JobButton job={{ kind: 'exportProblems', campaign, unsettled: true }} icon={<DownloadOutlined />}>
        {t('export-unsettled')}
      </JobButton>
    </>
  );
}

function Tally({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('problems');
  const { data } = useQuery(problemTallyQuery(campaign));
  return (
    <Flex wrap gap="middle" style={{ marginBlockEnd: 16, minHeight: 22 }} role="status">
      {data && (
        <>
          <span>{t('tally', { all: data.all, struckOff: data.struckOff, overdue: data.overdue })}</span>
          <span>
            {t('amount')} <MoneyText fen={data.amount} />
          </span>
          <span>
            {t('refunded')} <MoneyText fen={data.refunded} />
          </span>
          <Typography.Text type="secondary">
            {t('refunded-by-self-check')} <MoneyText fen={data.refundedBySelfCheck} />
          </Typography.Text>
        </>
      )}
    </Flex>
  );
}

function useColumns(open: (problem: string) => void): Column<Problem>[] {
  const { t } = useTranslation(['problems', 'domain']);
  return [
    {
      key: 'what',
      title: t('what'),
      render: (_, { id, category, what }) => (
        <TextButton onClick={() => open(id)}>
          <span className="break" style={{ display: 'block', maxWidth: 360 }}>
            {category}：{what.length > SHOWN ? `${what.slice(0, SHOWN)}…` : what}
          </span>
        </TextButton>
      ),
    },
    {
      key: 'unit',
      title: t('unit'),
      render: (_, { unitName }) => (
        <span className="break" style={{ display: 'block', maxWidth: 240 }}>
          {unitName}
        </span>
      ),
    },
    { key: 'status', title: t('state'), render: (_, problem) => <ProblemStatusTag {...problem} /> },
    { key: 'due', title: t('due'), render: (_, { due }) => <span className="nowrap">{dayText(due)}</span> },
    { key: 'amount', title: t('amount'), align: 'right', render: (_, { amount }) => <MoneyText fen={amount} /> },
    {
      key: 'refunded',
      title: t('refunded'),
      align: 'right',
      render: (_, { refunded }) => <MoneyText fen={refunded} />,
    },
    { key: 'source', title: t('source'), render: (_, { source }) => t(`domain:value.source.${source}`) },
  ];
}

const SHOWN = 80;
const RECHECKS = ['due', 'done'] as const;
