import type { Bilingual } from '../text.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, type Instant, dayOf, plusDays, timeOf } from '../time/instant.js';
import type { Rung, RungTarget, Step } from './ladder.js';
import type { ScheduledDuty, ScheduledPhase } from './schedule.js';

/** Who a rung reaches, each once: the office is the coordinators' desk. */
export const reached = (to: readonly RungTarget[]): readonly ('contact' | 'head' | 'coordinator' | 'leader')[] => [
  ...new Set(to.map((target) => (target === 'office' ? 'coordinator' : target))),
];
export const TITLES = {
  contact: { zh: '联络人', en: 'contact' },
  head: { zh: '负责人', en: 'head' },
  coordinator: { zh: '专项办公室（协调人）', en: 'the campaign office (coordinator)' },
  leader: { zh: '分管领导（领导小组）', en: 'the leader in charge (leading group)' },
} as const satisfies Record<string, Bilingual>;

export function toUnits(names: readonly string[], as?: 'contact' | 'head'): Bilingual {
  const title = as ? TITLES[as] : { zh: '', en: '' };
  if (names.length === 1) return { zh: `${names[0]} ${title.zh}`.trim(), en: `${names[0]} ${title.en}`.trim() };
  return { zh: `${names.length} 家单位${title.zh}`, en: `${names.length} units${as ? `, their ${title.en}s` : ''}` };
}

export const joined = (parts: readonly Bilingual[]): Bilingual => ({
  zh: parts.map(({ zh }) => zh).join('、'),
  en: parts.map(({ en }) => en).join('; '),
});

const AS_PLANNED: Bilingual = { zh: '方案规定', en: 'as the plan sets it' };
const quoted = (words: string): Bilingual => ({ zh: `方案：${words}`, en: `the plan’s words: ${words}` });

/** The document's own words for when something is due, and what a holiday does to it. */
export function whyDue({ asGiven, movedFrom, due }: ScheduledDuty, calendar: WorkingCalendar): Bilingual {
  const words = asGiven ? quoted(asGiven) : AS_PLANNED;
  const on = dayOf(due);
  if (movedFrom) {
    return {
      zh: `${words.zh}；${movedFrom} 休息，移至 ${on}`,
      en: `${words.en}; ${movedFrom} is a day off, moved to ${on}`,
    };
  }
  if (calendar.isWorkingDay(on)) return words;
  return { zh: `${words.zh}；当日休息，照常计算`, en: `${words.en}; a day off, and due all the same` };
}

export function whyPhaseStarts({ startIsReading, beganBefore }: ScheduledPhase): Bilingual {
  if (beganBefore)
    return {
      zh: '方案所写起始日早于专项开始，自专项开始日起',
      en: 'the plan counts it from before the campaign: it begins with the campaign',
    };
  return startIsReading
    ? {
        zh: '方案未写起始日，读作上一阶段截止次日',
        en: 'no start is given: read as the day after the phase before it ends',
      }
    : { zh: '方案规定的起始日', en: 'the start the plan gives' };
}

export const whyPhaseEnds = ({ asGiven }: ScheduledPhase): Bilingual =>
  asGiven ? quoted(asGiven) : { zh: '阶段截止', en: 'the phase ends' };

export const whyNominalEnd = (days: number): Bilingual => ({
  zh: `名义期限 ${days} 天届满，阶段期限另计`,
  en: `the nominal ${days} days are up; the phases go on by their own dates`,
});

export const WHY_CLOSED: Bilingual = {
  zh: '最早在此时：总结后由领导批准结束',
  en: 'not before this: summed up, and closed by the leader',
};

/** The rung, its deadline, and the days off that its working days stepped over. */
export function whyRung(rung: Rung, { at: moment }: Step, due: Instant, calendar: WorkingCalendar): Bilingual {
  const deadline = `${dayOf(due)} ${timeOf(due).slice(0, 5)}`;
  const off = daysOff(dayOf(due), dayOf(moment), calendar);
  const over =
    'workingDaysAfter' in rung.when && off > 0
      ? { zh: `，其间休息 ${off} 天不计`, en: `, ${off} days off not counted` }
      : { zh: '', en: '' };
  const target = rung.keyTarget ? { zh: '；列为重点检查对象', en: '; becomes a key target' } : { zh: '', en: '' };
  return {
    zh: `${rung.name.zh}；期限 ${deadline}${over.zh}${target.zh}`,
    en: `${rung.name.en}; due ${deadline}${over.en}${target.en}`,
  };
}

function daysOff(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let on = plusDays(from, 1); on < to; on = plusDays(on, 1)) if (!calendar.isWorkingDay(on)) count += 1;
  return count;
}
