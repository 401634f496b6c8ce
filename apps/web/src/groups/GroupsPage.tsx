import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { type Campaign, campaignQuery } from '../campaigns/queries';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { DisciplineTab } from './DisciplineTab';
import { DutiesTab } from './DutiesTab';
import { GroupsTab } from './GroupsTab';
import { NotesTab } from './NotesTab';

const TABS: Readonly<Record<string, (campaign: Campaign) => ReactNode>> = {
  groups: (campaign) => <GroupsTab campaign={campaign} />,
  duties: (campaign) => <DutiesTab campaign={campaign} />,
  discipline: ({ id }) => <DisciplineTab campaign={id} />,
  notes: ({ id }) => <NotesTab campaign={id} />,
};

/** 组织与职责 of a campaign: who sits where, and what they have to do and to know. */
export function GroupsPage() {
  const { t } = useTranslation('groups');
  const { id } = useParams({ from: '/app/campaigns/$id/groups' });
  const { tab = 'groups' } = useSearch({ from: '/app/campaigns/$id/groups' });
  const navigate = useNavigate();
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  useLive(id);
  if (error && !campaign) return <FailurePage error={error} again={() => void refetch()} />;
  if (!campaign) return <LoadingPage />;
  return (
    <PageShell
      title={t('title')}
      beside={
        <Link to="/campaigns/$id" params={{ id }} className="break">
          {campaign.name}
        </Link>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => void navigate({ to: '/campaigns/$id/groups', params: { id }, search: { tab: key } })}
        items={Object.entries(TABS).map(([key, show]) => ({
          key,
          label: t(`tab.${key}`),
          children: key === tab && show(campaign),
        }))}
      />
    </PageShell>
  );
}
