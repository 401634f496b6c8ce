import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { DataTable } from '../parts/DataTable';
import { PageShell } from '../parts/PageShell';
import { shortText } from '../parts/time';
import { ImportStatusTag } from './ImportStatusTag';
import { NewImport } from './NewImport';
import { type ImportLine, importsQuery } from './queries';

/** 导入: a sheet to bring in, and all that were brought in before. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'shell']);
  const may = useMay();
  const query = useInfiniteQuery(importsQuery);
  return (
    <PageShell title={t('shell:place.imports')}>
      {may('import.make') && <NewImport />}
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('past')}
      </Typography.Title>
      <DataTable<ImportLine>
        name="imports"
        query={query}
        rowKey="id"
        empty={t('empty')}
        columns={[
          {
            key: 'file',
            title: t('file'),
            render: (_, { id, file }) => (
              <Link to="/imports/$id" params={{ id }} className="break">
                {file}
              </Link>
            ),
          },
          { key: 'kind', title: t('kind'), render: (_, { kind }) => t(`kinds.${kind}`) },
          { key: 'campaign', title: t('campaign'), render: (_, { campaignName }) => campaignName ?? '–' },
          { key: 'status', title: t('state'), render: (_, { status }) => <ImportStatusTag status={status} /> },
          {
            key: 'taken',
            title: t('taken'),
            align: 'right',
            render: (_, { status, counts }) => (status === 'done' ? counts.add + counts.change : '–'),
          },
          { key: 'owner', title: t('owner'), render: (_, { owner }) => owner },
          {
            key: 'at',
            title: t('at'),
            render: (_, { createdAt }) => <span className="nowrap">{shortText(createdAt)}</span>,
          },
        ]}
      />
    </PageShell>
  );
}
