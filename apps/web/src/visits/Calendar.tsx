import { LeftOutlined, LockOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card, Empty, Flex, Grid, Skeleton, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { campaignQuery } from '../campaigns/queries';
import { said } from '../locales';
import { FailurePage } from '../parts/Failure';
import { dayText, today } from '../parts/time';
import { firstDay, lastDay, monthAfter, weeksOf } from './month';
import { type VisitLine, monthQuery } from './queries';
import { VisitStatusTag } from './VisitStatusTag';

interface Props {
  readonly campaign: string | undefined;
  readonly month: string | undefined;
  readonly onMonth: (month: string) => void;
}

/** 稽核检查日历 (R-CAMP-33): a month, week by week, by team and day; on a phone a list. What is secret is shown to whom the list shows it. */
export function Calendar({ campaign, month: asked = '', onMonth }: Props) {
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today().slice(0, 7);
  const { t } = useTranslation('visits');
  const isWide = Grid.useBreakpoint().md ?? true;
  const { data, error, refetch } = useQuery(monthQuery(month, campaign));
  if (error && !data) return <FailurePage error={error} again={() => void refetch()} />;
  return (
    <section aria-label={t('calendar.title')}>
      <Flex wrap gap="small" align="center" style={{ marginBlockEnd: 8 }}>
        <Button
          icon={<LeftOutlined />}
          aria-label={t('calendar.before')}
          onClick={() => onMonth(monthAfter(month, -1))}
        />
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }} aria-live="polite">
          {t('calendar.month', { month })}
        </Typography.Title>
        <Button
          icon={<RightOutlined />}
          aria-label={t('calendar.after')}
          onClick={() => onMonth(monthAfter(month, 1))}
        />
        <Button onClick={() => onMonth(today().slice(0, 7))}>{t('calendar.this-month')}</Button>
      </Flex>
      {campaign && <Phases campaign={campaign} month={month} />}
      {!data && <Skeleton active />}
      {data && data.length === 0 && <Empty description={t('calendar.empty')} />}
      {data && data.length > 0 && (isWide ? <Weeks month={month} visits={data} /> : <Days visits={data} />)}
    </section>
  );
}

/** The phases that the month lies in, beside what is inspected in them. */
function Phases({ campaign: id, month }: { readonly campaign: string; readonly month: string }) {
  const { t } = useTranslation('visits');
  const { data: campaign } = useQuery(campaignQuery(id));
  const held = (campaign?.phases ?? []).filter(
    ({ start, end }) => (start ?? campaign?.start ?? '') <= `${lastDay(month)}~` && (!end || end >= firstDay(month)),
  );
  if (held.length === 0) return null;
  return (
    <Typography.Paragraph type="secondary">
      {t('calendar.phases')}
      {held.map(({ name }) => said(name)).join('、')}
    </Typography.Paragraph>
  );
}

const teamOf = ({ team }: VisitLine): string => team.map(({ name }) => name).join('、');

function Weeks({ month, visits }: { readonly month: string; readonly visits: readonly VisitLine[] }) {
  const { t } = useTranslation('visits');
  return (
    <Flex vertical gap="small">
      {weeksOf(month).map((days) => {
        const own = visits.filter(({ day }) => days.includes(day));
        if (own.length === 0) return null;
        const week = t('calendar.week', { from: dayText(days[0] ?? ''), to: dayText(days.at(-1) ?? '') });
        return (
          <Card key={days[0]} size="small" title={week}>
            <Table
              aria-label={week}
              size="small"
              pagination={false}
              scroll={{ x: 'max-content' }}
              rowKey="team"
              dataSource={[...new Set(own.map(teamOf))].sort().map((team) => ({ team }))}
              columns={[
                { key: 'team', title: t('team'), dataIndex: 'team', width: 160, rowScope: 'row' },
                ...days.map((day) => ({
                  key: day,
                  title: `${t(`calendar.weekday.${days.indexOf(day) + 1}`)} ${day.slice(5)}`,
                  width: 130,
                  ...(day === today() ? { className: 'calendar-today' } : {}),
                  render: (_: unknown, { team }: { team: string }) =>
                    own
                      .filter((each) => each.day === day && teamOf(each) === team)
                      .map((each) => <VisitLink key={each.id} visit={each} />),
                })),
              ]}
            />
          </Card>
        );
      })}
    </Flex>
  );
}

function Days({ visits }: { readonly visits: readonly VisitLine[] }) {
  return (
    <Flex vertical gap="small">
      {[...new Set(visits.map(({ day }) => day))].map((day) => (
        <Card key={day} size="small" title={dayText(day)}>
          {visits
            .filter((each) => each.day === day)
            .map((each) => (
              <div key={each.id}>
                <VisitLink visit={each} />
                <Typography.Text type="secondary">{teamOf(each)}</Typography.Text>
              </div>
            ))}
        </Card>
      ))}
    </Flex>
  );
}

function VisitLink({ visit: { id, unitName, hours, status, isSecret } }: { readonly visit: VisitLine }) {
  const { t } = useTranslation('visits');
  return (
    <Flex wrap gap={4} align="center" style={{ marginBlockEnd: 4 }}>
      <Link to="/visits/$id" params={{ id }} className="break" style={{ maxWidth: 200 }}>
        {isSecret && (
          <span title={t('secret')} aria-label={t('secret')}>
            <LockOutlined />{' '}
          </span>
        )}
        {unitName}
      </Link>
      {hours && <Typography.Text type="secondary">{hours}</Typography.Text>}
      <VisitStatusTag status={status} />
    </Flex>
  );
}
