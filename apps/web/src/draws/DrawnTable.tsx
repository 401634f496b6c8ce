import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { regionNameQuery } from '../api/organisation';
import { useMay } from '../api/session';
import { DataTable } from '../parts/DataTable';
import { StateTag } from '../parts/StateTag';
import { drawnQuery } from './queries';

interface Props {
  readonly id: string;
  readonly hasTeams: boolean;
}

/** 抽中名单, in the order of the draw. */
export function DrawnTable({ id, hasTeams }: Props) {
  const { t } = useTranslation('draws');
  const query = useInfiniteQuery(drawnQuery(id));
  const maySee = useMay()('organisation.read');
  const { data: regionName = (path: string) => path } = useQuery({ ...regionNameQuery, enabled: maySee });
  return (
    <Card size="small" title={t('drawn-list')} style={{ marginBlockStart: 16 }}>
      <DataTable
        name="drawn"
        query={query}
        rowKey="id"
        empty={t('nothing-drawn')}
        columns={[
          {
            key: 'name',
            title: t('candidate'),
            render: (_, { name }) => (
              <span className="break" style={{ display: 'block', maxWidth: 360 }}>
                {name}
              </span>
            ),
          },
          { key: 'area', title: t('area'), render: (_, { area }) => (area ? regionName(area) : '—') },
          { key: 'stratum', title: t('stratum'), dataIndex: 'stratum' },
          ...(hasTeams
            ? [
                {
                  key: 'team',
                  title: t('team'),
                  render: (_: unknown, { team }: { readonly team: number | null }) =>
                    team ? t('team-number', { number: team }) : <StateTag tone="bad">{t('no-team')}</StateTag>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
