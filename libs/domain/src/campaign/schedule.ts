import { Refusal } from '../refusal.js';
import type { WorkingCalendar } from '../time/calendar.js';
import {
  type Day,
  END_OF_DAY,
  type Instant,
  at,
  day,
  daysBetween,
  endOf,
  plusDays,
  startOf,
  weekday,
} from '../time/instant.js';
import type { PlanDay, PlanDeliverable, PlanPhase, PlanReport, PlanTemplate, UnitSelector } from './plan.js';

export interface ScheduledPhase {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly start?: Instant;
  readonly end?: Instant;
  /** The document's words for the dates. */
  readonly asGiven?: string;
  /** The start is our reading: the document gives only an end. */
  readonly startIsReading?: true;
}

/** Something owed at an instant by every unit the selector picks. */
export interface ScheduledDuty {
  /** The deliverable or report of the plan. */
  readonly source: string;
  /** The day of a recurring report; empty for a deliverable. */
  readonly period: string;
  readonly phase?: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly by: UnitSelector;
  readonly to: string;
  readonly due: Instant;
  readonly asGiven?: string;
  /** It would move for a holiday, and lies in a year whose holidays are not published. */
  readonly provisional: boolean;
}

export interface Schedule {
  readonly start: Day;
  readonly end: Day;
  readonly nominalEnd?: Instant;
  readonly phases: readonly ScheduledPhase[];
  readonly duties: readonly ScheduledDuty[];
}

/** In days; the longest plan lasts under two years. */
const LONGEST = 5 * 366;

/** Lays a plan on the calendar. Pure: the same plan, start and calendar give the same instants. */
export function schedulePlan(plan: PlanTemplate, start: Day, calendar: WorkingCalendar, chosenEnd?: Day): Schedule {
  const end = chosenEnd ?? resolve(plan.end, start);
  if (end < start) {
    throw new Refusal(
      'invalid',
      'plan.ends-before-start',
      {
        zh: `专项结束日 ${end} 早于开始日 ${start}`,
        en: `the campaign would end on ${end}, before it starts on ${start}`,
      },
      { field: 'end' },
    );
  }
  if (daysBetween(start, end) > LONGEST) {
    throw new Refusal(
      'invalid',
      'plan.too-long',
      { zh: '专项持续时间不得超过五年', en: 'a campaign lasts five years at most' },
      { field: 'end' },
    );
  }
  const phases = plan.phases.map((phase) => schedulePhase(phase, plan.phases, start));
  return {
    start,
    end,
    ...(plan.nominalDays ? { nominalEnd: endOf(plusDays(start, plan.nominalDays)) } : {}),
    phases,
    duties: [
      ...plan.deliverables.map((each) =>
        deliverableDuty(each, start, { planned: resolve(plan.end, start), actual: end }),
      ),
      ...plan.reports.flatMap((each) => reportDuties(each, start, end, calendar)),
    ].sort((a, b) => a.due.localeCompare(b.due)),
  };
}

/** `day: n` counts from the start; `monthDay` is the first such day on or after it (the year is a start parameter). */
function resolve(when: PlanDay, start: Day): Day {
  if ('day' in when) return plusDays(start, when.day);
  const year = Number(start.slice(0, 4));
  const candidates = [0, 1, 2, 3, 4].map((more) => `${year + more}-${when.monthDay}`).filter(isDay);
  return candidates.find((each) => each >= start) ?? day(`${year}-${when.monthDay}`);
}

function schedulePhase(phase: PlanPhase, all: readonly PlanPhase[], start: Day): ScheduledPhase {
  const from = phaseStart(phase, all, start);
  const to = phase.end && resolve(phase.end, start);
  if (from && to && to < from) {
    throw new Refusal('invalid', 'plan.phase-ends-before-start', {
      zh: `阶段“${phase.name.zh}”的结束日 ${to} 早于开始日 ${from}`,
      en: `the phase ${phase.id} would end on ${to}, before it starts on ${from}`,
    });
  }
  return {
    id: phase.id,
    name: phase.name,
    ...(from ? { start: startOf(from) } : {}),
    ...(to ? { end: endOf(to) } : {}),
    ...(phase.asGiven ? { asGiven: phase.asGiven } : {}),
    ...(phase.start && 'after' in phase.start ? { startIsReading: true as const } : {}),
  };
}

function phaseStart({ start: when }: PlanPhase, all: readonly PlanPhase[], start: Day): Day | undefined {
  if (!when) return undefined;
  if (!('after' in when)) return resolve(when, start);
  const earlier = all.find(({ id }) => id === when.after);
  return earlier?.end && plusDays(resolve(earlier.end, start), 1);
}

/** A deliverable on the plan's own last day follows the campaign's, where another was chosen. */
function deliverableDuty(each: PlanDeliverable, start: Day, end: { planned: Day; actual: Day }): ScheduledDuty {
  const planned = resolve(each.due, start);
  const on = planned === end.planned ? end.actual : planned;
  return {
    source: each.id,
    period: '',
    ...(each.phase ? { phase: each.phase } : {}),
    name: each.name,
    by: each.by,
    to: each.to,
    due: at(on, each.time ?? END_OF_DAY),
    ...(each.due.asGiven ? { asGiven: each.due.asGiven } : {}),
    provisional: false,
  };
}

function reportDuties(report: PlanReport, start: Day, end: Day, calendar: WorkingCalendar): ScheduledDuty[] {
  const duties: ScheduledDuty[] = [];
  const first = plusDays(start, (report.cadence.weekday - weekday(start) + 7) % 7);
  for (let on = first; on <= end; on = plusDays(on, 7)) {
    const moves = report.onHoliday !== 'stands';
    duties.push({
      source: report.id,
      period: on,
      name: report.name,
      by: report.by,
      to: report.to,
      due: at(moves ? moved(on, report.onHoliday, calendar) : on, report.cadence.time),
      asGiven: report.cadence.asGiven,
      provisional: moves && calendar.isProvisional(on),
    });
  }
  return duties;
}

function moved(on: Day, rule: PlanReport['onHoliday'], calendar: WorkingCalendar): Day {
  if (rule === 'nextWorkingDay') return calendar.rollForward(on);
  let back = on;
  while (!calendar.isWorkingDay(back)) back = plusDays(back, -1);
  return back;
}

const isDay = (text: string): text is Day => {
  try {
    return day(text) === text;
  } catch {
    return false;
  }
};
