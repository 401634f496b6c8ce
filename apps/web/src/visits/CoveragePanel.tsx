import { useQuery } from '@tanstack/react-query';
import { Card, Collapse, Flex, Progress, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../parts/StateTag';
import { type Coverage, coverageQuery } from './queries';

/** Of everybody once; 不低于 1.5 次／家. */
const WANTED = 1.5;

/** 全覆盖: how many of whom were inspected, how often, and who is left. */
export function CoveragePanel({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation('visits');
  const { data } = useQuery(coverageQuery(campaign));
  if (!data) return <Card size="small" loading style={{ marginBlockEnd: 16 }} />;
  const percent = data.institutions > 0 ? Math.floor((data.inspected * 100) / data.institutions) : 0;
  return (
    <Card size="small" title={t('coverage.title')} style={{ marginBlockEnd: 16 }}>
      <Flex wrap gap="large" align="center">
        <Statistic title={t('coverage.inspected')} value={data.inspected} suffix={`/ ${data.institutions}`} />
        <Statistic title={t('coverage.average', { wanted: WANTED })} value={data.average} precision={2} />
        <Statistic title={t('coverage.planned')} value={data.planned} />
        <Statistic title={t('coverage.elsewhere')} value={data.elsewhere} />
      </Flex>
      <Progress percent={percent} aria-label={t('coverage.title')} />
      {data.notYet.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'left',
              label: t('coverage.not-yet', { count: data.notYet.length }),
              children: <Left left={data.notYet} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Left({ left }: { readonly left: Coverage['notYet'] }) {
  const { t } = useTranslation('visits');
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {left.map(({ unit, name, keyTarget, isPlanned, elsewhere }) => (
        <li key={unit}>
          {name} {keyTarget && <StateTag tone="bad">{t('coverage.key-target')}</StateTag>}
          {isPlanned && <StateTag tone="active">{t('coverage.is-planned')}</StateTag>}
          {elsewhere && <StateTag tone="warning">{t('coverage.is-elsewhere')}</StateTag>}
        </li>
      ))}
    </ul>
  );
}
