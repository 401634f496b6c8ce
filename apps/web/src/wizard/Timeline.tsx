import { theme } from 'antd';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import { today } from '../parts/time';
import { dayOf, daysBetween, lastDay, monthText, plusDays, shortDay } from './days';
import type { Schedule } from './queries';

/** A label needs so many of a hundred parts of the width. */
const LABEL = 12;

/** The plan on the calendar: phases over shaded days, what is due below them, the nominal clock and today across. */
export function Timeline({
  schedule,
  nominalDays,
}: {
  readonly schedule: Schedule;
  readonly nominalDays: number | undefined;
}) {
  const { t } = useTranslation('wizard');
  const { token } = theme.useToken();
  const { start, phases, duties, unusual, nominalEnd, provisionalYears } = schedule;
  const last = lastDay(schedule);
  const span = daysBetween(start, last) + 1;
  const at = (day: string): number => (Math.min(Math.max(daysBetween(start, day), 0), span) / span) * 100;
  const place = (from: string, to: string): CSSProperties => ({
    insetInlineStart: `${at(from)}%`,
    width: `${at(plusDays(to, 1)) - at(from)}%`,
  });
  const colors = {
    '--bar': token.colorPrimary,
    '--rest': token.colorFillSecondary,
    '--worked': token.colorWarningBorder,
    '--line': token.colorError,
    '--rule': token.colorBorder,
  } as CSSProperties;
  const dues = [...new Set(duties.map(({ due }) => dayOf(due)))];
  const lines = [
    ...(nominalEnd
      ? [
          {
            key: 'nominal',
            day: dayOf(nominalEnd),
            text: t('timeline.nominal', { days: nominalDays ?? 0, day: shortDay(dayOf(nominalEnd)) }),
          },
        ]
      : []),
    ...(today() >= start && today() <= last ? [{ key: 'today', day: today(), text: t('timeline.today') }] : []),
  ];
  const sentence = t('timeline.sentence', {
    phases: phases.length,
    from: shortDay(start),
    to: shortDay(last),
    dues: dues.length,
  });
  return (
    <figure className="tl" style={colors}>
      <div role="img" aria-label={sentence} className="tl-canvas" data-start={start} data-last={last}>
        <div className="tl-months">
          {monthsOf(start, last).map((month, index) => (
            <span key={month} style={{ insetInlineStart: `${at(month)}%` }}>
              {index % Math.ceil((LABEL * monthsOf(start, last).length) / 100) === 0 ? monthText(month) : ''}
            </span>
          ))}
        </div>
        <div className="tl-days">
          {provisionalYears.map((year) => (
            <i key={year} className="tl-provisional" style={place(`${year}-01-01`, `${year}-12-31`)} />
          ))}
          {unusual
            .filter(({ day }) => day <= last)
            .map(({ day, kind }) => (
              <i key={day} className={`tl-${kind}`} style={place(day, day)} />
            ))}
          {lines.map(({ key, day }) => (
            <i key={key} className={`tl-line tl-${key}`} style={{ insetInlineStart: `${at(plusDays(day, 1))}%` }} />
          ))}
        </div>
        <div className="tl-rows">
          {lines.map(({ key, day, text }) => (
            <div key={key} className="tl-flag">
              <span
                style={
                  at(day) > 50
                    ? { marginInlineEnd: `${100 - at(day)}%`, float: 'inline-end' }
                    : { marginInlineStart: `${at(day)}%` }
                }
              >
                {text}
              </span>
            </div>
          ))}
          {phases.map(({ id, name, asGiven, start: from, end: to }) => (
            <div key={id} className="tl-row">
              <span className="tl-name">
                {said(name)} <small>{[asGiven, to && `→ ${shortDay(dayOf(to))}`].filter(Boolean).join(' ')}</small>
              </span>
              <span className="tl-track">
                <b style={place(from ? dayOf(from) : start, to ? dayOf(to) : last)} />
              </span>
            </div>
          ))}
          <div className="tl-row">
            <span className="tl-name">
              {t('timeline.dues')} <small>{t('timeline.due-days', { count: dues.length })}</small>
            </span>
            <span className="tl-track tl-dues">
              {dues.map((day) => (
                <b key={day} style={{ insetInlineStart: `${at(day)}%` }} title={shortDay(day)} />
              ))}
            </span>
          </div>
        </div>
      </div>
      <figcaption className="tl-legend">
        {(['weekend', 'holiday', 'worked', ...(provisionalYears.length > 0 ? ['provisional'] : [])] as const).map(
          (kind) => (
            <span key={kind}>
              <i className={`tl-${kind}`} /> {kind === 'provisional' ? '⚠ ' : ''}
              {t(`timeline.${kind}`)}
            </span>
          ),
        )}
      </figcaption>
    </figure>
  );
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = plusDays(month, 31).slice(0, 8) + '01')
    months.push(month);
  return months.map((month) => (month < from ? from : month));
}
