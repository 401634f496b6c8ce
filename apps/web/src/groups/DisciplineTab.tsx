import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Skeleton, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useMay } from '../api/session';
import { said } from '../locales';
import { FailureAlert } from '../parts/Failure';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { disciplineQuery } from './queries';

/** 检查纪律: read and acknowledged before the first act of an inspector; who has not is listed for who coordinates. */
export function DisciplineTab({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation(['groups', 'domain']);
  const may = useMay();
  const { data, error } = useQuery(disciplineQuery(campaign));
  if (error && !data) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const { name, rules, declaration, source, acknowledgedAt, document, people } = data;
  return (
    <Flex vertical gap="middle">
      <Card size="small" title={said(name)}>
        <ol style={{ paddingInlineStart: 20 }}>
          {rules.map((rule) => (
            <li key={rule.id}>{said(rule)}</li>
          ))}
        </ol>
        <Typography.Paragraph strong>{said(declaration)}</Typography.Paragraph>
        <Typography.Paragraph type="secondary" className="break">
          {t('discipline.source', { document, source })}
        </Typography.Paragraph>
        {acknowledgedAt ? (
          <Alert type="success" showIcon title={t('discipline.done', { at: instantText(acknowledgedAt) })} />
        ) : (
          may('note.acknowledge') && (
            <ActButton act="acknowledgeDiscipline" type="primary" fixed={{ campaign, document }} />
          )
        )}
      </Card>
      {may('campaign.coordinate') && (
        <Card size="small" title={t('discipline.people', { count: people.filter(({ at }) => !at).length })}>
          <Table
            rowKey="account"
            size="small"
            pagination={false}
            dataSource={people}
            columns={[
              { key: 'name', title: t('name'), dataIndex: 'name' },
              {
                key: 'at',
                title: t('discipline.state'),
                render: (_, { at }) => (
                  <StateTag tone={at ? 'good' : 'warning'}>{at ? instantText(at) : t('discipline.not-yet')}</StateTag>
                ),
              },
            ]}
          />
        </Card>
      )}
    </Flex>
  );
}
