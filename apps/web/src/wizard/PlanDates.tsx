import { Button, Collapse, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { StateTag } from '../parts/StateTag';
import { dayText } from '../parts/time';
import { DayInput } from './DayInput';
import { instantAt, datesFromAddress, datesToAddress } from './chosen-dates';
import { dayOf } from './days';
import type { PlanLine } from '../plans/queries';
import type { Schedule } from './queries';
import type { Wizard } from './wizard';

type PlanDate = PlanLine['dates'][number];
interface Props extends Pick<Wizard, 'asked' | 'change' | 'refused'> {
  readonly plan: PlanLine;
  readonly schedule: Schedule | undefined;
}

/** The document's own words, the day each is read as, and another day where the coordinator reads it otherwise. */
export function PlanDates({ plan, schedule, asked, change, refused }: Props) {
  const { t } = useTranslation('wizard');
  const chosen = datesFromAddress(asked.dates);
  const missing = missingDates(plan, asked.dates);
  const [isOpen, setOpen] = useState(missing > 0);
  // Stays open once the day is mended. What is wrong with the days as a whole is mended here too.
  if (!isOpen && Object.keys(refused).some((place) => /^(dates|phases|deliverables)\b/.test(place))) setOpen(true);
  const choose = (place: string, day: string | undefined) => {
    const { [place]: _before, ...others } = chosen;
    change({ dates: datesToAddress({ ...others, ...(day ? { [place]: day } : {}) }), on: undefined });
  };
  if (plan.dates.length === 0) return null;
  const input = ({ place, name, isNeeded }: PlanDate) => {
    const wrong = refused[`dates.${place}`] ?? refused[place];
    return (
      <div role="group" aria-label={`${said(name)} ${edge(place)}`}>
        <DayInput id={`wizard-${place}`} day={chosen[place]} optional onChange={(day) => choose(place, day)} />
        {isNeeded && !chosen[place] && <StateTag tone="warning">{t('plan-dates.needed')}</StateTag>}
        {wrong && <div role="alert">{wrong}</div>}
      </div>
    );
  };
  const edge = (place: string) => t(`plan-dates.${place.split('.').at(-1)}`);
  const table = (
    <>
      <Table<PlanDate>
        size="small"
        rowKey="place"
        dataSource={[...plan.dates].sort((a, b) => Number(b.isNeeded) - Number(a.isNeeded))}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('table.what'), className: 'wizard-wrap', render: (_, { name }) => said(name) },
          { title: t('plan-dates.which'), render: (_, { place }) => edge(place) },
          { title: t('table.words'), dataIndex: 'asGiven' },
          {
            title: t('plan-dates.read-as'),
            render: (_, { place, isReading }) => {
              const at = schedule && instantAt(schedule, place);
              return at && `${dayText(dayOf(at))}${isReading && !chosen[place] ? ` ${t('table.reading')}` : ''}`;
            },
          },
          { title: t('plan-dates.choose'), render: (_, date) => input(date) },
        ]}
      />
      {asked.dates && (
        <Button type="link" onClick={() => change({ dates: undefined, on: undefined })}>
          {t('plan-dates.reset')}
        </Button>
      )}
    </>
  );
  const label = missing > 0 ? t('plan-dates.missing', { count: missing }) : t('plan-dates.title');
  return (
    <Collapse
      activeKey={isOpen ? ['dates'] : []}
      onChange={(open) => setOpen(open.length > 0)}
      items={[{ key: 'dates', label, children: table }]}
      style={{ marginBlock: 16 }}
    />
  );
}

/** How many days the document leaves open are not chosen yet. */
export const missingDates = (plan: PlanLine, dates: string | undefined): number => {
  const chosen = datesFromAddress(dates);
  return plan.dates.filter(({ isNeeded, place }) => isNeeded && !chosen[place]).length;
};
