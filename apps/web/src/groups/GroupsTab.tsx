import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Empty, Flex, Form, Input, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import { useMay } from '../api/session';
import type { Campaign } from '../campaigns/queries';
import { FailureAlert } from '../parts/Failure';
import { today } from '../parts/time';
import { GroupCard } from './GroupCard';
import { groupsQuery } from './queries';
import { useVacancies } from './seats';

/** The groups on a day: today's make-up, or who sat there then. */
export function GroupsTab({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('groups');
  const { id } = campaign;
  const { on } = useSearch({ from: '/app/campaigns/$id/groups' });
  const navigate = useNavigate();
  const { data: groups, error } = useQuery({ ...groupsQuery(id, on), placeholderData: (before) => before });
  const mayAppoint = useMay()('campaign.coordinate') && campaign.status !== 'closed' && campaign.status !== 'stopped';
  const vacancies = useVacancies()(groups ?? []);
  if (error) return <FailureAlert error={error} />;
  if (!groups) return <Skeleton active />;
  return (
    <Flex vertical gap="middle">
      <Flex wrap gap="small" justify="space-between">
        <Form.Item label={t('on')} htmlFor="groups-on" style={{ margin: 0 }}>
          <Input
            id="groups-on"
            type="date"
            style={{ width: 160 }}
            value={on ?? today()}
            onChange={({ target: { value } }) =>
              void navigate({
                to: '/campaigns/$id/groups',
                params: { id },
                search: value && value !== today() ? { on: value } : {},
                replace: true,
              })
            }
          />
        </Form.Item>
        {mayAppoint && <ActButton act="addGroup" fixed={{ campaign: id }} initial={{ kind: 'workingGroup' }} />}
      </Flex>
      {vacancies.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('vacancies', { count: vacancies.length, seats: vacancies.join('、') })}
        />
      )}
      {groups.length === 0 && <Empty description={t('empty')} />}
      {groups.map((group) => (
        <GroupCard key={group.id} group={group} campaign={id} mayAppoint={mayAppoint} />
      ))}
    </Flex>
  );
}
