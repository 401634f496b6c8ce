import { Empty, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import type { Rehearsal } from './queries';

/** Who misses a deadline in this rehearsal, by name: nobody is ranked. */
export function ChasedUnits({ chased, late }: { readonly chased: Rehearsal['chased']; readonly late: number }) {
  const { t } = useTranslation('wizard');
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('chased.title', { count: chased.length })}
      </Typography.Title>
      {chased.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(late === 0 ? 'chased.nobody-late' : 'chased.nobody')}
        />
      ) : (
        <Table
          size="small"
          rowKey="name"
          dataSource={chased}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('chased.unit'), dataIndex: 'name' },
            { title: t('chased.overdue'), dataIndex: 'overdue', align: 'end' },
            { title: t('chased.escalated'), dataIndex: 'escalated', align: 'end' },
            {
              title: t('key-target'),
              dataIndex: 'keyTarget',
              render: (is: boolean) => is && <StateTag tone="warning">{t('key-target')}</StateTag>,
            },
          ]}
        />
      )}
    </section>
  );
}
