import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Collapse, Descriptions, Empty, Flex, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { FailureAlert } from '../parts/Failure';
import { PlanParts } from '../plans/PlanContent';
import { useFactRows } from './facts';
import { History } from './History';
import { PlanPaper } from './PlanPaper';
import { type CampaignDocument, documentQuery } from './queries';

/** 文件: what the campaign's own document says, and behind it all that its plan does. */
export function DocumentCard({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('documents');
  const { data, error } = useQuery(documentQuery(campaign));
  return (
    <Card
      size="small"
      title={t('title')}
      extra={data && <Acts campaign={campaign} document={data} />}
      style={{ marginBlockStart: 16 }}
    >
      {error && !data && <FailureAlert error={error} />}
      {!data && !error && <Skeleton active />}
      {data && <Facts document={data} />}
    </Card>
  );
}

function Acts({ campaign, document }: { readonly campaign: string; readonly document: CampaignDocument }) {
  const { own, mayRecord, suggested = {} } = document;
  return (
    <>
      <ActButton act="recordDocument" isOffered={mayRecord} fixed={{ campaign }} initial={suggested} />
      {own && (
        <ActButton
          act="correctDocument"
          isOffered={own.acts.some(({ act }) => act === 'correctDocument')}
          id={own.id}
          version={own.version}
          initial={own.facts}
        />
      )}
    </>
  );
}

function Facts({ document }: { readonly document: CampaignDocument }) {
  const { t } = useTranslation('documents');
  const { own, isPartly, history, plan } = document;
  const rows = useFactRows(document);
  const panels = [
    ...(isPartly ? [] : [{ key: 'paper', label: t('plan-paper'), children: <PlanPaper plan={plan} /> }]),
    ...(plan.content
      ? [{ key: 'content', label: t('plan-content'), children: <PlanParts content={plan.content} /> }]
      : []),
    ...(history.length > 0
      ? [
          {
            key: 'history',
            label: t('history', { count: history.length }),
            children: <History versions={history} />,
          },
        ]
      : []),
  ];
  return (
    <Flex vertical gap="middle">
      {!own && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />}
      {isPartly && <Alert type="info" showIcon title={t('partly')} />}
      {rows.length > 0 && (
        <Descriptions
          bordered
          size="small"
          column={1}
          styles={{ label: { width: 160 }, content: { overflowWrap: 'anywhere' } }}
          items={rows.map(([key, label, children]) => ({ key, label, children }))}
        />
      )}
      {panels.length > 0 && <Collapse size="small" items={panels} />}
    </Flex>
  );
}
