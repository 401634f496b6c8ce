import dayjs from 'dayjs';
import { currentLanguage } from '../locales';
import { inZone, today } from '../parts/time';
import type { Schedule } from './queries';

export const dayOf = (instant: string): string =>
  instant.length === 10 ? instant : inZone(instant).format('YYYY-MM-DD');
export const plusDays = (day: string, days: number): string => dayjs(day).add(days, 'day').format('YYYY-MM-DD');
export const daysBetween = (from: string, to: string): number => dayjs(to).diff(dayjs(from), 'day');

/** Days of work are opened on a Monday, unless somebody says otherwise. */
export const nextMonday = (): string => plusDays(today(), (8 - dayjs(today()).day()) % 7 || 7);

/** `3月20日 周一` / `Mon 20 Mar`. */
export const shortDay = (day: string): string =>
  currentLanguage() === 'en'
    ? dayjs(day).locale('en').format('ddd D MMM')
    : dayjs(day).locale('zh-cn').format('M月D日 ddd');

export const monthText = (month: string): string =>
  currentLanguage() === 'en' ? dayjs(month).locale('en').format('MMMM YYYY') : dayjs(month).format('YYYY年M月');

const latest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b), '');

/** The last day anything of the plan is due by. */
export const lastDue = ({ end, phases }: Schedule): string =>
  latest([end, ...phases.flatMap((phase) => (phase.end ? [dayOf(phase.end)] : []))]);

/** The last day that is drawn: the nominal clock may reach beyond the phases. */
export const lastDay = (schedule: Schedule): string =>
  latest([lastDue(schedule), ...(schedule.nominalEnd ? [dayOf(schedule.nominalEnd)] : [])]);

export const isWorked = ({ unusual }: Pick<Schedule, 'unusual'>, day: string): boolean =>
  !unusual.some((each) => each.day === day && each.kind !== 'worked');

/** The nth working day after a day, within the days that are known. */
export function plusWorkingDays(schedule: Schedule, from: string, count: number): string {
  let on = from;
  for (let left = count; left > 0;) {
    on = plusDays(on, 1);
    if (isWorked(schedule, on)) left -= 1;
  }
  return on;
}

export const workingDays = (schedule: Schedule, from: string, to: string): number =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, more) => plusDays(from, more)).filter((day) =>
    isWorked(schedule, day),
  ).length;
