import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { legalBasesQuery } from './queries';

/** 政策法规依据 (R-MECH-07). */
export function LegalBases() {
  const { t } = useTranslation('rules');
  const { data, error, refetch } = useQuery(legalBasesQuery);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const lines = (texts: readonly string[]) => texts.map((text) => <div key={text}>{text}</div>);
  return (
    <Table
      rowKey="name"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={data}
      columns={[
        {
          key: 'name',
          title: t('name'),
          render: (_, { name }) => (
            <span className="break" style={{ display: 'block', maxWidth: 320 }}>
              {name}
            </span>
          ),
        },
        { key: 'number', title: t('number'), render: (_, { number }) => number ?? '—' },
        {
          key: 'articles',
          title: t('articles'),
          render: (_, { articles }) => lines([...new Set(articles.map(({ article }) => article))]),
        },
        {
          key: 'plans',
          title: t('plans'),
          render: (_, { plans }) => lines([...new Set(plans.map(({ name }) => name))]),
        },
        { key: 'rules', title: t('rules'), render: (_, { rules }) => lines([...new Set(rules)]) },
      ]}
    />
  );
}
