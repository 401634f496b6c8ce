import { useQuery } from '@tanstack/react-query';
import { Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { StateTag } from '../parts/StateTag';
import { aboutQuery, healthQuery } from './queries';

/** 运行状态 and what this installation is. */
export function HealthTab() {
  const { t } = useTranslation('system');
  const { data: health, error, refetch } = useQuery(healthQuery);
  const { data: about } = useQuery(aboutQuery);
  if (error && !health) return <FailurePage error={error} again={() => void refetch()} />;
  const state = (answers: boolean | undefined) =>
    answers === undefined ? (
      t('health.asking')
    ) : (
      <StateTag tone={answers ? 'good' : 'bad'}>{t(answers ? 'health.answers' : 'health.silent')}</StateTag>
    );
  const rows = [
    ['health.database', state(health?.database)],
    ['health.workflows', state(health?.workflows)],
    ['version', about?.version],
    ['about.license', about?.license],
    ['about.node', about?.node],
    [
      'about.api',
      <a key="api" href="/api/v1/docs" target="_blank" rel="noreferrer">
        /api/v1/docs
      </a>,
    ],
  ] as const;
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={rows.map(([key, children]) => ({ key, label: t(key), children }))}
      />
      {health && !health.workflows && (
        <Typography.Paragraph type="secondary" style={{ marginBlockStart: 12 }}>
          {t('health.degraded')}
        </Typography.Paragraph>
      )}
    </>
  );
}
