import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageShell } from '../parts/PageShell';
import { DeskTabs } from './DeskTabs';
import { History } from './History';
import { Today } from './Today';

/** 单位工作台: what the unit owes now, and what it reported. */
export function DeskPage() {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/app/desk' });
  const isHistory = tab === 'history';
  return (
    <PageShell title={t('place.desk')} acts={<DeskTabs at={isHistory ? 'history' : 'today'} />}>
      {isHistory ? <History /> : <Today />}
    </PageShell>
  );
}
