import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Flex, Select, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useLive } from '../api/live';
import { campaignQuery } from '../campaigns/queries';
import { JobButton } from '../jobs/JobButton';
import { said } from '../locales';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { instantText } from '../parts/time';
import { narrowingOf } from '../targets/queries';
import { type OpenedFigure, RowsDrawer } from '../targets/RowsDrawer';
import { Copies } from './Copies';
import { FormTable } from './FormTable';
import { type TableOfCampaign, tableQuery, tablesQuery } from './queries';

/** 统计表 of a campaign: as they stand on a day, each figure open to its rows, and as they were signed off. */
export function TablesPage() {
  const { t } = useTranslation('tables');
  const { id } = useParams({ from: '/app/campaigns/$id/tables' });
  const { table: chosen, asOf, copy } = useSearch({ from: '/app/campaigns/$id/tables' });
  const navigate = useNavigate();
  const { data: campaign } = useQuery(campaignQuery(id));
  const { data: tables, error, refetch } = useQuery(tablesQuery(id));
  useLive(id);
  const table = chosen ?? tables?.[0]?.id;
  const ask = (search: object) => void navigate({ to: '/campaigns/$id/tables', params: { id }, search, replace: true });
  const filters = useMemo(() => [{ name: 'asOf', label: t('as-of'), type: 'date' as const }], [t]);
  if (error && !tables) return <FailurePage error={error} again={() => void refetch()} />;
  if (!tables || !campaign || !table) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
      acts={
        <Link to="/campaigns/$id/targets" params={{ id }}>
          {t('targets')}
        </Link>
      }
    >
      <Select
        aria-label={t('which')}
        style={{ width: '100%', marginBlockEnd: 12 }}
        value={table}
        onChange={(next: string) => ask({ table: next, ...(asOf ? { asOf } : {}) })}
        options={tables.map(({ id: value, title, ofPlan }) => ({
          value,
          label: `${said(title)}${ofPlan ? ` · ${t('of-plan')}` : ''}`,
        }))}
      />
      <QueryBar filters={filters} value={asOf ? { asOf } : {}} onChange={(search) => ask({ table, ...search })} />
      <OneTable key={table} campaign={id} table={table} asOf={asOf} />
      <Copies
        campaign={id}
        table={table}
        opened={copy}
        onOpen={(next) => ask({ table, ...(asOf ? { asOf } : {}), ...(next ? { copy: next } : {}) })}
      />
    </PageShell>
  );
}

interface OneProps {
  readonly campaign: string;
  readonly table: string;
  readonly asOf: string | undefined;
}

function OneTable({ campaign, table, asOf }: OneProps) {
  const { t } = useTranslation('tables');
  const [opened, setOpened] = useState<OpenedFigure>();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(tableQuery(campaign, table, asOf));
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const day = asOf ? { asOf } : {};
  return (
    <section aria-label={t('as-it-stands')}>
      <Flex wrap gap="small" justify="space-between" style={{ marginBlockEnd: 8 }}>
        <Typography.Text type="secondary" role="status">
          {t('line', { filler: data.filler, at: instantText(data.asOf), unit: data.unitLine })}
        </Typography.Text>
        <Flex wrap gap="small" className="no-print">
          {data.mayFill && <ActButton act="fillTable" id={campaign} fixed={{ table, ...day }} initial={day} />}
          <JobButton job={{ kind: 'exportTable', campaign, table, ...day }} icon={<DownloadOutlined />}>
            {t('export')}
          </JobButton>
        </Flex>
      </Flex>
      {data.rows.length === 0 && <Typography.Paragraph>{t('no-rows')}</Typography.Paragraph>}
      <FormTable
        table={data}
        onOpen={(row, column) =>
          data.records && !row.isTotal
            ? void navigate({ to: '/cases/$id', params: { id: row.key } })
            : setOpened({ indicator: column.indicator ?? '', narrowing: narrowingOfCell(data, row, column, asOf) })
        }
      />
      <Source {...data} />
      <RowsDrawer campaign={campaign} opened={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
}

const narrowingOfCell = (
  { asOf: at }: TableOfCampaign,
  row: TableOfCampaign['rows'][number],
  { among, thisMonth }: TableOfCampaign['columns'][number],
  asOf: string | undefined,
) => ({
  ...narrowingOf({ ...row.among, ...among }),
  ...(asOf ? { asOf } : {}),
  ...(thisMonth ? { since: firstOfMonth(at) } : {}),
});

/** Of the month in China, whatever the browser’s own time. */
const firstOfMonth = (at: string): string =>
  `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(at)).slice(0, 7)}-01`;

function Source({ source, certainty, notes }: Pick<TableOfCampaign, 'source' | 'certainty' | 'notes'>) {
  const { t } = useTranslation(['tables', 'domain']);
  return (
    <Typography.Paragraph type="secondary" className="break" style={{ marginBlockStart: 8 }}>
      {t('source')}：{source}（{t(`domain:certainty.${certainty}`)}）{notes.join(' ')}
    </Typography.Paragraph>
  );
}
