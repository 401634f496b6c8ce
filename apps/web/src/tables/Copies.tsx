import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer, Empty, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActList } from '../acts/ActList';
import { JobButton } from '../jobs/JobButton';
import { StateTag, type Tone } from '../parts/StateTag';
import { TextButton } from '../parts/TextButton';
import { instantText } from '../parts/time';
import { FormTable } from './FormTable';
import { type TableCopyLine, copiesQuery, copyQuery } from './queries';

const TONES: Readonly<Record<TableCopyLine['status'], Tone>> = { filled: 'warning', approved: 'good', returned: 'bad' };

interface Props {
  readonly campaign: string;
  readonly table: string;
  readonly opened: string | undefined;
  readonly onOpen: (copy?: string) => void;
}

/** 定稿: the table as it was filled in and signed, the newest first. */
export function Copies({ campaign, table, opened, onOpen }: Props) {
  const { t } = useTranslation('tables');
  const { data = [] } = useQuery(copiesQuery(campaign, table));
  return (
    <section aria-label={t('copies')}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('copies')}
      </Typography.Title>
      <Table<TableCopyLine>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={data}
        locale={{ emptyText: <Empty description={t('no-copies')} /> }}
        columns={[
          {
            key: 'asOf',
            title: t('as-of'),
            render: (_, { id, asOf }) => <TextButton onClick={() => onOpen(id)}>{instantText(asOf)}</TextButton>,
          },
          {
            key: 'status',
            title: t('state'),
            render: (_, { status }) => <StateTag tone={TONES[status]}>{t(`status.${status}`)}</StateTag>,
          },
          { key: 'filledBy', title: t('filled-by'), dataIndex: 'filledBy' },
          { key: 'decidedBy', title: t('decided-by'), render: (_, { decidedBy }) => decidedBy ?? '—' },
        ]}
      />
      <Drawer open={opened !== undefined} onClose={() => onOpen()} size={960} title={t('copy')} destroyOnHidden>
        {opened && <OneCopy campaign={campaign} id={opened} />}
      </Drawer>
    </section>
  );
}

function OneCopy({ campaign, id }: { readonly campaign: string; readonly id: string }) {
  const { t } = useTranslation('tables');
  const { data } = useQuery(copyQuery(campaign, id));
  if (!data) return null;
  const now = new Map(data.differences.map(({ row, column, is }) => [`${row} ${column}`, is]));
  return (
    <>
      {!data.intact && <Alert type="error" showIcon title={t('not-intact')} style={{ marginBlockEnd: 12 }} />}
      <ActList
        namespace="tables"
        id={id}
        version={data.version}
        offers={data.acts}
        propsOf={(act) => (act === 'approveTable' ? { type: 'primary' } : {})}
      />
      <Flex wrap gap="small" justify="space-between" style={{ marginBlockEnd: 8 }}>
        <span>
          <StateTag tone={TONES[data.status]}>{t(`status.${data.status}`)}</StateTag>
          {t('filled', { by: data.filledBy, at: instantText(data.filledAt) })}
          {data.decidedBy &&
            data.decidedAt &&
            ` · ${t('decided', { by: data.decidedBy, at: instantText(data.decidedAt) })}`}
        </span>
        <JobButton job={{ kind: 'exportTable', campaign, table: data.table, copy: id }} icon={<DownloadOutlined />}>
          {t('export')}
        </JobButton>
      </Flex>
      {data.note && <Typography.Paragraph className="break">{data.note}</Typography.Paragraph>}
      <Typography.Paragraph type="secondary">
        {data.differences.length === 0 ? t('same') : t('different', { count: data.differences.length })}
      </Typography.Paragraph>
      <FormTable table={data.content} now={now} />
      <Typography.Paragraph type="secondary" className="break" style={{ marginBlockStart: 8, fontSize: 12 }}>
        SHA-256 {data.sha256}
      </Typography.Paragraph>
    </>
  );
}
