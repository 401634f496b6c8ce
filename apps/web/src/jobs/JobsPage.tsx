import { useInfiniteQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable';
import { PageShell } from '../parts/PageShell';
import { shortText } from '../parts/time';
import { JobProgress } from './JobProgress';
import { type Job, jobsQuery } from './queries';

/** 任务: every export and bulk act one asked for, also those begun before a reload. */
export function JobsPage() {
  const { t } = useTranslation(['jobs', 'shell']);
  const query = useInfiniteQuery(jobsQuery);
  return (
    <PageShell title={t('shell:place.jobs')}>
      <DataTable<Job>
        name="jobs"
        query={query}
        rowKey="id"
        empty={t('empty')}
        columns={[
          {
            key: 'kind',
            title: t('what'),
            render: (_, { kind }) => <span className="nowrap">{t(`kind.${kind}`)}</span>,
          },
          { key: 'progress', title: t('state'), width: '60%', render: (_, job) => <JobProgress job={job} /> },
          {
            key: 'begun',
            title: t('begun'),
            render: (_, { createdAt }) => <Typography.Text type="secondary">{shortText(createdAt)}</Typography.Text>,
          },
        ]}
      />
    </PageShell>
  );
}
