import { useQuery } from '@tanstack/react-query';
import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { regionNameQuery } from '../api/organisation';
import { grouped } from './grouped';
import type { PlanUnit } from './queries';

/** How many units take part, by region and kind. */
export function UnitCounts({ units }: { readonly units: readonly PlanUnit[] }) {
  const { t } = useTranslation(['wizard', 'domain']);
  const { data: nameOf = (path: string) => path } = useQuery(regionNameQuery);
  const kinds = [...new Set(units.map(({ kind }) => kind))];
  const rows = [...grouped(units, ({ region }) => region)].map(([region, all]) => ({
    region,
    total: all.length,
    ...Object.fromEntries(kinds.map((kind) => [kind, all.filter((unit) => unit.kind === kind).length])),
  }));
  return (
    <>
      <Typography.Paragraph strong role="status">
        {t('scope.total', { count: units.length })}
        {kinds.length > 0 && '：'}
        {kinds
          .map((kind) => `${t(`domain:unitKind.${kind}`)} ${units.filter((unit) => unit.kind === kind).length}`)
          .join(t('comma'))}
      </Typography.Paragraph>
      {rows.length > 1 && (
        <Table
          size="small"
          rowKey="region"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 'max-content' }}
          style={{ marginBlockEnd: 16 }}
          columns={[
            { title: t('scope.region'), dataIndex: 'region', render: nameOf },
            ...kinds.map((kind) => ({ title: t(`domain:unitKind.${kind}`), dataIndex: kind, align: 'end' as const })),
            { title: t('scope.sum'), dataIndex: 'total', align: 'end' },
          ]}
        />
      )}
    </>
  );
}
