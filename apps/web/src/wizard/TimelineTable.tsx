import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import { dayText, instantText } from '../parts/time';
import { dayOf, isWorked } from './days';
import type { Schedule } from './queries';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly words: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly provisional: boolean;
  readonly reading: boolean;
}

/** The table twin: the document's own words beside the instants they are read as. */
export function TimelineTable({ schedule }: { readonly schedule: Schedule }) {
  const { t } = useTranslation('wizard');
  const rows: Row[] = [
    ...schedule.phases.map(({ id, name, asGiven = '', start, end, startIsReading = false }) => ({
      ...{
        key: id,
        what: said(name),
        words: asGiven,
        from: start,
        to: end,
        provisional: false,
        reading: startIsReading,
      },
    })),
    ...schedule.duties.map(({ source, period, name, asGiven = '', due, provisional }) => ({
      ...{ key: `${source} ${period}`, what: said(name), words: asGiven, from: undefined, to: due, provisional },
      reading: false,
    })),
  ];
  return (
    <Table<Row>
      size="small"
      rowKey="key"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('table.what'), dataIndex: 'what', className: 'wizard-wrap' },
        { title: t('table.words'), dataIndex: 'words' },
        {
          title: t('table.from'),
          render: (_, { from, reading }) => from && `${dayText(dayOf(from))}${reading ? ` ${t('table.reading')}` : ''}`,
        },
        { title: t('table.to'), render: (_, { to }) => to && instantText(to) },
        {
          title: t('table.mark'),
          render: (_, { to, provisional }) => (
            <>
              {to && !isWorked(schedule, dayOf(to)) && <StateTag tone="quiet">{t('table.rest')}</StateTag>}
              {provisional && <StateTag tone="warning">⚠ {t('provisional')}</StateTag>}
            </>
          ),
        },
      ]}
    />
  );
}
