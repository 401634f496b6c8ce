import { CloudSyncOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { StateTag } from '../parts/StateTag';
import { sync } from './offline/sync';
import { tasksQuery } from './offline/use-offline';

/** 3 条待上传: what is on the phone and not on the server yet, and what the server would not take. */
export function SyncBadge({ isReady }: { readonly isReady: boolean }) {
  const { t } = useTranslation('visits');
  const { account } = useSession().person;
  const { data: tasks } = useSuspenseQuery(tasksQuery(account));
  const refused = tasks.filter(({ trouble }) => trouble).length;
  const waiting = tasks.length - refused;
  return (
    <span role="status">
      {refused > 0 && <StateTag tone="bad">{t('sync.refused', { count: refused })}</StateTag>}
      {waiting > 0 ? (
        <Button size="large" icon={<CloudSyncOutlined />} onClick={() => void sync(account)}>
          {t('sync.waiting', { count: waiting })}
        </Button>
      ) : (
        <StateTag tone="good">{t('sync.done')}</StateTag>
      )}
      {isReady && <StateTag tone="quiet">{t('sync.offline-ready')}</StateTag>}
    </span>
  );
}
