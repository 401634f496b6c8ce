import { Refusal } from '../refusal.js';
import type { Bilingual } from '../text.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, END_OF_DAY, type Instant, at, daysBetween, endOf, plusDays } from '../time/instant.js';
import { type Occurrence, occurrences } from './cadence.js';
import type { PlanDeliverable, PlanReport, PlanTemplate, UnitSelector } from './plan.js';
import { resolveDay } from './plan-day.js';
import { schedulePhases, scheduleRounds } from './schedule-phases.js';

export interface ScheduledPhase {
  readonly id: string;
  readonly name: Bilingual;
  readonly start?: Instant;
  readonly end?: Instant;
  /** The document's words for the dates. */
  readonly asGiven?: string;
  /** The start is our reading: the document gives only an end. */
  readonly startIsReading?: true;
  /** The document counts it from before the campaign's first day; for those who take part it begins with the campaign. */
  readonly beganBefore?: true;
}

/** Something owed at an instant by every unit the selector picks. */
export interface ScheduledDuty {
  /** The deliverable or report of the plan. */
  readonly source: string;
  /** The day of a recurring report; empty for a deliverable. */
  readonly period: string;
  readonly phase?: string;
  readonly name: Bilingual;
  readonly by: UnitSelector;
  readonly to: string;
  /** `id@version` of the form it is reported in. */
  readonly form?: string;
  readonly due: Instant;
  /** The holiday it was moved from. */
  readonly movedFrom?: Day;
  readonly asGiven?: string;
  /** It hangs on working days of a year whose holidays are not published. */
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

/**
 * Lays a plan on the calendar. Pure: the same plan, start and calendar give the same instants. What the plan leaves to the
 * draft and nobody gave yet stays undated.
 */
export function schedulePlan(plan: PlanTemplate, start: Day, calendar: WorkingCalendar, chosenEnd?: Day): Schedule {
  const planned = resolveDay(plan.end, 'last', { start });
  const end = chosenEnd ?? planned;
  if (!end) {
    throw new Refusal(
      'invalid',
      'plan.end-missing',
      { zh: '方案未写结束日，请填写', en: 'the plan gives no last day: choose one' },
      { field: 'end' },
    );
  }
  refuseSpan(start, end);
  const phases = schedulePhases(plan.phases, { start, end: planned });
  const frame = { start, end: planned, endOfPhase: (id: string) => phases.ends.get(id) };
  return {
    start,
    end,
    ...(plan.nominalDays ? { nominalEnd: endOf(plusDays(start, plan.nominalDays)) } : {}),
    phases: [...phases.scheduled, ...(plan.rounds ? scheduleRounds(plan.rounds, start, end) : [])],
    duties: [
      ...plan.deliverables.flatMap((each) => {
        const due = resolveDay(each.due, 'last', frame);
        // On the plan's own last day it follows the campaign's, where another was chosen.
        return due ? [deliverableDuty(each, due === planned ? end : due)] : [];
      }),
      ...reportDuties(plan.reports, start, end, calendar),
    ].sort((a, b) => a.due.localeCompare(b.due)),
  };
}

function refuseSpan(start: Day, end: Day): void {
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
}

const deliverableDuty = (each: PlanDeliverable, on: Day): ScheduledDuty => ({
  source: each.id,
  period: '',
  ...(each.phase ? { phase: each.phase } : {}),
  name: each.name,
  by: each.by,
  to: each.to,
  ...(each.form ? { form: each.form } : {}),
  due: at(on, each.time ?? END_OF_DAY),
  ...(each.due.asGiven ? { asGiven: each.due.asGiven } : {}),
  provisional: false,
});

function reportDuties(
  reports: readonly PlanReport[],
  start: Day,
  end: Day,
  calendar: WorkingCalendar,
): ScheduledDuty[] {
  const laid = new Map<string, Occurrence[]>();
  const firstSteps = reports.filter(({ cadence }) => !('follows' in cadence));
  const secondSteps = reports.filter(({ cadence }) => 'follows' in cadence);
  return [...firstSteps, ...secondSteps].flatMap((report) => {
    const { cadence, onHoliday } = report;
    const earlier = 'follows' in cadence ? (laid.get(cadence.follows) ?? []) : [];
    const times = occurrences(cadence, { start, end, onHoliday }, calendar, earlier);
    laid.set(report.id, times);
    return times.map(({ period, due, movedFrom, provisional }) => ({
      source: report.id,
      period,
      name: report.name,
      by: report.by,
      to: report.to,
      ...(report.form ? { form: report.form } : {}),
      due: at(due, cadence.time ?? END_OF_DAY),
      ...(movedFrom ? { movedFrom } : {}),
      asGiven: cadence.asGiven,
      provisional,
    }));
  });
}
