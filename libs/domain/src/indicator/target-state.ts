import type { PlanTarget } from '../campaign/plan-content.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';
import type { Indicator } from './indicator.js';
import { type Reading, decimalText, fractionOf, readDecimal, readingText } from './reading.js';

export const TARGET_STATES = ['met', 'onTheWay', 'missed', 'unknown'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** Why a target cannot be computed, or why it is not judged yet. */
export const WHYS = {
  unbound: { zh: '方案未将该目标对应到指标', en: 'the plan binds it to no indicator' },
  baseline: { zh: '尚无基线，须录入基线及其来源', en: 'there is no baseline: enter it with its source' },
  baselineZero: { zh: '基线为零，不能计算降幅', en: 'the baseline is nought: no decrease can be computed' },
  notEntered: { zh: '尚未录入数据，须录入数据及其来源', en: 'nothing was entered: enter it with its source' },
  nothing: { zh: '尚无可计数的记录', en: 'nothing is on record to be counted' },
  nowOnly: {
    zh: '记录不能反映过去某日的情况，只有当前数',
    en: 'the record does not tell how it stood then, only how it stands',
  },
  lowerBound: {
    zh: '现有记录只能得出下限，不能判定未达成',
    en: 'what is on record is the least it can be: it is not proof of failure',
  },
  notYet: { zh: '可增可减，到期才能判定', en: 'it may rise and fall: it is judged on its last day' },
  aimPassed: { zh: '目标日期已过，最后期限未到', en: 'the day aimed at has passed, the last day has not' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Why = keyof typeof WHYS;

export interface Judged {
  readonly state: TargetState;
  readonly why?: Why;
  /** What is compared with the aim; for a decrease or a rise, that. */
  readonly compared?: string;
}

export interface Evidence {
  readonly indicator?: Pick<Indicator, 'bound' | 'settles' | 'entered' | 'nowOnly'> | undefined;
  readonly reading?: Reading | undefined;
  /** As entered, in the indicator's unit. */
  readonly baseline?: string | undefined;
  /** The day it is aimed at, and the last day: the document's, else the campaign's end. */
  readonly aim?: Day | undefined;
  readonly last: Day;
  readonly today: Day;
}

/**
 * 达成情况. A figure is never made up: where there is no baseline, no record or only a lower bound, the answer is that it cannot be
 * said. `reading` is as of the last day once that has passed, so that a target reached late stays missed (R-KPI-11, R-CAMP-09).
 */
export function judge({ operator, value, unit }: PlanTarget, evidence: Evidence): Judged {
  const { indicator, reading, baseline, aim, last, today } = evidence;
  if (!indicator) return { state: 'unknown', why: 'unbound' };
  if (!reading) return { state: 'unknown', why: absent(indicator) };
  const fraction = compare(unit, reading, baseline);
  if (typeof fraction === 'string') return { state: 'unknown', why: fraction };
  const compared = { compared: shown(unit, reading, fraction) };
  const isMet = holds(fraction, operator, readDecimal(String(value)));
  const isOver = today > last;
  if (isMet && (isOver || !indicator.settles)) return { state: 'met', ...compared };
  if (isMet) return { state: 'onTheWay', why: 'notYet', ...compared };
  if (!isOver) return { state: 'onTheWay', ...(aim && today > aim ? { why: 'aimPassed' } : {}), ...compared };
  return indicator.bound ? { state: 'unknown', why: 'lowerBound', ...compared } : { state: 'missed', ...compared };
}

const absent = ({ entered, nowOnly }: NonNullable<Evidence['indicator']>): Why =>
  entered ? 'notEntered' : nowOnly ? 'nowOnly' : 'nothing';

type Fraction = readonly [bigint, bigint];

/** The figure itself, its decrease from the baseline in percent, or its rise above it in percentage points. */
function compare(unit: PlanTarget['unit'], reading: Reading, baseline: string | undefined): Fraction | Why {
  const now = fractionOf(reading);
  if (!now) return 'nothing';
  if (unit !== 'percentDecrease' && unit !== 'percentagePoints') return now;
  if (baseline === undefined) return 'baseline';
  const [before, size] = [readDecimal(baseline), 10_000n];
  if (unit === 'percentagePoints') return [now[0] * size - before * now[1], now[1] * size];
  return before === 0n ? 'baselineZero' : [(before * now[1] - now[0] * size) * 100n, before * now[1]];
}

function holds([numerator, denominator]: Fraction, operator: PlanTarget['operator'], aim: bigint): boolean {
  const [left, right] = [numerator * 10_000n, aim * denominator];
  if (operator === '=') return left === right;
  return operator === '>=' ? left >= right : left <= right;
}

const shown = (unit: PlanTarget['unit'], reading: Reading, fraction: Fraction): string =>
  unit === 'percentDecrease' || unit === 'percentagePoints' ? decimalText(fraction) : (readingText(reading) ?? '');
