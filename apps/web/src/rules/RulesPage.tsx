import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { type Column, DataTable } from '../parts/DataTable';
import { PageShell } from '../parts/PageShell';
import { QueryBar } from '../parts/QueryBar';
import { TextButton } from '../parts/TextButton';
import { dayText } from '../parts/time';
import { DraftRule } from './DraftRule';
import { LegalBases } from './LegalBases';
import { type Rule, rulesQuery } from './queries';
import { RuleDrawer } from './RuleDrawer';
import { RuleStatusTag, STATUSES } from './RuleStatusTag';

/** 长效制度: the register of standing rules, and of what they and the plans rest on. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const { tab = 'register', campaign } = useSearch({ from: '/app/rules' });
  const navigate = useNavigate();
  const may = useMay();
  return (
    <PageShell title={t('title')} acts={campaign && may('rule.write') && <DraftRule campaign={campaign} />}>
      <Tabs
        activeKey={tab}
        onChange={(chosen) => void navigate({ to: '/rules', search: { tab: chosen }, replace: true })}
        items={[
          { key: 'register', label: t('register'), children: <Register /> },
          { key: 'bases', label: t('bases'), children: <LegalBases /> },
        ]}
      />
    </PageShell>
  );
}

function Register() {
  const { t } = useTranslation('rules');
  const { rule: opened, tab: _tab, ...filters } = useSearch({ from: '/app/rules' });
  const navigate = useNavigate();
  const query = useInfiniteQuery(rulesQuery(filters));
  const ask = (search: object) =>
    void navigate({
      to: '/rules',
      search: { ...(filters.campaign ? { campaign: filters.campaign } : {}), ...search },
      replace: true,
    });
  const open = (rule?: string) => ask({ ...filters, ...(rule ? { rule } : {}) });
  const fields = useMemo(
    () => [
      { name: 'status', label: t('state'), options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })) },
    ],
    [t],
  );
  const may = useMay();
  const shown = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === opened);
  return (
    <>
      <QueryBar filters={fields} value={filters} onChange={ask} />
      <DataTable
        name="rules"
        query={query}
        rowKey="id"
        columns={useColumns(open)}
        empty={t(may('rule.write') ? 'empty-write' : 'empty')}
      />
      <RuleDrawer rule={shown} onClose={() => open()} />
    </>
  );
}

function useColumns(open: (rule: string) => void): Column<Rule>[] {
  const { t } = useTranslation(['rules', 'domain']);
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, title }) => (
        <TextButton onClick={() => open(id)}>
          <span className="break" style={{ display: 'block', maxWidth: 360 }}>
            {title}
          </span>
        </TextButton>
      ),
    },
    { key: 'status', title: t('state'), render: (_, { status }) => <RuleStatusTag status={status} /> },
    { key: 'kind', title: t('kind'), render: (_, { kind }) => t(`domain:value.kind.${kind}`) },
    { key: 'department', title: t('department'), dataIndex: 'department' },
    {
      key: 'from',
      title: t('from'),
      render: (_, { effectiveFrom }) => (effectiveFrom ? dayText(effectiveFrom) : '—'),
    },
    {
      key: 'campaign',
      title: t('campaign'),
      render: (_, { campaign, campaignName }) => (
        <Link
          to="/campaigns/$id"
          params={{ id: campaign }}
          className="break"
          style={{ display: 'block', maxWidth: 240 }}
        >
          {campaignName}
        </Link>
      ),
    },
  ];
}
