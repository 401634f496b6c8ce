import { Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draw } from './queries';

type Team = NonNullable<Draw['teams']>[number];

/** 检查组: who sits in it, and how much it was given. */
export function Teams({ teams }: { readonly teams: readonly Team[] }) {
  const { t } = useTranslation('draws');
  const named = (people: Team['inspectors']) => people.map(({ name }) => name).join('、') || '—';
  return (
    <Card size="small" title={t('teams')} style={{ marginBlockStart: 16 }}>
      <Table
        rowKey="number"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={teams}
        columns={[
          { key: 'number', title: t('team'), render: (_, { number }) => t('team-number', { number }) },
          { key: 'inspectors', title: t('inspectors'), render: (_, { inspectors }) => named(inspectors) },
          { key: 'experts', title: t('experts'), render: (_, { experts }) => named(experts) },
          { key: 'inspects', title: t('inspects'), align: 'right', dataIndex: 'inspects' },
        ]}
      />
    </Card>
  );
}
