import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Flex, Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { type Column, DataTable } from '../parts/DataTable';
import { DueText } from '../parts/DueText';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { dayText } from '../parts/time';
import { SavedViews } from '../views/SavedViews';
import { LeadForm } from './LeadForm';
import { JobButton } from '../jobs/JobButton';
import type { NewJob } from '../jobs/queries';
import { type CaseFilters, type CaseLine, casesQuery } from './queries';
import { STAGES } from './stages';
import { StageTag } from './StageTag';

const VIEWS = {
  all: {},
  mine: { mine: 'true' },
  soon: { due: 'soon' },
  overdue: { due: 'overdue' },
} as const;

/** 案件库: the views everybody has and one's own, filters in the address, the next deadline of each case. */
export function CaseListPage() {
  const { t } = useTranslation(['cases', 'domain', 'shell']);
  const filters = useSearch({ from: '/app/cases' });
  const navigate = useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(casesQuery(filters));
  const ask = (search: object) => void navigate({ to: '/cases', search });
  const view = filters.due ?? (filters.mine ? 'mine' : 'all');
  const fields = useMemo(
    () => [
      { name: 'q', label: t('search') },
      {
        name: 'stage',
        label: t('stage'),
        options: STAGES.map((value) => ({ value, label: t(`domain:stage.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <PageShell title={t('shell:place.cases')} acts={may('case.intake') && <LeadForm />}>
      <Flex wrap gap="small" className="no-print" style={{ marginBlockEnd: 12 }}>
        <Segmented
          value={view}
          options={Object.keys(VIEWS).map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(chosen) => ask(VIEWS[chosen as keyof typeof VIEWS])}
        />
        <SavedViews list="cases" search={{ ...filters }} fixed={Object.values(VIEWS)} onChoose={ask} />
      </Flex>
      <QueryBar
        filters={fields}
        value={filters}
        onChange={(asked) => ask({ ...VIEWS[view as keyof typeof VIEWS], ...asked })}
      />
      <DataTable
        name="cases"
        query={query}
        rowKey="id"
        columns={useColumns()}
        empty={t('empty')}
        toolbar={
          <>
            <JobButton job={exportOf(filters)} icon={<DownloadOutlined />}>
              {t('shell:export')}
            </JobButton>
            <JobButton
              job={{ kind: 'exportLeads', ...(filters.campaign ? { campaign: filters.campaign } : {}) }}
              icon={<DownloadOutlined />}
            >
              {t('export-leads')}
            </JobButton>
          </>
        }
      />
    </PageShell>
  );
}

const exportOf = ({ stage, mine, campaign, q, due }: CaseFilters): NewJob => ({
  kind: 'exportCases',
  ...(stage ? { stage } : {}),
  ...(mine ? { mine: true } : {}),
  ...(campaign ? { campaign } : {}),
  ...(q ? { q } : {}),
  ...(due === 'soon' || due === 'overdue' ? { due } : {}),
});

function useColumns(): Column<CaseLine>[] {
  const { t } = useTranslation('cases');
  return [
    {
      key: 'number',
      title: t('number'),
      render: (_, { id, number }) => (
        <Link to="/cases/$id" params={{ id }} className="nowrap">
          {number}
        </Link>
      ),
    },
    {
      key: 'title',
      title: t('title'),
      render: (_, { title }) => (
        <div className="break" style={{ maxWidth: 420 }}>
          {title}
        </div>
      ),
    },
    { key: 'stage', title: t('stage'), render: (_, { stage }) => <StageTag stage={stage} /> },
    { key: 'due', title: t('due'), render: (_, { nextDue }) => nextDue && <DueText due={nextDue} /> },
    { key: 'handler', title: t('handler'), render: (_, { handlerName }) => handlerName },
    {
      key: 'opened',
      title: t('opened'),
      render: (_, { openedAt }) => <span className="nowrap">{dayText(openedAt)}</span>,
    },
  ];
}
