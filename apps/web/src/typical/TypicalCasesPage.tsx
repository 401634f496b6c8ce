import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Flex, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { type Column, DataTable } from '../parts/DataTable';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { dayText, instantText } from '../parts/time';
import { type TypicalLine, typicalTallyQuery, typicalsQuery } from './queries';
import { STATUSES, TypicalStatusTag } from './TypicalStatusTag';

/** 典型案例: all that were written, of one campaign or of all. */
export function TypicalCasesPage() {
  const { t } = useTranslation('typical');
  const filters = useSearch({ from: '/app/typical-cases' });
  const navigate = useNavigate();
  const query = useInfiniteQuery(typicalsQuery(filters));
  const fields = useMemo(
    () => [
      { name: 'status', label: t('state'), options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })) },
    ],
    [t],
  );
  return (
    <PageShell title={t('title')}>
      <TypicalTally {...(filters.campaign ? { campaign: filters.campaign } : {})} />
      <QueryBar
        filters={fields}
        value={filters}
        onChange={(search) =>
          void navigate({
            to: '/typical-cases',
            search: { ...(filters.campaign ? { campaign: filters.campaign } : {}), ...search },
            replace: true,
          })
        }
      />
      <DataTable
        name="typical-cases"
        query={query}
        rowKey="id"
        columns={useColumns()}
        empty={t(useMay()('publicity.write') ? 'empty-write' : 'empty')}
      />
    </PageShell>
  );
}

/** 查办与曝光 are counted apart (R-PUB-09). */
export function TypicalTally({ campaign }: { readonly campaign?: string }) {
  const { t } = useTranslation('typical');
  const { data } = useQuery(typicalTallyQuery(campaign));
  return (
    <Flex wrap gap="middle" style={{ marginBlockEnd: 16, minHeight: 22 }} role="status">
      {data && <span>{t('tally', { ...data })}</span>}
      {data && data.toTakeDown > 0 && (
        <Typography.Text type="danger">{t('to-take-down', { count: data.toTakeDown })}</Typography.Text>
      )}
    </Flex>
  );
}

function useColumns(): Column<TypicalLine>[] {
  const { t } = useTranslation(['typical', 'domain']);
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, title }) => (
        <Link
          to="/typical-cases/$id"
          params={{ id }}
          className="break"
          style={{ display: 'block', minWidth: 160, maxWidth: 420 }}
        >
          {title}
        </Link>
      ),
    },
    { key: 'status', title: t('state'), render: (_, { status }) => <TypicalStatusTag status={status} /> },
    {
      key: 'of',
      title: t('of'),
      render: (_, { case: of, caseNumber }) =>
        of ? (
          <Link to="/cases/$id" params={{ id: of }} className="nowrap">
            {caseNumber}
          </Link>
        ) : (
          t('of-problem')
        ),
    },
    { key: 'campaign', title: t('campaign'), render: (_, { campaignName }) => campaignName ?? '—' },
    {
      key: 'published',
      title: t('published-in'),
      render: (_, { publications }) =>
        publications.map(({ id, channel, on }) => (
          <div key={id} className="nowrap">
            {dayText(on)} {t(`domain:value.channel.${channel}`)}
          </div>
        )),
    },
    {
      key: 'drafted',
      title: t('drafted'),
      render: (_, { draftedBy, draftedAt }) => `${draftedBy} ${instantText(draftedAt)}`,
    },
  ];
}
