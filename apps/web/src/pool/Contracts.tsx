import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Empty, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { LoadingPage } from '../parts/LoadingPage';
import { dayText } from '../parts/time';
import { contractsQuery } from './queries';

/** 第三方合同: people, scope, term and results of each (R-ORG-14). */
export function Contracts() {
  const { t } = useTranslation('pool');
  const { data, error, refetch } = useQuery(contractsQuery);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  if (data.length === 0) return <Empty description={t('contracts.empty')} />;
  return (
    <Flex vertical gap="middle">
      {data.map(({ contract, employer, people, results }) => (
        <Card key={`${contract} ${employer}`} size="small" title={`${contract} · ${employer}`}>
          {people.map(({ id, name, scope, from, until }) => (
            <Typography.Paragraph key={id} className="break" style={{ marginBlockEnd: 4 }}>
              {name}：{scope}（{dayText(from)} – {dayText(until)}）
            </Typography.Paragraph>
          ))}
          <Table
            rowKey={({ visit, name, part }) => `${visit} ${name} ${part}`}
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={results}
            locale={{ emptyText: t('contracts.no-results') }}
            columns={[
              { key: 'day', title: t('contracts.day'), render: (_, { day }) => dayText(day) },
              {
                key: 'unit',
                title: t('contracts.unit'),
                render: (_, { visit, unitName }) => (
                  <Link to="/visits/$id" params={{ id: visit }}>
                    {unitName}
                  </Link>
                ),
              },
              { key: 'campaign', title: t('contracts.campaign'), dataIndex: 'campaignName' },
              { key: 'name', title: t('name'), dataIndex: 'name' },
              { key: 'part', title: t('contracts.part'), dataIndex: 'part' },
              { key: 'result', title: t('contracts.result'), dataIndex: 'result' },
            ]}
          />
        </Card>
      ))}
    </Flex>
  );
}
