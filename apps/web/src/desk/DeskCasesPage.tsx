import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { PageShell } from '../parts/PageShell';
import { DeskTabs } from './DeskTabs';
import { PartyCaseCard } from './PartyCaseCard';
import { partyCasesQuery } from './queries';

/** The cases against one's own unit, once a notice was served. */
export function DeskCasesPage() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(partyCasesQuery);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  return (
    <PageShell title={t('tab.cases')} acts={<DeskTabs at="cases" />}>
      {!data && <Skeleton active />}
      {data?.length === 0 && <Empty description={t('no-cases')} />}
      <Flex vertical gap="middle" style={{ maxWidth: 1080 }}>
        {data?.map((file) => (
          <PartyCaseCard key={file.id} file={file} />
        ))}
      </Flex>
    </PageShell>
  );
}
