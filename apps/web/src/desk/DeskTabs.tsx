import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';

type Tab = 'today' | 'history' | 'cases';

/** The three parts of a unit's desk. */
export function DeskTabs({ at }: { readonly at: Tab }) {
  const { t } = useTranslation('desk');
  const may = useMay();
  const navigate = useNavigate();
  const tabs: Tab[] = ['today', 'history', ...(may('case.answer') ? (['cases'] as const) : [])];
  const go = (tab: Tab) =>
    tab === 'cases'
      ? navigate({ to: '/desk/cases' })
      : navigate({ to: '/desk', search: tab === 'history' ? { tab } : {} });
  return (
    <Segmented
      value={at}
      options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
      onChange={(tab) => void go(tab)}
    />
  );
}
