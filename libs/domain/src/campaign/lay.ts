import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, day } from '../time/instant.js';
import type { PlanTemplate } from './plan.js';
import { type ChosenDates, refuseDatesOutside, refuseMissingDates, withChosenDates } from './plan-dates.js';
import { type Schedule, schedulePlan } from './schedule.js';

/** The first day, and whatever else somebody chose instead of what the plan says. */
export interface ChosenDays {
  readonly start: string;
  readonly end?: string | undefined;
  readonly dates?: ChosenDates | undefined;
}

export interface LaidPlan {
  /** With the chosen days in it: the one to pin. */
  readonly plan: PlanTemplate;
  readonly schedule: Schedule;
}

/** A plan laid by the chosen days, as far as it can be dated: days left open that nobody gave yet are missing from it. */
export const layPlan = (template: PlanTemplate, chosen: ChosenDays, calendar: WorkingCalendar): LaidPlan =>
  laid(withChosenDates(template, chosen.dates ?? {}), chosen, calendar);

/** The same for a campaign, which is not drafted before every day is given. */
export function layDraft(template: PlanTemplate, chosen: ChosenDays, calendar: WorkingCalendar): LaidPlan {
  const plan = withChosenDates(template, chosen.dates ?? {});
  refuseMissingDates(plan);
  return laid(plan, chosen, calendar);
}

function laid(plan: PlanTemplate, { start, end, dates = {} }: ChosenDays, calendar: WorkingCalendar): LaidPlan {
  const schedule = schedulePlan(plan, day(start), calendar, end as Day | undefined);
  refuseDatesOutside(dates, schedule);
  return { plan, schedule };
}
