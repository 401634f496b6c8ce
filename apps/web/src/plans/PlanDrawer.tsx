import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { FailurePage } from '../parts/Failure';
import { PlanContent } from './PlanContent';
import { type Plan, planQuery } from './queries';

/** A plan in full: its phases and duties, and what else the document says. */
export function PlanDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('plans');
  const { data: plan, error } = useQuery(planQuery(id));
  return (
    <Drawer title={plan ? said(plan.name) : t('name')} open onClose={onClose} size="min(760px, 100vw)">
      {error && <FailurePage error={error} />}
      {!plan && !error && <Skeleton active />}
      {plan && <PlanView plan={plan} />}
    </Drawer>
  );
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plans');
  const facts = [
    ['version', plan.version],
    ['kind', said(plan.kind)],
    ['source', plan.source],
    ['participants', plan.participants.asGiven],
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
          { title: t('phase'), render: (_, { name }) => said(name) },
          { title: t('as-given'), dataIndex: 'asGiven' },
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
          { title: t('duty'), render: (_, { name }) => said(name) },
          { title: t('by'), render: (_, { by }) => by.asGiven },
          { title: t('when'), dataIndex: 'when' },
        ]}
      />
      {plan.content && <PlanContent content={plan.content} />}
    </>
  );
}

/** Where the document has no words for it: a count of days, or what else it hangs on. */
const dayOf = (due: Plan['deliverables'][number]['due']): string => {
  const [hangsOn] = Object.values(due) as readonly unknown[];
  return 'day' in due ? `+${due.day}` : String(hangsOn);
};
