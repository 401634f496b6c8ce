import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Flex, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable';
import { QueryBar } from '../parts/QueryBar';
import { instantText, shortText } from '../parts/time';
import { CorrectReport } from '../reports/CorrectReport';
import { ReportBody } from '../reports/ReportBody';
import { WriteReport } from '../reports/WriteReport';
import { type Report, ownCampaignsQuery, receiptNumber, reportsQuery } from './queries';
import { ReportState } from './ReportState';

const STATES = ['submitted', 'accepted', 'waived'];

/** What the unit reported, the newest first, with what the reviewer said. */
export function History() {
  const { t } = useTranslation(['desk', 'domain']);
  const { tab: _tab, ...filters } = useSearch({ from: '/app/desk' });
  const navigate = useNavigate();
  const { data: campaigns } = useQuery(ownCampaignsQuery);
  const [opened, setOpened] = useState<string>();
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
  const columns = useColumns(({ id }) => setOpened(id));
  const query = useInfiniteQuery(reportsQuery(filters));
  const shown = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === opened);
  return (
    <>
      <QueryBar
        filters={fields}
        value={filters}
        onChange={(asked) => void navigate({ to: '/desk', search: { tab: 'history', ...asked } })}
      />
      <DataTable name="reports" query={query} rowKey="id" columns={columns} empty={t('no-reports')} />
      <Drawer
        title={shown?.name}
        open={shown !== undefined}
        onClose={() => setOpened(undefined)}
        size="min(520px, 100vw)"
      >
        {shown && <Content key={shown.id} report={shown} />}
      </Drawer>
    </>
  );
}

/** The report, and what the unit may still do about it: hand it in again until its instant, correct it from then on. */
function Content({ report }: { readonly report: Report }) {
  const { t } = useTranslation(['desk', 'domain']);
  const [isWriting, setWriting] = useState(false);
  const offer = (name: string) => report.acts.find(({ act }) => act === name);
  const [again, correction] = [offer('submitReport'), offer('correctReport')];
  return (
    <>
      {report.zero && <Typography.Paragraph strong>{t('domain:field.zero')}</Typography.Paragraph>}
      <ReportBody obligation={report} />
      <Flex vertical gap="small" align="start" style={{ marginBlock: 12 }}>
        {again && !again.withheld && !isWriting && (
          <>
            <Typography.Text type="secondary">{t('until', { due: instantText(report.due) })}</Typography.Text>
            <Button onClick={() => setWriting(true)}>{t('replace')}</Button>
          </>
        )}
        {report.frozen && <Typography.Text type="secondary">{t('frozen')}</Typography.Text>}
        {correction && !correction.withheld && <CorrectReport obligation={report} />}
      </Flex>
      {isWriting && <WriteReport obligation={report} onDone={() => setWriting(false)} />}
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
