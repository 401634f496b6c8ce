import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Permission, useMay } from '../api/session';
import { PageShell } from '../parts/PageShell';
import { AccountsTab } from './AccountsTab';
import { CalendarsTab } from './CalendarsTab';
import { DeliveriesTab } from './DeliveriesTab';
import { HealthTab } from './HealthTab';
import { LawTab } from './LawTab';
import { OrganisationTab } from './OrganisationTab';
import { PlansTab } from './PlansTab';
import { RolesTab } from './RolesTab';
import { TimetableTab } from './TimetableTab';
import { WebhooksTab } from './WebhooksTab';

interface Tab {
  readonly key: string;
  readonly needs: Permission;
  readonly children: ReactNode;
}

const TABS: readonly Tab[] = [
  { key: 'accounts', needs: 'account.manage', children: <AccountsTab /> },
  { key: 'organisation', needs: 'organisation.read', children: <OrganisationTab /> },
  { key: 'roles', needs: 'organisation.read', children: <RolesTab /> },
  { key: 'plans', needs: 'rulebook.read', children: <PlansTab /> },
  { key: 'law', needs: 'rulebook.read', children: <LawTab /> },
  { key: 'calendars', needs: 'rulebook.read', children: <CalendarsTab /> },
  { key: 'timetable', needs: 'delivery.read', children: <TimetableTab /> },
  { key: 'deliveries', needs: 'delivery.read', children: <DeliveriesTab /> },
  { key: 'webhooks', needs: 'account.manage', children: <WebhooksTab /> },
  { key: 'health', needs: 'session.own', children: <HealthTab /> },
];

/** 系统: whoever comes here sees what their permissions open, and no more. */
export function SystemPage() {
  const { t } = useTranslation(['system', 'shell']);
  const { tab } = useSearch({ from: '/app/system' });
  const navigate = useNavigate();
  const may = useMay();
  const tabs = TABS.filter(({ needs }) => may(needs));
  const here = tabs.find(({ key }) => key === tab) ?? tabs[0];
  return (
    <PageShell title={t('shell:place.system')}>
      <Tabs
        activeKey={here?.key ?? ''}
        destroyOnHidden
        items={tabs.map(({ key, children }) => ({ key, label: t(`tab.${key}`), children }))}
        onChange={(chosen) => void navigate({ to: '/system', search: { tab: chosen }, replace: true })}
      />
    </PageShell>
  );
}
