import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Flex, Input, Popconfirm, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { api } from '../api/api';
import { regionNameQuery } from '../api/organisation';
import { useSession } from '../api/session';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { Listing } from './Listing';
import { type Account, accountsQuery, sessionsQuery } from './queries';
import { useDone } from './useDone';

/** 账号: who may sign in, as what, and who is signed in now. */
export function AccountsTab() {
  const { t } = useTranslation(['system', 'domain', 'shell']);
  const { q = '' } = useSearch({ from: '/app/system' });
  const navigate = useNavigate();
  const accounts = useQuery(accountsQuery);
  const sought = String(q).toLowerCase();
  const rows = accounts.data?.filter(({ login, name }) => `${login} ${name}`.toLowerCase().includes(sought));
  return (
    <>
      <Flex wrap gap="small" justify="space-between" style={{ marginBlockEnd: 12 }}>
        <Input.Search
          allowClear
          defaultValue={String(q)}
          placeholder={t('accounts.search')}
          aria-label={t('accounts.search')}
          style={{ maxWidth: 280 }}
          onSearch={(asked) =>
            void navigate({ to: '/system', search: { tab: 'accounts', ...(asked ? { q: asked } : {}) } })
          }
        />
        <ActButton act="addAccount" type="primary" />
      </Flex>
      <AccountList rows={rows} query={accounts} />
      {accounts.data && <LiveSessions />}
    </>
  );
}

function AccountList({ rows, query }: { rows: Account[] | undefined; query: Parameters<typeof Listing>[0]['query'] }) {
  const { t } = useTranslation(['system', 'domain']);
  const { data: sessions } = useQuery(sessionsQuery);
  const { data: region = (path: string) => path } = useQuery(regionNameQuery);
  const live = (id: string) => sessions?.filter(({ account }) => account === id).length ?? 0;
  return (
    <Listing
      query={query}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('accounts.empty')}
      columns={[
        { title: t('accounts.login'), dataIndex: 'login' },
        { title: t('accounts.name'), dataIndex: 'name' },
        {
          title: t('domain:field.roles'),
          render: (_, { roles }) => roles.map((each) => <Tag key={each}>{t(`domain:role.${each}`)}</Tag>),
        },
        { title: t('domain:field.region'), render: (_, { region: path }) => region(path) },
        {
          title: t('accounts.state'),
          render: (_, { disabledAt, id }) =>
            disabledAt ? (
              <StateTag tone="quiet">{t('accounts.disabled')}</StateTag>
            ) : (
              <StateTag tone={live(id) > 0 ? 'active' : 'good'}>
                {live(id) > 0 ? t('accounts.online', { count: live(id) }) : t('accounts.enabled')}
              </StateTag>
            ),
        },
        { title: t('acts'), render: (_, account) => !account.disabledAt && <AccountActs account={account} /> },
      ]}
    />
  );
}

function AccountActs({ account: { id, name } }: { readonly account: Account }) {
  const { t } = useTranslation('system');
  const { person } = useSession();
  const path = { params: { path: { id } } };
  const disable = useDone(() => api.DELETE('/api/v1/accounts/{id}', path), t('accounts.disable'));
  const signOut = useDone(() => api.DELETE('/api/v1/accounts/{id}/sessions', path), t('accounts.sign-out'));
  if (person.account === id) return <Typography.Text type="secondary">{t('accounts.self')}</Typography.Text>;
  return (
    <Flex gap="small">
      <Popconfirm title={t('accounts.sign-out-sure', { name })} onConfirm={() => signOut.mutate(undefined)}>
        <Button size="small" loading={signOut.isPending}>
          {t('accounts.sign-out')}
        </Button>
      </Popconfirm>
      <Popconfirm
        title={t('accounts.disable-sure', { name })}
        description={t('accounts.disable-note')}
        okButtonProps={{ danger: true }}
        onConfirm={() => disable.mutate(undefined)}
      >
        <Button size="small" danger loading={disable.isPending}>
          {t('accounts.disable')}
        </Button>
      </Popconfirm>
    </Flex>
  );
}

function LiveSessions() {
  const { t } = useTranslation('system');
  const sessions = useQuery(sessionsQuery);
  return (
    <section style={{ marginBlockStart: 24 }} aria-label={t('sessions.title')}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('sessions.title')}
      </Typography.Title>
      <Listing
        query={sessions}
        rows={sessions.data}
        rowKey={({ account, openedAt }) => `${account} ${openedAt}`}
        empty={t('sessions.empty')}
        columns={[
          { title: t('accounts.login'), dataIndex: 'login' },
          { title: t('accounts.name'), dataIndex: 'name' },
          { title: t('sessions.opened'), render: (_, { openedAt }) => instantText(openedAt) },
          { title: t('sessions.expires'), render: (_, { expiresAt }) => instantText(expiresAt) },
        ]}
      />
    </section>
  );
}
