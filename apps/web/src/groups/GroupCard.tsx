import { Card, Collapse, Flex, Select, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../acts/ActButton';
import type { ActName } from '../acts/schema';
import { said } from '../locales';
import { dayText, today } from '../parts/time';
import type { Appointment, Group } from './queries';
import { useSeatName } from './seats';

interface Props {
  readonly group: Group;
  readonly campaign: string;
  readonly mayAppoint: boolean;
}

/** One group: who sits in it on the day that is looked at, and folded away who did before or will after. */
export function GroupCard({ group, campaign, mayAppoint }: Props) {
  const { t } = useTranslation(['groups', 'domain']);
  const { id, kind, name, area, duties, ofPlan, sitting, past, vacant } = group;
  return (
    <Card
      size="small"
      title={
        <Flex wrap gap="small" align="center">
          <span className="break">{said(name)}</span>
          <Tag>{t(`domain:value.kind.${kind}`)}</Tag>
          {!ofPlan && <Tag>{t('added')}</Tag>}
        </Flex>
      }
      extra={
        mayAppoint && (
          <ActButton
            act="appointPerson"
            fixed={{ campaign, group: id }}
            initial={{ seat: vacant[0]?.id ?? 'member', from: today() }}
            controls={{ seat: <SeatPicker group={group} /> }}
          />
        )
      }
    >
      {area && <Typography.Paragraph>{t('area', { area })}</Typography.Paragraph>}
      {duties.length > 0 && <Typography.Paragraph type="secondary">{duties.join('；')}</Typography.Paragraph>}
      <Sitting group={group} appointments={sitting} />
      {past.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'past',
              label: t('past', { count: past.length }),
              children: <Sitting group={group} appointments={past} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Sitting({ group, appointments }: { readonly group: Group; readonly appointments: readonly Appointment[] }) {
  const { t } = useTranslation('groups');
  const seatName = useSeatName();
  const isChanged = appointments.some(({ endedBecause }) => endedBecause);
  return (
    <Table
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={inOrder(group, appointments)}
      locale={{ emptyText: t('nobody') }}
      columns={[
        {
          key: 'seat',
          title: t('seat'),
          render: (_, { seat }) => (
            <span className="break" style={{ display: 'block', maxWidth: 260 }}>
              {seatName(group, seat)}
            </span>
          ),
        },
        { key: 'name', title: t('name'), dataIndex: 'name' },
        { key: 'employer', title: t('employer'), render: (_, { employer }) => employer ?? '' },
        { key: 'post', title: t('post'), render: (_, { post }) => post ?? '' },
        { key: 'phone', title: t('phone'), render: (_, { phone }) => phone ?? '' },
        {
          key: 'days',
          title: t('days'),
          render: (_, { from, until }) =>
            until
              ? t('days-closed', { from: dayText(from), until: dayText(until) })
              : t('days-open', { from: dayText(from) }),
        },
        ...(isChanged
          ? [
              {
                key: 'because',
                title: t('because'),
                render: (_: unknown, { endedBecause }: Appointment) => endedBecause ?? '',
              },
            ]
          : []),
        {
          key: 'acts',
          title: '',
          render: (_, { id, version, acts }) => (
            <Flex gap="small">
              {acts
                .filter(({ withheld }) => !withheld)
                .map(({ act }) => (
                  <ActButton
                    key={act}
                    act={act as ActName}
                    id={id}
                    version={version}
                    danger={act === 'relieveAppointee'}
                    initial={act === 'relieveAppointee' ? { until: today() } : { from: today() }}
                  />
                ))}
            </Flex>
          ),
        },
      ]}
    />
  );
}

/** The leader first, then the deputies and members as the plan has them. */
function inOrder({ seats }: Group, appointments: readonly Appointment[]): Appointment[] {
  const place = (seat: string) => seats.findIndex(({ id }) => id === seat);
  return [...appointments].sort(
    (one, other) => place(one.seat) - place(other.seat) || one.from.localeCompare(other.from),
  );
}

function SeatPicker({ group, ...field }: { readonly group: Group; readonly id?: string }) {
  const { t } = useTranslation('groups');
  const seatName = useSeatName();
  const options = group.seats.map(({ id, words }) => ({
    value: id,
    label: words || id === 'leader' ? seatName(group, id) : t('other', { kind: seatName(group, id) }),
  }));
  return <Select {...field} options={options} showSearch={{ optionFilterProp: 'label' }} />;
}
