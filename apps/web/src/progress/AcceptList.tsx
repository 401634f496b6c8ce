import { Button, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import type { Obligation } from './queries';

interface Props {
  readonly reports: readonly Obligation[];
  readonly onRemove: (report: Obligation) => void;
}

const MANY = 8;

/** The reports that are about to be accepted, with what a reviewer should know of each. */
export function AcceptList({ reports, onRemove }: Props) {
  const { t } = useTranslation(['progress', 'domain']);
  return (
    <Table<Obligation>
      rowKey="id"
      size="small"
      pagination={reports.length > MANY && { pageSize: MANY, size: 'small', showSizeChanger: false }}
      dataSource={[...reports]}
      columns={[
        { title: t('unit'), dataIndex: 'unitName' },
        {
          title: t('report'),
          render: (_, { name, late, zero }) => (
            <Flex wrap gap={4}>
              {name}
              {late && <StateTag tone="warning">{t('word.late')}</StateTag>}
              {zero && <StateTag tone="warning">{t('domain:field.zero')}</StateTag>}
            </Flex>
          ),
        },
        {
          key: 'remove',
          align: 'end',
          render: (_, report) => (
            <Button
              type="link"
              size="small"
              aria-label={t('accept.remove-one', { unit: report.unitName, report: report.name })}
              onClick={() => onRemove(report)}
            >
              {t('accept.remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}
