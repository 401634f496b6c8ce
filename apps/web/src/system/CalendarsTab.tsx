import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../api/session';
import { StateTag } from '../parts/StateTag';
import { instantText } from '../parts/time';
import { CalendarForm } from './CalendarForm';
import { Listing } from './Listing';
import { calendarsQuery } from './queries';

/** `/990000/` in parts: a calendar holds everywhere, so the administrator of the topmost region loads it. */
const ROOT_PARTS = 3;

/** 节假日: the years that are loaded, those that are provisional, and loading the next. */
export function CalendarsTab() {
  const { t } = useTranslation(['system', 'domain']);
  const calendars = useQuery(calendarsQuery);
  const may = useMay();
  const isRoot = useSession().person.region.split('/').length <= ROOT_PARTS;
  const [isOpen, setOpen] = useState(false);
  const missing = calendars.data?.missing ?? [];
  return (
    <>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('calendars.missing', { years: missing.join('、') })}
          description={t('calendars.missing-note')}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      {may('calendar.load') && (
        <Flex justify="end" style={{ marginBlockEnd: 12 }}>
          {isRoot ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('domain:act.loadCalendar')}
            </Button>
          ) : (
            <Typography.Text type="secondary">{t('calendars.root-only')}</Typography.Text>
          )}
        </Flex>
      )}
      <Listing
        query={calendars}
        rows={calendars.data?.items}
        rowKey={({ year }) => String(year)}
        empty={t('calendars.empty')}
        columns={[
          { title: t('domain:field.year'), dataIndex: 'year' },
          {
            title: t('calendars.notice'),
            render: (_, { notice }) => (
              <div className="break" style={{ maxWidth: 520 }}>
                {notice}
              </div>
            ),
          },
          {
            title: t('domain:field.holidays'),
            render: (_, { holidays }) => t('calendars.days', { count: holidays.length }),
          },
          {
            title: t('domain:field.workdays'),
            render: (_, { workdays }) => t('calendars.days', { count: workdays.length }),
          },
          {
            title: t('calendars.loaded'),
            render: (_, { loadedAt, byHand }) => (
              <>
                <StateTag tone="good">{t(byHand ? 'calendars.by-hand' : 'calendars.with-product')}</StateTag>{' '}
                {instantText(loadedAt)}
              </>
            ),
          },
        ]}
      />
      <Modal
        title={t('domain:act.loadCalendar')}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <CalendarForm year={missing[0]} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}
