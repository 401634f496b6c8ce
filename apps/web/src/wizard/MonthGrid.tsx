import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../parts/time';
import { dayOf, monthText, plusDays } from './days';
import { grouped } from './grouped';
import { KINDS, KIND_NAMES } from './kinds';
import type { Entry, Rehearsal } from './queries';

interface Props {
  readonly rehearsal: Rehearsal;
  readonly first: string;
  readonly last: string;
  readonly on: string;
  readonly onGo: (day: string) => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** One month of the campaign: what fires on each day, days off shaded, the day the clock has come to marked. */
export function MonthGrid({ rehearsal, first, last, on, onGo }: Props) {
  const { t } = useTranslation('wizard');
  const [looked, setLooked] = useState<{ on: string; month: string }>();
  // The calendar follows the clock; who leafs through it stays where they are until the clock moves.
  const month = looked?.on === on ? looked.month : on.slice(0, 7);
  const leaf = (months: number) =>
    setLooked({ on, month: dayjs(`${month}-01`).add(months, 'month').format('YYYY-MM') });
  const { unusual, provisionalYears } = rehearsal.schedule;
  const byDay = grouped(rehearsal.entries, ({ at }) => dayOf(at));
  const isProvisional = provisionalYears.includes(Number(month.slice(0, 4)));
  return (
    <div className="wizard-month">
      <Flex justify="space-between" align="center">
        <Button
          icon={<LeftOutlined />}
          aria-label={t('month.before')}
          disabled={month <= first.slice(0, 7)}
          onClick={() => leaf(-1)}
        />
        <Typography.Text strong>
          {monthText(`${month}-01`)} {isProvisional && `⚠ ${t('provisional')}`}
        </Typography.Text>
        <Button
          icon={<RightOutlined />}
          aria-label={t('month.after')}
          disabled={month >= last.slice(0, 7)}
          onClick={() => leaf(1)}
        />
      </Flex>
      <table aria-label={monthText(`${month}-01`)}>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col">
                {t(`weekday.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const kind = unusual.find((each) => each.day === day)?.kind;
                const entries = byDay.get(day) ?? [];
                const isInside = day >= first && day <= last && day.startsWith(month);
                return (
                  <td key={day} className={kind ? `day-${kind}` : ''}>
                    {isInside && (
                      <button
                        type="button"
                        className={day < on ? 'day-past' : ''}
                        {...(day === on ? { 'aria-current': 'date' as const } : {})}
                        aria-label={[
                          dayText(day),
                          kind && t(`timeline.${kind}`),
                          ...tallied(entries).map(({ name, count }) => `${t(`kind.${KINDS[name].word}`)} ${count}`),
                        ]
                          .filter(Boolean)
                          .join(t('comma'))}
                        onClick={() => onGo(day)}
                      >
                        <span className="day-number">
                          {Number(day.slice(8))}
                          {kind === 'worked' && <small>{t('month.worked')}</small>}
                          {kind === 'holiday' && <small>{t('month.holiday')}</small>}
                        </span>
                        {tallied(entries).map(({ name, count }) => (
                          <span key={name} className={`day-mark mark-${KINDS[name].tone}`}>
                            {KINDS[name].glyph} <span className="day-word">{t(`kind.${KINDS[name].word}`)} </span>
                            {count}
                          </span>
                        ))}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tallied = (entries: readonly Entry[]) =>
  KIND_NAMES.map((name) => ({
    name,
    count: entries.filter(({ kind }) => kind === name).reduce((sum, { count }) => sum + count, 0),
  })).filter(({ count }) => count > 0);

/** Monday to Sunday, with the days of the months beside it. */
function weeksOf(month: string): string[][] {
  const first = dayjs(`${month}-01`);
  const monday = plusDays(`${month}-01`, -((first.day() + 6) % 7));
  const weeks = Math.ceil((((first.day() + 6) % 7) + first.daysInMonth()) / 7);
  return Array.from({ length: weeks }, (_, week) => WEEK.map((_day, index) => plusDays(monday, week * 7 + index)));
}
