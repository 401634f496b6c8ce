import { useQuery } from '@tanstack/react-query';
import { Alert, Badge, Button, Empty, Flex, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JobWindow } from '../jobs/JobWindow';
import { isOpen as isAtWork, useJob } from '../jobs/queries';
import { FailureAlert } from '../parts/Failure';
import { AcceptList } from './AcceptList';
import { awaitingQuery } from './queries';
import { cellKey } from './states';
import type { Basket } from './useBasket';

/** One job takes no more at once. */
const MOST = 3_000;

interface Props {
  readonly campaign: string;
  /** Of the marked reports, how many still await review. */
  readonly count: number;
  readonly marked: Basket;
}

/** 批量通过: which reports, the asking again, then how far it got and what was skipped and why. */
export function AcceptBasket({ campaign, count, marked }: Props) {
  const { t } = useTranslation('progress');
  const [isOpen, setOpen] = useState(false);
  const running = useJob();
  const open = () => {
    if (running.job && !isAtWork(running.job)) running.forget();
    setOpen(true);
  };
  const begin = (obligations: string[]) =>
    running.begin({ kind: 'acceptReports', obligations }, { onSuccess: marked.empty });
  return (
    <>
      <Badge count={count} overflowCount={9_999}>
        <Button onClick={open}>{t('accept.title')}</Button>
      </Badge>
      <JobWindow kind="acceptReports" running={running} isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <Asking campaign={campaign} marked={marked} isPending={running.isPending} onBegin={begin} />}
      </JobWindow>
    </>
  );
}

interface AskingProps extends Pick<Props, 'campaign' | 'marked'> {
  readonly isPending: boolean;
  readonly onBegin: (obligations: string[]) => void;
}

function Asking({ campaign, marked, isPending, onBegin }: AskingProps) {
  const { t } = useTranslation('progress');
  const { data, error } = useQuery(awaitingQuery(campaign));
  if (error) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const all = data.filter((each) => marked.chosen.has(cellKey(each.unit, each)));
  if (all.length === 0) return <Empty description={t('accept.empty')} />;
  const now = all.slice(0, MOST);
  return (
    <Flex vertical gap="small">
      <Flex justify="space-between" align="center">
        <Typography.Text strong>{t('accept.count', { count: now.length })}</Typography.Text>
        <Button size="small" onClick={marked.empty}>
          {t('basket.clear')}
        </Button>
      </Flex>
      {all.length > MOST && <Alert type="warning" showIcon title={t('accept.most', { count: MOST })} />}
      <AcceptList reports={now} onRemove={(each) => marked.toggle(cellKey(each.unit, each))} />
      <Button type="primary" loading={isPending} onClick={() => onBegin(now.map(({ id }) => id))}>
        {t('accept.send', { count: now.length })}
      </Button>
    </Flex>
  );
}
