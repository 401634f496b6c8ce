import type { WorkingCalendar } from '../time/calendar.js';
import type { Bilingual } from '../text.js';
import { type Day, type Instant, beijing, dayOf, daysBetween, plusDays, weekday } from '../time/instant.js';
import type { ClockRule, Excluded, Lengthened } from './clock.js';
import { reckon } from './reckon.js';

/** 依据: one step of how a limit was counted, with where it leads and by which article. */
export interface ClockStep {
  readonly kind:
    'start' | 'length' | 'holidays' | 'extension' | 'excluded' | 'rolled' | 'set' | 'provisional' | 'unread';
  readonly text: Bilingual;
  /** The last day as it stands after the step. */
  readonly to?: Day;
  readonly article?: string;
}

export const EXCLUDED_NAMES: Readonly<Record<Excluded, Bilingual>> = {
  testing: { zh: '检测检验', en: 'tests' },
  appraisal: { zh: '鉴定', en: 'an expert opinion' },
  hearing: { zh: '听证', en: 'the hearing' },
  announcement: { zh: '公告', en: 'a public notice' },
  expertReview: { zh: '专家评审', en: 'review by experts' },
  suspension: { zh: '中止调查', en: 'suspension of the inquiry' },
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
};

const UNITS: Readonly<Record<ClockRule['unit'], Bilingual>> = {
  workingDay: { zh: '个工作日', en: 'working days' },
  day: { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  hour: { zh: '小时', en: 'hours' },
};
const BY = {
  head: { zh: '负责人批准', en: 'approved by the head' },
  collective: { zh: '集体讨论决定', en: 'decided in collective discussion' },
} as const;

/** Why a limit ends when it ends: start, length, each thing that moved it, and what is not certain about it. */
export function explainClock(
  rule: ClockRule,
  from: Instant,
  calendar: WorkingCalendar,
  longer: Lengthened = {},
): readonly ClockStep[] {
  const way = reckon(rule, from, calendar, longer);
  const unit = UNITS[rule.unit];
  const before = rule.counts === 'before';
  const steps: ClockStep[] = [
    {
      kind: 'start',
      text: {
        zh: `${rule.startsFrom}：${rule.unit === 'hour' ? beijing(from).slice(0, 16).replace('T', ' ') : `${way.start}，当日不计入`}`,
        en:
          rule.unit === 'hour'
            ? `counted from ${beijing(from).slice(0, 16).replace('T', ' ')}`
            : `counted from ${way.start}, a day that does not count itself`,
      },
    },
    {
      kind: 'length',
      text: {
        zh: `${before ? '至少提前' : ''}${rule.length}${unit.zh}，至 ${shown(way.hour, way.base)}`,
        en: `${before ? 'at least ' : ''}${rule.length} ${unit.en}${before ? ' before' : ''}: ${shown(way.hour, way.base)}`,
      },
      to: way.base,
      article: rule.article,
    },
    ...(longer.extensions ?? []).map((length, at): ClockStep => {
      const { by = 'head', article = rule.article } = rule.extensions[at] ?? {};
      const to = way.extended[at] ?? way.base;
      return {
        kind: 'extension',
        text: {
          zh: `${BY[by].zh}延长 ${length}${unit.zh}，至 ${to}`,
          en: `extended by ${length} ${unit.en}, ${BY[by].en}: ${to}`,
        },
        to,
        article,
      };
    }),
    ...way.excluded.map(({ span, days, last }): ClockStep => {
      const name = EXCLUDED_NAMES[span.kind];
      const { article } = rule.excludes.find(({ kind }) => kind === span.kind) ?? rule;
      return {
        kind: 'excluded',
        text: {
          zh: `${name.zh}期间 ${span.from} 至 ${span.until} 不计入，扣除 ${days}${rule.unit === 'workingDay' ? '个工作日' : '日'}，至 ${last}`,
          en: `${name.en}, ${span.from} to ${span.until}, does not count: ${days} ${rule.unit === 'workingDay' ? 'working ' : ''}days out, ${last}`,
        },
        to: last,
        article,
      };
    }),
    ...(rule.unit === 'workingDay' ? holidays(way.start, way.last, calendar) : []),
  ];
  const end = way.excluded.at(-1)?.last ?? way.extended.at(-1) ?? way.base;
  if (way.last !== end)
    steps.push({
      kind: 'rolled',
      text: {
        zh: `${end} 为节假日，顺延至其后第一个工作日 ${way.last}`,
        en: `${end} is no working day: it moves to ${way.last}`,
      },
      to: way.last,
    });
  if (way.provisional)
    steps.push({
      kind: 'provisional',
      text: {
        zh: '其间有年度的放假安排尚未公布，暂按周末推算，公布后重新计算',
        en: 'the holidays of a year on the way are not published: only weekends are known, to be counted again',
      },
    });
  if (rule.certainty !== 'R')
    steps.push({
      kind: 'unread',
      text: {
        zh: `依据未经原文核对，待当地确认${rule.note ? `：${rule.note}` : ''}`,
        en: 'to be confirmed locally: the article itself was not read in full',
      },
    });
  return steps;
}

const shown = (hour: Instant | undefined, day: Day) => (hour ? beijing(hour).slice(0, 16).replace('T', ' ') : day);

/** Weekdays off and weekend days worked between two days, as runs. */
function holidays(one: Day, other: Day, calendar: WorkingCalendar): ClockStep[] {
  const [start, end] = one < other ? [one, other] : [other, one];
  const days = Array.from({ length: daysBetween(start, end) }, (_, at) => plusDays(start, at + 1));
  const isWeekend = (on: Day) => weekday(on) > 5;
  const off = days.filter((on) => !isWeekend(on) && !calendar.isWorkingDay(on));
  const worked = days.filter((on) => isWeekend(on) && calendar.isWorkingDay(on));
  if (off.length + worked.length === 0) return [];
  return [
    {
      kind: 'holidays',
      text: {
        zh: [
          off.length > 0 && `其间工作日放假不计：${off.join('、')}`,
          worked.length > 0 && `周末调休上班计入：${worked.join('、')}`,
        ]
          .filter(Boolean)
          .join('；'),
        en: [
          off.length > 0 && `weekdays off, not counted: ${off.join(', ')}`,
          worked.length > 0 && `weekend days worked, counted: ${worked.join(', ')}`,
        ]
          .filter(Boolean)
          .join('; '),
      },
    },
  ];
}

/** How a limit stands on a day: days left, negative once it has passed. */
export interface Standing {
  readonly on: Day;
  readonly state: 'running' | 'lastDay' | 'passed';
  readonly days: number;
  readonly workingDays: number;
}

export function standingOn(due: Instant, on: Day, calendar: WorkingCalendar): Standing {
  const last = dayOf(due);
  return {
    on,
    state: on < last ? 'running' : on === last ? 'lastDay' : 'passed',
    days: daysBetween(on, last),
    workingDays: calendar.workingDaysBetween(on, last),
  };
}
