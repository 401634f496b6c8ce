import { DownloadOutlined, FileProtectOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '../api/organisation';
import { useMay } from '../api/session';
import { JobButton } from '../jobs/JobButton';
import { csv } from '../parts/csv';
import { DataTable } from '../parts/DataTable';
import { downloadCsv } from '../parts/download';
import { FailureAlert } from '../parts/Failure';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { instantText, today } from '../parts/time';
import { SavedViews } from '../views/SavedViews';
import { ChangeDrawer } from './ChangeDrawer';
import { ChainCheckButton, ChainCheckResult, useChainCheck } from './ChainCheck';
import { EVENT_KINDS } from './kinds';
import { ReporterLooks } from './ReporterLooks';
import { type RecordFilters, type RecordedEvent, recordQuery, wholeRecord } from './queries';
import { useActorName, useRecordColumns } from './useRecordColumns';

/** 审计: who did what, when, on which file; and whether the record is whole. */
export function RecordPage() {
  const { t } = useTranslation(['record', 'domain', 'shell']);
  const filters = useSearch({ from: '/app/record' });
  const navigate = useNavigate();
  const ask = (search: RecordFilters) => void navigate({ to: '/record', search });
  const query = useInfiniteQuery(recordQuery(filters));
  const [opened, open] = useState<RecordedEvent>();
  const check = useChainCheck();
  const may = useMay();
  const { mutate: save, isPending, error } = useExport(filters);
  const columns = useRecordColumns(open, (file) => ask({ file }));
  return (
    <PageShell
      title={t('shell:place.record')}
      acts={
        <>
          {may('evidence.verify') && (
            <JobButton job={{ kind: 'verifyEvidence' }} icon={<FileProtectOutlined />}>
              {t('evidence')}
            </JobButton>
          )}
          {may('record.verify') && (
            <>
              <ReporterLooks />
              <ChainCheckButton check={check} />
            </>
          )}
        </>
      }
    >
      <ChainCheckResult check={check} />
      {error && <FailureAlert error={error} />}
      <QueryBar filters={useFilters()} value={{ ...filters }} onChange={ask} />
      <DataTable
        name="record"
        query={query}
        rowKey="hash"
        columns={columns}
        empty={t('empty')}
        toolbar={
          <>
            <SavedViews list="record" search={{ ...filters }} onChoose={ask} />
            <Button icon={<DownloadOutlined />} loading={isPending} onClick={() => save()} title={t('export-most')}>
              {t('export')}
            </Button>
          </>
        }
      />
      {opened && <ChangeDrawer event={opened} onClose={() => open(undefined)} />}
    </PageShell>
  );
}

function useFilters() {
  const { t } = useTranslation(['record', 'domain']);
  const { data: people } = useQuery(peopleQuery);
  return useMemo(
    () => [
      { name: 'q', label: t('file') },
      {
        name: 'person',
        label: t('person'),
        options: (people ?? []).map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'kind',
        label: t('what'),
        options: EVENT_KINDS.map((value) => ({ value, label: t(`domain:event.${value}`) })),
      },
      { name: 'from', label: t('from'), type: 'date' as const },
      { name: 'to', label: t('to'), type: 'date' as const },
      { name: 'file', label: t('file-id') },
    ],
    [t, people],
  );
}

function useExport(filters: RecordFilters) {
  const { t } = useTranslation(['record', 'domain']);
  const nameOf = useActorName();
  return useMutation({
    mutationFn: async () => {
      const head = ['at', 'actor', 'what', 'file', 'seq', 'data', 'hash'].map((key) => t(`column.${key}`));
      const rows = (await wholeRecord(filters)).map((event) => [
        instantText(event.at),
        nameOf(event.actor),
        t(`domain:event.${event.kind}`),
        event.title,
        String(event.seq),
        JSON.stringify(event.data),
        event.hash,
      ]);
      downloadCsv(`${t('export-name')}-${today()}.csv`, csv([head, ...rows]));
    },
  });
}
