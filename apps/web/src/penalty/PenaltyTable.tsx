import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../parts/MoneyText';
import { marksOf } from './marks';
import type { Penalty } from './queries';
import { useMarkText } from './useMarkText';

/** The picture's twin. It has no sum: the two totals go to different places. */
export function PenaltyTable({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalty');
  const textOf = useMarkText(penalty);
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={marksOf(penalty)}
      columns={[
        { title: t('column.item'), render: (_, mark) => textOf(mark) },
        { title: t('column.formula'), dataIndex: 'formula' },
        { title: t('column.amount'), render: (_, { fen }) => <MoneyText fen={fen} inWords /> },
        { title: t('column.to'), render: (_, { key }) => t(key === 'refund' ? 'to.fund' : 'to.treasury') },
        { title: t('column.article'), render: () => penalty.article },
      ]}
    />
  );
}
