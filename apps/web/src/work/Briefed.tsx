import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Segmented, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { api } from '../api/api';
import { StateTag } from '../parts/StateTag';
import { dayText, instantText } from '../parts/time';
import { ListedUnitsPicker } from './pickers';
import { type Work, briefedQuery } from './queries';

const SHOWN = ['left', 'reached'] as const;

/** 送达情况: whom a briefing has not reached yet, and who has confirmed it (R-PUB-03). */
export function Briefed({ work }: { readonly work: Work }) {
  const { t } = useTranslation(['work', 'domain', 'shell']);
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('left');
  const left = useInfiniteQuery(briefedQuery(work.id, false));
  const reached = useInfiniteQuery(briefedQuery(work.id, true));
  const query = shown === 'left' ? left : reached;
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const choices = (of: typeof left) =>
    (of.data?.pages.flatMap(({ items }) => items) ?? [])
      .filter(({ confirmedAt }) => !confirmedAt)
      .map(({ unit, name }) => ({ value: unit, label: name }));
  return (
    <section aria-label={t('briefed')} style={{ marginBlockStart: 16 }}>
      <Flex wrap gap="small" align="center" justify="space-between">
        <Typography.Text strong>
          {t('tally', { units: work.units, reached: work.reached, confirmed: work.confirmed })}
        </Typography.Text>
        {work.mayReach && (
          <Flex wrap gap="small">
            <ActButton
              act="reachUnits"
              id={work.id}
              type="primary"
              initial={{ reachedOn: work.heldOn, channel: work.channel }}
              controls={{ units: <ListedUnitsPicker units={choices(left)} /> }}
              {...(work.reached < work.units ? {} : { withheld: t('all-reached') })}
            />
            {work.reached > work.confirmed && (
              <ActButton
                act="withdrawReach"
                id={work.id}
                danger
                controls={{ units: <ListedUnitsPicker units={choices(reached)} /> }}
              />
            )}
          </Flex>
        )}
      </Flex>
      <Segmented
        style={{ marginBlock: 8 }}
        value={shown}
        onChange={setShown}
        options={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
      />
      <Table
        size="small"
        rowKey="unit"
        pagination={false}
        loading={query.isPending}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t(shown === 'left' ? 'all-reached' : 'none-reached') }}
        columns={[
          { title: t('unit'), render: (_, { name }) => <span className="break">{name}</span> },
          {
            title: t('how'),
            render: (_, { reachedOn, channel }) =>
              reachedOn && channel ? `${dayText(reachedOn)} ${t(`domain:value.channel.${channel}`)}` : '—',
          },
          {
            title: t('receipt'),
            render: (_, { reachedOn, confirmedAt }) =>
              confirmedAt ? (
                <StateTag tone="good">{instantText(confirmedAt)}</StateTag>
              ) : (
                reachedOn && <StateTag tone="warning">{t('to-confirm')}</StateTag>
              ),
          },
        ]}
      />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more')}</Button>}
    </section>
  );
}

/** 回执, by the unit itself. */
export function Receipt({ work }: { readonly work: Work }) {
  const { t } = useTranslation('work');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.POST('/api/v1/work-records/{id}/receipt', { params: { path: { id: work.id } } }),
    onSuccess: () => {
      void message.success(t('confirmed'));
      void client.invalidateQueries({ queryKey: ['work'] });
    },
    onError: (error) => void message.error(error.message),
  });
  const { reachedOn = null, confirmedAt = null } = work.receipt ?? {};
  if (!reachedOn || confirmedAt) return null;
  return (
    <Button type="primary" loading={isPending} onClick={() => mutate()} style={{ marginBlockEnd: 16 }}>
      {t('confirm')}
    </Button>
  );
}
