import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable';
import { QueryBar } from '../parts/QueryBar';
import { shortText } from '../parts/time';
import { FigureList } from './FigureList';
import { type Report, type ReportBody, ownCampaignsQuery, receiptNumber, reportsQuery } from './queries';
import { ReportState } from './ReportState';

const STATES = ['submitted', 'accepted', 'waived'];

/** What the unit reported, the newest first, with what the reviewer said. */
export function History() {
  const { t } = useTranslation(['desk', 'domain']);
  const { tab: _tab, ...filters } = useSearch({ from: '/app/desk' });
  const navigate = useNavigate();
  const { data: campaigns } = useQuery(ownCampaignsQuery);
  const [shown, setShown] = useState<Report>();
  const fields = useMemo(
    () => [
      {
        name: 'status',
        label: t('receipt.state'),
        options: STATES.map((value) => ({ value, label: t(`domain:obligationStatus.${value}`) })),
      },
      {
        name: 'campaign',
        label: t('domain:field.campaign'),
        options: (campaigns ?? []).map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    [t, campaigns],
  );
  return (
    <>
      <QueryBar
        filters={fields}
        value={filters}
        onChange={(asked) => void navigate({ to: '/desk', search: { tab: 'history', ...asked } })}
      />
      <DataTable
        name="reports"
        query={useInfiniteQuery(reportsQuery(filters))}
        rowKey="id"
        columns={useColumns(setShown)}
        empty={t('no-reports')}
      />
      <Drawer
        title={shown?.name}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size="min(520px, 100vw)"
      >
        {shown && <Content report={shown} />}
      </Drawer>
    </>
  );
}

function Content({ report }: { readonly report: Report }) {
  const { t } = useTranslation(['desk', 'domain']);
  const { content, figures = {} } = (report.report ?? {}) as ReportBody;
  return (
    <>
      {report.zero && <Typography.Paragraph strong>{t('domain:field.zero')}</Typography.Paragraph>}
      <Typography.Paragraph className="break" style={{ whiteSpace: 'pre-wrap' }}>
        {content}
      </Typography.Paragraph>
      <FigureList figures={figures} />
    </>
  );
}

function useColumns(show: (report: Report) => void): Column<Report>[] {
  const { t } = useTranslation('desk');
  const wide = (text: string | null) => (
    <div className="break" style={{ maxWidth: 320 }}>
      {text}
    </div>
  );
  return [
    {
      key: 'number',
      title: t('receipt.number'),
      render: (_, report) => report.submittedAt && <code>{receiptNumber(report.id)}</code>,
    },
    { key: 'name', title: t('what'), render: (_, { name, period }) => wide(`${name} ${period}`) },
    { key: 'due', title: t('due'), render: (_, { due }) => shortText(due) },
    { key: 'at', title: t('receipt.at'), render: (_, { submittedAt }) => submittedAt && shortText(submittedAt) },
    { key: 'state', title: t('receipt.state'), render: (_, report) => <ReportState report={report} /> },
    { key: 'note', title: t('note'), render: (_, { note }) => wide(note) },
    {
      key: 'content',
      title: t('content'),
      render: (_, report) =>
        report.report !== null && (
          <Button size="small" onClick={() => show(report)}>
            {t('see')}
          </Button>
        ),
    },
  ];
}
