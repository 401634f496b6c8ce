import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../parts/Failure';
import { instantText, spanTo } from '../parts/time';
import { DutyCard } from './DutyCard';
import { type Duty, dutiesQuery } from './queries';
import { Receipt } from './Receipt';

/** Further ahead it is no duty of today. */
const DAYS_AHEAD = 7;

const isNow = ({ status, due }: Duty): boolean => {
  const { past, days } = spanTo(due);
  return status !== 'open' || past || days < DAYS_AHEAD;
};

export function Today() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(dutiesQuery);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [early, setEarly] = useState<readonly string[]>([]);
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const isShown = (duty: Duty) => isNow(duty) || early.includes(duty.id);
  const now = data.filter(isShown);
  const later = data.filter((duty) => !isShown(duty));
  return (
    <Flex vertical gap="middle" style={{ maxWidth: 1080 }}>
      {sent.map((id) => (
        <Receipt key={id} id={id} onClose={() => setSent(sent.filter((each) => each !== id))} />
      ))}
      {now.length === 0 && <Empty description={t('nothing-owed')} />}
      {now.map((duty, index) => (
        <DutyCard
          key={duty.id}
          duty={duty}
          isOpen={index === 0 || early.includes(duty.id)}
          onSent={() => setSent([duty.id, ...sent])}
        />
      ))}
      {later.length > 0 && (
        <Card size="small" title={t('later')}>
          {later.map(({ id, name, campaignName, due }) => (
            <Flex key={id} wrap gap="small" align="center" justify="space-between">
              <span className="break">
                <strong>{name}</strong> {t('by', { due: instantText(due) })}{' '}
                <Typography.Text type="secondary">{campaignName}</Typography.Text>
              </span>
              <Button size="small" onClick={() => setEarly([...early, id])}>
                {t('early')}
              </Button>
            </Flex>
          ))}
        </Card>
      )}
    </Flex>
  );
}
