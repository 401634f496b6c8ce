import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { said } from '../locales';
import { type Column, DataTable } from '../parts/DataTable';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { dayText } from '../parts/time';
import { SavedViews } from '../views/SavedViews';
import { CampaignStatusTag, STATUSES } from './CampaignStatusTag';
import { type CampaignLine, campaignsQuery } from './queries';

/** 专项行动: those of one's region, and those from above that one takes part in. */
export function CampaignListPage() {
  const { t } = useTranslation(['campaigns', 'domain', 'shell']);
  const filters = useSearch({ from: '/app/campaigns' });
  const navigate = useNavigate();
  const mayCoordinate = useMay()('campaign.coordinate');
  const query = useInfiniteQuery(campaignsQuery(filters));
  const ask = (search: object) => void navigate({ to: '/campaigns', search, replace: true });
  const fields = useMemo(
    () => [
      {
        name: 'status',
        label: t('status'),
        options: STATUSES.map((value) => ({ value, label: t(`domain:campaignStatus.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <PageShell
      title={t('shell:place.campaigns')}
      acts={
        mayCoordinate && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            href="/campaigns/new"
            onClick={(event) => {
              event.preventDefault();
              void navigate({ href: '/campaigns/new' });
            }}
          >
            {t('new')}
          </Button>
        )
      }
    >
      <QueryBar filters={fields} value={filters} onChange={ask} />
      <DataTable
        name="campaigns"
        query={query}
        rowKey="id"
        columns={useColumns()}
        empty={t(mayCoordinate ? 'empty-coordinator' : 'empty')}
        toolbar={<SavedViews list="campaigns" search={filters} onChoose={ask} />}
      />
    </PageShell>
  );
}

function useColumns(): Column<CampaignLine>[] {
  const { t } = useTranslation('campaigns');
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/campaigns/$id" params={{ id }} className="break" style={{ display: 'block', maxWidth: 480 }}>
          {name}
        </Link>
      ),
    },
    { key: 'status', title: t('status'), render: (_, { status }) => <CampaignStatusTag status={status} /> },
    { key: 'region', title: t('region'), render: (_, { regionName }) => said(regionName) },
    { key: 'start', title: t('start'), render: (_, { start }) => <span className="nowrap">{dayText(start)}</span> },
    { key: 'end', title: t('end'), render: (_, { end }) => <span className="nowrap">{dayText(end)}</span> },
  ];
}
