import { theme } from 'antd';
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../parts/money';
import { type Mark, type MarkKey, marksOf, times } from './marks';
import type { Penalty } from './queries';
import { useMarkText } from './useMarkText';

const PAD = 14;
const BAR = 20;
const ROW = 52;
const FUND = 62;
const TREASURY = 196;
const WITHOUT_FINE = 150;
const BAND = 140;

interface Props {
  readonly ref: Ref<SVGSVGElement>;
  readonly penalty: Penalty;
  readonly width: number;
  readonly sentence: string;
  readonly chosen: MarkKey;
  readonly onChoose: (key: MarkKey) => void;
}

/** Two totals on one scale, each in a panel of its own; in the second, the band of the law with the proposal as a dot. */
export function PenaltyPicture({ ref, penalty, width, sentence, chosen, onChoose }: Props) {
  const { t } = useTranslation('penalty');
  const { colorText, colorTextSecondary, colorPrimary, colorSuccess, colorBorder } = theme.useToken().token;
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const textOf = useMarkText(penalty);
  const marks = marksOf(penalty);
  const { band } = penalty;
  const x = scale(Math.max(...marks.map(({ to }) => to), 1), width);
  const rows = marks.filter(({ key }) => key !== 'refund' && key !== 'ceiling');
  const ceiling = marks.find(({ key }) => key === 'ceiling');
  const axis = TREASURY + rows.length * ROW;
  const height = band ? axis + 46 : WITHOUT_FINE;
  const fills: Record<MarkKey, string> = {
    refund: colorSuccess,
    floor: `${colorPrimary}99`,
    discretion: `${colorPrimary}cc`,
    fine: colorPrimary,
    ceiling: colorPrimary,
  };
  const bar = (mark: Mark, y: number, more?: ReactNode) => (
    <Choice key={mark.key} mark={mark} name={textOf(mark)} isChosen={mark.key === chosen} onChoose={onChoose}>
      <rect x={0} y={y - 20} width={width} height={ROW - 4} fill="transparent" />
      <BarLabel from={x(mark.from)} y={y - 6} width={width} text={`${textOf(mark)} ¥ ${yuan(mark.fen)}`} />
      <rect
        x={x(mark.from)}
        y={y}
        width={Math.max(x(mark.to) - x(mark.from), 2)}
        height={BAR}
        fill={fills[mark.key]}
        stroke={mark.key === chosen ? colorText : 'none'}
        strokeWidth={2}
      />
      {more}
    </Choice>
  );
  return (
    <svg
      ref={ref}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={sentence}
      fontSize={13}
      style={{ display: 'block', maxWidth: '100%' }}
    >
      <pattern id={hatch} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={8} height={8} fill={colorPrimary} opacity={0.08} />
        <rect width={2} height={8} fill={colorPrimary} opacity={0.22} />
      </pattern>
      <text x={PAD} y={20} fontWeight={600} fill={colorText}>
        {t('panel.fund')}
      </text>
      {marks.filter(({ key }) => key === 'refund').map((mark) => bar(mark, FUND))}
      <line x1={PAD} x2={width - PAD} y1={104} y2={104} stroke={colorBorder} />
      <text x={PAD} y={128} fontWeight={600} fill={colorText}>
        {t(band ? 'panel.treasury' : 'panel.no-fine')}
      </text>
      {band && ceiling && (
        <>
          <Choice
            mark={ceiling}
            name={t('band', { min: times(band.min), max: times(band.max) })}
            isChosen={chosen === 'ceiling'}
            onChoose={onChoose}
          >
            <rect
              x={x(Number(band.minFine))}
              y={BAND}
              width={x(Number(band.maxFine)) - x(Number(band.minFine))}
              height={axis - BAND}
              fill={`url(#${hatch})`}
              stroke={colorPrimary}
              strokeDasharray={chosen === 'ceiling' ? undefined : '4 3'}
              strokeWidth={chosen === 'ceiling' ? 2 : 1}
            />
            <text x={x(Number(band.maxFine)) - 6} y={BAND + 18} textAnchor="end" fill={colorText}>
              {t('band', { min: times(band.min), max: times(band.max) })}
            </text>
          </Choice>
          {rows.map((mark, row) => bar(mark, TREASURY + row * ROW))}
          <Axis penalty={penalty} x={x} y={axis} color={colorTextSecondary} />
          <circle cx={x(Number(penalty.fine))} cy={axis} r={7} fill={colorPrimary} stroke="#fff" strokeWidth={2} />
        </>
      )}
    </svg>
  );
}

const scale = (most: number, width: number) => (fen: number) => PAD + (fen / most) * (width - 2 * PAD);
type Scale = ReturnType<typeof scale>;

interface ChoiceProps {
  readonly mark: Mark;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: (key: MarkKey) => void;
  readonly children: ReactNode;
}

/** A mark that can be pointed at, reached with Tab and pressed. */
function Choice({ mark: { key, fen }, name, isChosen, onChoose, children }: ChoiceProps) {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose(key);
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={`${name} ¥ ${yuan(fen)}`}
      data-mark={key}
      style={{ cursor: 'pointer' }}
      onClick={() => onChoose(key)}
      onFocus={() => onChoose(key)}
      onKeyDown={pressed}
    >
      {children}
    </g>
  );
}

interface BarLabelProps {
  readonly from: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
}

/** Above its bar, moved to the left where it would run out of the picture; readable on whatever lies behind it. */
function BarLabel({ from, y, width, text }: BarLabelProps) {
  const { colorText, colorBgContainer } = theme.useToken().token;
  const room = width - PAD - [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 13 : 7.4), 0);
  return (
    <text
      x={Math.max(PAD, Math.min(from, room))}
      y={y}
      fill={colorText}
      stroke={colorBgContainer}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}

/** The fine as multiples of the base; both ends of the band with their amounts. */
function Axis({ penalty, x, y, color }: { penalty: Penalty; x: Scale; y: number; color: string }) {
  const { t } = useTranslation('penalty');
  const { refund, band } = penalty;
  if (!band) return null;
  const ticks = Array.from({ length: Math.floor(band.max / 100) + 1 }, (_, multiple) => multiple);
  return (
    <g fill={color} stroke="none" fontSize={12}>
      <line x1={x(0)} x2={x(Number(band.maxFine))} y1={y} y2={y} stroke={color} />
      {ticks.map((multiple) => {
        const at = x(multiple * Number(refund));
        return (
          <g key={multiple}>
            <line x1={at} x2={at} y1={y} y2={y + 5} stroke={color} />
            <text
              x={at}
              y={y + 22}
              textAnchor={multiple === 0 ? 'start' : multiple * 100 === band.max ? 'end' : 'middle'}
            >
              {t('times', { times: multiple })}
            </text>
          </g>
        );
      })}
      <text x={x(Number(band.maxFine))} y={y + 40} textAnchor="end">
        {t('range', { min: yuan(band.minFine), max: yuan(band.maxFine) })}
      </text>
    </g>
  );
}
