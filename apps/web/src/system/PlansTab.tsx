import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Drawer, Skeleton, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@fundguard/client';
import { said } from '../locales';
import { FailurePage } from '../parts/Failure';
import { Listing } from './Listing';
import { planQuery, plansQuery } from './queries';

type Plan = Schemas['PlanTemplate'];

/** 实施方案: the templates that came with the product, with their versions. A campaign keeps the version it was drafted with. */
export function PlansTab() {
  const { t } = useTranslation('system');
  const plans = useQuery(plansQuery);
  const [opened, open] = useState<string>();
  return (
    <>
      <Typography.Paragraph type="secondary">{t('plans.note')}</Typography.Paragraph>
      <Listing
        query={plans}
        rows={plans.data}
        rowKey={({ id }) => id}
        empty={t('plans.empty')}
        columns={[
          {
            title: t('plans.name'),
            render: (_, { id, nameZh, nameEn }) => (
              <Button type="link" style={{ padding: 0, whiteSpace: 'normal', height: 'auto' }} onClick={() => open(id)}>
                {said({ zh: nameZh, en: nameEn })}
              </Button>
            ),
          },
          { title: t('version'), dataIndex: 'version' },
          { title: t('plans.phases'), dataIndex: 'phases' },
          { title: t('plans.id'), dataIndex: 'id' },
        ]}
      />
      {opened && <PlanDrawer id={opened} onClose={() => open(undefined)} />}
    </>
  );
}

function PlanDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('system');
  const { data: plan, error } = useQuery(planQuery(id));
  return (
    <Drawer title={plan ? said(plan.name) : t('plans.name')} open onClose={onClose} size="min(760px, 100vw)">
      {error && <FailurePage error={error} />}
      {!plan && !error && <Skeleton active />}
      {plan && <PlanView plan={plan} />}
    </Drawer>
  );
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('system');
  const facts = [
    ['version', plan.version],
    ['plans.kind', said(plan.kind)],
    ['plans.source', plan.source],
    ['plans.participants', plan.participants.asGiven],
  ] as const;
  const duties = [
    ...plan.deliverables.map(({ id, name, by, due }) => ({ id, name, by, when: due.asGiven ?? dayOf(due) })),
    ...plan.reports.map(({ id, name, by, cadence }) => ({ id, name, by, when: cadence.asGiven })),
  ];
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={facts.map(([key, children]) => ({ key, label: t(key), children }))}
        style={{ marginBlockEnd: 16 }}
      />
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...plan.phases]}
        columns={[
          { title: t('plans.phase'), render: (_, { name }) => said(name) },
          { title: t('plans.as-given'), dataIndex: 'asGiven' },
        ]}
        style={{ marginBlockEnd: 16 }}
      />
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={duties}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('plans.duty'), render: (_, { name }) => said(name) },
          { title: t('plans.by'), render: (_, { by }) => by.asGiven },
          { title: t('plans.when'), dataIndex: 'when' },
        ]}
      />
    </>
  );
}

/** Where the document has no words for it: a count of days, or what else it hangs on. */
const dayOf = (due: Plan['deliverables'][number]['due']): string => {
  const [hangsOn] = Object.values(due) as readonly unknown[];
  return 'day' in due ? `+${due.day}` : String(hangsOn);
};
