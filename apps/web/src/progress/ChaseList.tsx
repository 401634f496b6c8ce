import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Skeleton, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../parts/Failure';
import { StateTag, type Tone } from '../parts/StateTag';
import { instantText, shortText } from '../parts/time';
import { type Chase, chasesQuery } from './queries';

const MAIL: Readonly<Record<Chase['units'][number]['mail'], Tone>> = {
  none: 'quiet',
  waiting: 'active',
  sent: 'good',
  failed: 'bad',
  uncertain: 'warning',
};

/** Every chase, newest first: who was told, who read it, how far the e-mail got, and who was skipped and why. */
export function ChaseList({ campaign, unit }: { readonly campaign: string; readonly unit?: string }) {
  const { t } = useTranslation(['progress', 'shell']);
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery(chasesQuery(campaign, unit));
  if (error) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const chases = data.pages.flatMap(({ items }) => items);
  if (chases.length === 0) return <Empty description={t(unit ? 'chases.none-unit' : 'chases.none')} />;
  return (
    <Flex vertical gap="middle">
      {chases.map((chase) => (
        <OneChase key={chase.id} chase={chase} />
      ))}
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {t('shell:more')}
        </Button>
      )}
    </Flex>
  );
}

const MANY = 20;

function OneChase({ chase: { at, by, message, units, skipped } }: { readonly chase: Chase }) {
  const { t } = useTranslation('progress');
  const read = units.filter(({ readAt }) => readAt).length;
  const paged = (count: number) => (count > MANY ? { pageSize: MANY, size: 'small' as const } : (false as const));
  return (
    <Card
      size="small"
      title={`${instantText(at)} · ${by}`}
      extra={t('chases.counts', { told: units.length, read, skipped: skipped.length })}
    >
      {message && <Typography.Paragraph className="break">{message}</Typography.Paragraph>}
      {units.length > 0 && (
        <Table
          size="small"
          rowKey="unit"
          pagination={paged(units.length)}
          dataSource={units}
          columns={[
            { title: t('chases.told'), dataIndex: 'name' },
            {
              title: t('chases.inbox'),
              render: (_, { readAt }) => (
                <StateTag tone={readAt ? 'good' : 'quiet'}>
                  {readAt ? t('chases.read', { at: shortText(readAt) }) : t('chases.unread')}
                </StateTag>
              ),
            },
            {
              title: t('chases.mail'),
              render: (_, { mail }) => <StateTag tone={MAIL[mail]}>{t(`mail.${mail}`)}</StateTag>,
            },
          ]}
        />
      )}
      {skipped.length > 0 && (
        <Table
          size="small"
          rowKey="unit"
          pagination={paged(skipped.length)}
          dataSource={skipped}
          columns={[
            { title: t('chases.skipped'), render: (_, { name, unit }) => name ?? unit },
            { title: t('chases.why'), render: (_, { why }) => t(`skip.${why}`) },
          ]}
        />
      )}
    </Card>
  );
}
