import { Link } from '@tanstack/react-router';
import { Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { StateTag } from '../parts/StateTag';
import { dayText } from '../parts/time';
import type { Duty } from './queries';

interface Props {
  readonly duties: Duty[];
  readonly empty: string;
  /** Of several campaigns: each is named. */
  readonly isOwn?: boolean;
}

/** Tasks with who leads, who supports, the person and the day. */
export function DutyTable({ duties, empty, isOwn = false }: Props) {
  const { t } = useTranslation('groups');
  const long = (text: string) => (
    <span className="break" style={{ display: 'block', maxWidth: 280 }}>
      {text}
    </span>
  );
  return (
    <Table
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={duties}
      locale={{ emptyText: empty }}
      columns={[
        { key: 'task', title: t('duty.task'), render: (_, { task }) => long(task) },
        ...(isOwn
          ? [
              {
                key: 'campaign',
                title: t('duty.campaign'),
                render: (_: unknown, { campaign, campaignName }: Duty) => (
                  <Link to="/campaigns/$id/groups" params={{ id: campaign }} search={{ tab: 'duties' }}>
                    {long(campaignName)}
                  </Link>
                ),
              },
            ]
          : []),
        { key: 'lead', title: t('duty.lead'), render: (_, { lead }) => long(lead) },
        { key: 'supporting', title: t('duty.supporting'), render: (_, { supporting }) => long(supporting.join('、')) },
        { key: 'person', title: t('duty.person'), dataIndex: 'person' },
        { key: 'due', title: t('duty.due'), render: (_, { due }) => <span className="nowrap">{dayText(due)}</span> },
        {
          key: 'state',
          title: t('duty.state'),
          render: (_, { status, overdue }) =>
            overdue ? (
              <StateTag tone="bad">{t('duty.overdue')}</StateTag>
            ) : (
              <StateTag tone={status === 'done' ? 'good' : 'active'}>{t(`duty.${status}`)}</StateTag>
            ),
        },
        { key: 'outcome', title: t('duty.outcome'), render: (_, { outcome }) => long(outcome ?? '') },
        {
          key: 'acts',
          title: '',
          render: (_, { id, version, acts }) => (
            <Flex gap="small">
              {acts
                .filter(({ withheld }) => !withheld)
                .map(({ act }) => (
                  <ActButton key={act} act={act as ActName} id={id} version={version} />
                ))}
            </Flex>
          ),
        },
      ]}
    />
  );
}
