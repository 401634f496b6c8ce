import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useMay } from '../api/session';
import { type Column, DataTable } from '../parts/DataTable';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { Contracts } from './Contracts';
import { MemberDrawer } from './MemberDrawer';
import { KINDS, KindField } from './MemberFields';
import { MemberStatusTag, STATUSES } from './MemberStatusTag';
import { type Member, membersQuery } from './queries';

/** 专家库、第三方力量: whom the region may draw into its teams. */
export function PoolPage() {
  const { t } = useTranslation('pool');
  const { member: opened, tab = 'people', ...filters } = useSearch({ from: '/app/pool' });
  const navigate = useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(membersQuery(filters));
  const ask = (search: object) => void navigate({ to: '/pool', search, replace: true });
  const open = (member?: string) => ask({ ...filters, ...(member ? { member } : {}) });
  const columns = useColumns(open);
  const fields = useMemo(
    () => [
      { name: 'kind', label: t('kind-of'), options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
      { name: 'status', label: t('state'), options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })) },
      { name: 'specialty', label: t('specialty') },
      { name: 'q', label: t('named') },
    ],
    [t],
  );
  return (
    <PageShell
      title={t('title')}
      acts={
        may('pool.keep') && (
          <ActButton act="listMember" type="primary" initial={{ kind: 'expert' }} controls={{ kind: <KindField /> }} />
        )
      }
    >
      <Typography.Paragraph type="secondary">{t('note')}</Typography.Paragraph>
      <Tabs
        activeKey={tab}
        onChange={(chosen) => ask(chosen === 'people' ? {} : { tab: chosen })}
        items={[
          {
            key: 'people',
            label: t('people'),
            children: (
              <>
                <QueryBar filters={fields} value={{ ...filters }} onChange={ask} />
                <DataTable
                  name="pool"
                  query={query}
                  rowKey="id"
                  columns={columns}
                  empty={t(may('pool.keep') ? 'empty-keeper' : 'empty')}
                />
              </>
            ),
          },
          { key: 'contracts', label: t('contracts.title'), children: <Contracts /> },
        ]}
      />
      <MemberDrawer id={opened} onClose={() => open()} />
    </PageShell>
  );
}

function useColumns(open: (member: string) => void): Column<Member>[] {
  const { t } = useTranslation('pool');
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, name }) => <TextButton onClick={() => open(id)}>{name}</TextButton>,
    },
    { key: 'kind', title: t('kind-of'), render: (_, { kind }) => t(`kind.${kind}`) },
    { key: 'specialties', title: t('specialty'), render: (_, { specialties }) => specialties.join('、') },
    {
      key: 'employer',
      title: t('employer'),
      render: (_, { employer }) => (
        <span className="break" style={{ display: 'block', maxWidth: 260 }}>
          {employer}
        </span>
      ),
    },
    {
      key: 'term',
      title: t('term'),
      render: (_, { from, until }) => `${dayText(from)} – ${until ? dayText(until) : t('open-ended')}`,
    },
    { key: 'state', title: t('state'), render: (_, member) => <MemberStatusTag member={member} /> },
  ];
}
