import type { Bilingual } from '../text.js';
import { type Instant, dayOf } from '../time/instant.js';
import type { PlanReport } from './plan.js';

/** By which rule of the plan the day of a report follows the holidays; undefined where it stands whatever they are. */
export function holidayRule({ cadence, onHoliday }: Pick<PlanReport, 'cadence' | 'onHoliday'>): Bilingual | undefined {
  if ('follows' in cadence)
    return {
      zh: `前一步报送后第 ${cadence.workingDaysAfter} 个工作日`,
      en: `${cadence.workingDaysAfter} working days after the step before`,
    };
  if ('monthly' in cadence && cadence.monthly === 'lastWorkingDay')
    return { zh: '每月最后一个工作日', en: 'the last working day of the month' };
  if (onHoliday === 'nextWorkingDay')
    return { zh: '遇节假日顺延至下一工作日', en: 'a holiday moves it to the next working day' };
  if (onHoliday === 'previousWorkingDay')
    return { zh: '遇节假日提前至上一工作日', en: 'a holiday moves it to the working day before' };
  return undefined;
}

/** What a unit is told whose deadline a holiday notice moved, with the rule that moved it. */
export const holidayMoveSubject = (
  campaign: string,
  report: Pick<PlanReport, 'name' | 'cadence' | 'onHoliday'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Bilingual => {
  const rule = holidayRule(report);
  return {
    zh: `${campaign}：${report.name.zh}的期限由 ${dayOf(from)} 调整为 ${dayOf(to)}（放假安排已公布，按“${rule?.zh ?? ''}”确定）`,
    en: `${campaign}: ${report.name.en} moved from ${dayOf(from)} to ${dayOf(to)} (the holidays were published; ${rule?.en ?? ''})`,
  };
};
