import { Refusal } from '../refusal.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, plusMonths } from '../time/instant.js';
import type { PlanTemplate } from './plan.js';
import { firstDayFrom } from './plan-dates.js';
import { type Schedule, schedulePlan } from './schedule.js';

/**
 * A plan laid on the calendar to be looked at: from its own first day, or the one its phases are tied to, else from the first
 * of a following month. Throws where it fits none: a phase ends before it starts.
 */
export function sketchPlan(plan: PlanTemplate, near: Day, calendar: WorkingCalendar): Schedule {
  const ahead = Array.from({ length: 12 }, (_, more) => plusMonths(`${near.slice(0, 7)}-01` as Day, more + 1));
  try {
    return schedulePlan(plan, firstDayFrom(plan, near), calendar);
  } catch (error) {
    for (const start of plan.start ? [] : ahead) {
      const laid = attempt(() => schedulePlan(plan, start, calendar));
      if (laid) return laid;
    }
    throw error;
  }
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
