import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { said } from '../locales';
import { DueText } from '../parts/DueText';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { Listing } from './Listing';
import { type Duty, timetableQuery } from './queries';

/** 定时任务, in words: what falls due by itself, when next, and for how many. */
export function TimetableTab() {
  const { t } = useTranslation(['system', 'domain']);
  const timetable = useQuery(timetableQuery);
  const may = useMay();
  const when = ({ cadence, next }: Duty) =>
    cadence
      ? t('timetable.recurs', { cadence, next: instantText(next) })
      : t('timetable.once', { next: instantText(next) });
  return (
    <>
      <Typography.Paragraph type="secondary">{t('timetable.note')}</Typography.Paragraph>
      <Listing
        query={timetable}
        rows={timetable.data?.duties}
        rowKey={({ campaign, source }) => `${campaign} ${source}`}
        empty={t('timetable.no-duties')}
        columns={[
          { title: t('timetable.duty'), render: (_, { name }) => said(name) },
          { title: t('timetable.when'), render: (_, duty) => when(duty) },
          {
            title: t('timetable.due'),
            render: (_, { next, provisional }) => (
              <>
                <DueText due={next} /> {provisional && <StateTag tone="warning">{t('timetable.provisional')}</StateTag>}
              </>
            ),
          },
          { title: t('timetable.units'), dataIndex: 'units' },
          {
            title: t('timetable.campaign'),
            render: (_, { campaign, title }) => (
              <div className="break" style={{ maxWidth: 260 }}>
                {may('campaign.read') ? <Link to={placeOf(campaign)}>{title}</Link> : title}
              </div>
            ),
          },
        ]}
      />
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('timetable.limits')}
      </Typography.Title>
      <Listing
        query={timetable}
        rows={timetable.data?.limits}
        rowKey={({ clock }) => clock}
        empty={t('timetable.no-limits')}
        columns={[
          { title: t('timetable.limit'), render: (_, { clock }) => t(`domain:clock.${clock}`) },
          { title: t('timetable.next'), render: (_, { next }) => (next ? <DueText due={next} /> : '–') },
          { title: t('timetable.running'), dataIndex: 'running' },
          {
            title: t('timetable.missed'),
            render: (_, { missed }) => (missed > 0 ? <StateTag tone="bad">{missed}</StateTag> : 0),
          },
        ]}
      />
    </>
  );
}

const placeOf = (campaign: string): string => `/campaigns/${campaign}`;
