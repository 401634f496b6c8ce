import type { Schemas } from '@fundguard/client';
import { Descriptions, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { dayText } from '../parts/time';

/** A drafted campaign: its plan, its days, its phases. */
export function CampaignBrief({ campaign }: { readonly campaign: Schemas['Campaign'] }) {
  const { t } = useTranslation(['approvals', 'domain']);
  const items = [
    [t('domain:field.plan'), campaign.plan],
    [t('domain:field.start'), dayText(campaign.start)],
    [t('domain:field.end'), dayText(campaign.end)],
  ] as const;
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 17, marginBlock: '0 8px' }} className="break">
        {campaign.name}
      </Typography.Title>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, lg: 3 }}
        style={{ marginBlockEnd: 12 }}
        items={items.map(([label, children]) => ({ key: label, label, children }))}
      />
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={campaign.phases}
        columns={[
          { title: t('domain:field.phase'), render: (_, { name }) => said(name) },
          { title: t('domain:field.start'), render: (_, { start }) => (start ? dayText(start) : '–') },
          { title: t('domain:field.end'), render: (_, { end }) => (end ? dayText(end) : '–') },
          { title: t('as-given'), render: (_, { asGiven }) => asGiven },
        ]}
      />
    </>
  );
}
