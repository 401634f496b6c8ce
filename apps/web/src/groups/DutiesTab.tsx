import { useQuery } from '@tanstack/react-query';
import { Alert, AutoComplete, Flex, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useMay } from '../api/session';
import type { Campaign } from '../campaigns/queries';
import { FailureAlert } from '../parts/Failure';
import { said } from '../locales';
import { DutyTable } from './DutyTable';
import { dutiesQuery } from './queries';

/** 责任分工 of a campaign; what is overdue comes first. */
export function DutiesTab({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('groups');
  const may = useMay();
  const { data, error } = useQuery({ ...dutiesQuery({ campaign: campaign.id }), enabled: may('duty.own') });
  if (error && !data) return <FailureAlert error={error} />;
  if (!data) return <Skeleton active />;
  const late = data.filter(({ overdue }) => overdue).length;
  const tasks = campaign.phases.map(({ name }) => ({ value: said(name) }));
  return (
    <Flex vertical gap="middle">
      {late > 0 && <Alert type="error" showIcon title={t('duty.late', { count: late })} />}
      {may('campaign.coordinate') && (
        <div>
          <ActButton
            act="assignDuty"
            type="primary"
            fixed={{ campaign: campaign.id }}
            controls={{ task: <AutoComplete options={tasks} /> }}
          />
        </div>
      )}
      <DutyTable duties={data} empty={t('duty.empty')} />
    </Flex>
  );
}
