import { Empty, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { StateTag, type Tone } from '../parts/StateTag';
import type { CaseFile } from './queries';

const TONES: Readonly<Record<string, Tone>> = {
  proposed: 'warning',
  accepted: 'good',
  refused: 'quiet',
  declined: 'bad',
  returned: 'bad',
};

/** Transfers to other authorities, each with its receipt and answer. */
export function TransfersTab({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['cases', 'domain']);
  const may = (act: string) => file.acts.some((each) => each.act === act && !each.withheld);
  return (
    <Table
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={file.transfers}
      locale={{ emptyText: <Empty description={t('transfers.empty')} /> }}
      columns={[
        { title: t('domain:field.to'), render: (_, { to }) => t(`domain:value.to.${to}`) },
        {
          title: t('state'),
          render: (_, { status }) => (
            <StateTag tone={TONES[status] ?? 'active'}>{t(`domain:transferStatus.${status}`)}</StateTag>
          ),
        },
        {
          title: t('domain:field.grounds'),
          render: (_, { grounds }) => (
            <div className="break" style={{ maxWidth: 360 }}>
              {grounds}
            </div>
          ),
        },
        {
          title: t('domain:field.receipt'),
          render: (_, { receipt, answer }) => [receipt, answer].filter(Boolean).join(' · '),
        },
        {
          title: '',
          render: (_, { id, status }) => {
            const form = { id: file.id, version: file.version, fixed: { transfer: id } };
            const isOffered = (act: string) => status === 'proposed' && may(act);
            return (
              <Flex gap="small">
                <ActButton act="orderTransfer" {...form} isOffered={isOffered('orderTransfer')} type="primary" />
                <ActButton act="refuseTransfer" {...form} isOffered={isOffered('refuseTransfer')} danger />
              </Flex>
            );
          },
        },
      ]}
    />
  );
}
