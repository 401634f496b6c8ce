import { theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../locales';
import type { PlanLine } from '../plans/queries';

const ROW = 12;
const BAR = 8;
const WEEK = 7;

/** The phases of a plan as bars, by days after its first; without phases, the weeks in which it asks for reports. */
export function MiniGantt({ plan }: { readonly plan: PlanLine }) {
  const { t } = useTranslation('wizard');
  const { colorPrimary, colorPrimaryBorder, colorTextSecondary } = theme.useToken().token;
  const { outline, days, nominalDays, reports } = plan;
  const isWeekly = reports.some(({ weekly }) => weekly);
  const bars = outline.map(({ id, name, from, to }) => ({
    ...{ id, name, from: from ?? 0, to: to ?? days },
    isDated: from !== undefined || to !== undefined,
  }));
  const span = Math.max(days, nominalDays ?? 0) + 1;
  const height = Math.max(bars.length, 1) * ROW;
  const sentences = bars.map(({ name, from, to, isDated }) =>
    isDated
      ? t('gantt.phase', { name: said(name), from: from + 1, to: to + 1 })
      : t('gantt.undated', { name: said(name) }),
  );
  const label = bars.length > 0 ? sentences.join('；') : t('gantt.no-phases', { days: days + 1 });
  return (
    <figure className="wizard-mini">
      <svg
        viewBox={`0 0 ${span} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={Math.max(height, 2 * ROW)}
        role="img"
        aria-label={label}
      >
        {bars.map(({ id, from, to, isDated }, index) => (
          <rect
            key={id}
            {...{ x: from, y: index * ROW + 2, width: to - from + 1, height: BAR }}
            fill={isDated ? colorPrimary : colorPrimaryBorder}
          />
        ))}
        {bars.length === 0 && <rect x={0} y={2} width={days + 1} height={BAR} fill={colorPrimaryBorder} />}
        {isWeekly &&
          Array.from({ length: Math.floor(days / WEEK) }, (_, week) => (
            <rect key={week} x={(week + 1) * WEEK - 0.4} y={2} width={0.8} height={BAR} fill={colorPrimary} />
          ))}
        {nominalDays && (
          <line
            x1={nominalDays}
            x2={nominalDays}
            y1={0}
            y2={height}
            stroke={colorTextSecondary}
            strokeDasharray="3 2"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <figcaption>
        {plan.phases > 0 ? t('gantt.caption', { phases: plan.phases, days: days + 1 }) : label}
        {isWeekly && `${t('comma')}${t('gantt.weeks')}`}
        {nominalDays && `${t('comma')}${t('gantt.nominal', { days: nominalDays })}`}
      </figcaption>
    </figure>
  );
}
