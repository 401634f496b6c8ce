import { Refusal } from '../refusal.js';
import { type Day, endOf, plusDays, plusMonths, startOf } from '../time/instant.js';
import type { PlanPhase, PlanRounds } from './plan.js';
import { type Frame, resolveDay } from './plan-day.js';
import type { ScheduledPhase } from './schedule.js';

/** Phases are intervals: they may overlap, leave gaps, have one end or none. Nothing chains them. */
export function schedulePhases(
  phases: readonly PlanPhase[],
  frame: Frame,
): { readonly scheduled: readonly ScheduledPhase[]; readonly ends: ReadonlyMap<string, Day> } {
  const ends = new Map<string, Day>();
  for (const { id, end } of phases) {
    const on = end && resolveDay(end, 'last', frame);
    if (on) ends.set(id, on);
  }
  return { scheduled: phases.map((phase) => schedulePhase(phase, frame, ends)), ends };
}

function schedulePhase(phase: PlanPhase, frame: Frame, ends: ReadonlyMap<string, Day>): ScheduledPhase {
  const { start } = frame;
  const planned = phaseStart(phase, frame, ends);
  const beganBefore = planned !== undefined && planned < start;
  const from = beganBefore ? start : planned;
  const to = ends.get(phase.id);
  if (from && to && to < from) {
    throw new Refusal(
      'invalid',
      'plan.phase-ends-before-start',
      {
        zh: `阶段“${phase.name.zh}”的结束日 ${to} 早于开始日 ${from}`,
        en: `the phase ${phase.id} would end on ${to}, before it starts on ${from}`,
      },
      { field: `phases.${phase.id}.end` },
    );
  }
  return {
    id: phase.id,
    name: phase.name,
    ...(from ? { start: startOf(from) } : {}),
    ...(to ? { end: endOf(to) } : {}),
    ...(phase.asGiven ? { asGiven: phase.asGiven } : {}),
    ...(phase.start && 'after' in phase.start ? { startIsReading: true as const } : {}),
    ...(beganBefore ? { beganBefore: true as const } : {}),
  };
}

function phaseStart({ start: when }: PlanPhase, frame: Frame, ends: ReadonlyMap<string, Day>): Day | undefined {
  if (!when) return undefined;
  if (!('after' in when)) return resolveDay(when, 'first', frame);
  const end = ends.get(when.after);
  return end && plusDays(end, 1);
}

/** One round for each half-year the campaign touches, cut to its first and last day. */
export function scheduleRounds({ name, asGiven }: PlanRounds, start: Day, end: Day): ScheduledPhase[] {
  const rounds: ScheduledPhase[] = [];
  for (let from = start; from <= end;) {
    const next = halfAfter(from);
    const last = plusDays(next, -1);
    const number = rounds.length + 1;
    rounds.push({
      id: `round-${number}`,
      name: { zh: `${name.zh}（第${number}轮）`, en: `${name.en}, round ${number}` },
      start: startOf(from),
      end: endOf(last < end ? last : end),
      ...(asGiven ? { asGiven } : {}),
    });
    from = next;
  }
  return rounds;
}

/** The first day of the half-year after the one a day lies in. */
function halfAfter(on: Day): Day {
  const first = `${on.slice(0, 4)}-${Number(on.slice(5, 7)) <= 6 ? '01' : '07'}-01` as Day;
  return plusMonths(first, 6);
}
