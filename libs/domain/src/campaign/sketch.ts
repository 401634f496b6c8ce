import { Refusal } from '../refusal.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, day, plusMonths } from '../time/instant.js';
import type { PlanTemplate } from './plan.js';
import { type Schedule, schedulePlan } from './schedule.js';

/**
 * A plan laid on the calendar to be looked at: from its own first day, else from `near`, else from the first of a following
 * month, because a plan of May to October cannot be laid from June. Throws where it fits none: a phase ends before it starts.
 */
export function sketchPlan(plan: PlanTemplate, near: Day, calendar: WorkingCalendar): Schedule {
  const ahead = Array.from({ length: 12 }, (_, more) => plusMonths(`${near.slice(0, 7)}-01` as Day, more + 1));
  const [first = near, ...others] = plan.start ? [day(plan.start)] : [near, ...ahead];
  try {
    return schedulePlan(plan, first, calendar);
  } catch (error) {
    for (const start of others) {
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
