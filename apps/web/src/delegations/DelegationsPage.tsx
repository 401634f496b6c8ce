import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Popconfirm, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api';
import { useSession } from '../api/session';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { PageShell } from '../parts/PageShell';
import { StateTag, type Tone } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { GiveDelegation } from './GiveDelegation';
import { type Delegation, delegationsQuery, startActing } from './queries';

/** 委托代办: what one delegated, and what was delegated to oneself. */
export function DelegationsPage() {
  const { t } = useTranslation('delegations');
  const { account } = useSession().person;
  const { data, error, refetch } = useQuery(delegationsQuery);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return (
    <PageShell title={t('title')} acts={<GiveDelegation />}>
      <Typography.Paragraph type="secondary">{t('note')}</Typography.Paragraph>
      <Flex vertical gap="middle">
        <Card size="small" title={t('given')}>
          <Listing delegations={data.filter(({ principal }) => principal === account)} isGiven />
        </Card>
        <Card size="small" title={t('received')}>
          <Listing delegations={data.filter(({ deputy }) => deputy === account)} />
        </Card>
      </Flex>
    </PageShell>
  );
}

function Listing({ delegations, isGiven = false }: { readonly delegations: Delegation[]; readonly isGiven?: boolean }) {
  const { t } = useTranslation(['delegations', 'system']);
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join('、');
  return (
    <Table
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={delegations}
      locale={{ emptyText: t(isGiven ? 'none-given' : 'none-received') }}
      columns={[
        {
          key: 'who',
          title: t(isGiven ? 'who' : 'principal'),
          render: (_, { deputyName, principalName }) => (isGiven ? deputyName : principalName),
        },
        {
          key: 'what',
          title: t('what'),
          render: (_, { permissions }) => permissions.map((each) => t(`system:permission.${each}`)).join('、'),
        },
        {
          key: 'scope',
          title: t('scope'),
          render: (_, { campaigns, cases }) => (
            <span className="break" style={{ display: 'block', maxWidth: 260 }}>
              {names([...campaigns, ...cases]) || t('all')}
            </span>
          ),
        },
        {
          key: 'days',
          title: t('days'),
          render: (_, { from, until }) => `${instantText(from)} – ${instantText(until)}`,
        },
        { key: 'reason', title: t('reason'), dataIndex: 'reason' },
        { key: 'state', title: t('state'), render: (_, each) => <State delegation={each} /> },
        {
          key: 'acts',
          title: '',
          render: (_, each) => (isGiven ? <Revoke delegation={each} /> : <Start delegation={each} />),
        },
      ]}
    />
  );
}

const TONES = { holds: 'good', ahead: 'active', ended: 'quiet', revoked: 'bad' } as const satisfies Record<
  string,
  Tone
>;

function stateOf({ holds, revokedAt, until }: Delegation): keyof typeof TONES {
  if (holds) return 'holds';
  if (revokedAt) return 'revoked';
  return Date.parse(until) <= Date.now() ? 'ended' : 'ahead';
}

function State({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useTranslation('delegations');
  const state = stateOf(delegation);
  return <StateTag tone={TONES[state]}>{t(`status.${state}`)}</StateTag>;
}

function Start({ delegation: { id, holds } }: { readonly delegation: Delegation }) {
  const { t } = useTranslation('delegations');
  return (
    holds && (
      <Button size="small" type="primary" onClick={() => void startActing(id)}>
        {t('start')}
      </Button>
    )
  );
}

function Revoke({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useTranslation('delegations');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.DELETE('/api/v1/delegations/{id}', { params: { path: { id: delegation.id } } }),
    onSuccess: () => {
      void message.success(t('revoked'));
      void client.invalidateQueries({ queryKey: delegationsQuery.queryKey });
    },
  });
  const state = stateOf(delegation);
  if (state !== 'holds' && state !== 'ahead') return null;
  return (
    <Popconfirm title={t('revoke-sure', { name: delegation.deputyName })} onConfirm={() => mutate()}>
      <Button size="small" danger loading={isPending}>
        {t('revoke')}
      </Button>
    </Popconfirm>
  );
}
