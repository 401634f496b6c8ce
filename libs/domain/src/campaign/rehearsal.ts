import type { Bilingual } from '../text.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Instant, dayOf, endOf, startOf } from '../time/instant.js';
import { type Step, climb } from './ladder.js';
import { type Lateness, type Owed, simulateSubmissions } from './lateness.js';
import { TOLD_BY_CLOCK } from './notices.js';
import type { PlanTemplate } from './plan.js';
import {
  TITLES,
  WHY_CLOSED,
  joined,
  reached,
  toUnits,
  whyDue,
  whyNominalEnd,
  whyPhaseEnds,
  whyPhaseStarts,
  whyRung,
} from './rehearsal-words.js';
import type { Schedule, ScheduledDuty } from './schedule.js';

/** What may happen at one instant, in the order in which it happens. */
export const REHEARSAL_KINDS = [
  'phase.start',
  'reminder',
  'due',
  'overdue',
  'phase.end',
  'nominal-end',
  'escalation',
  'closed',
] as const;
export type RehearsalKind = (typeof REHEARSAL_KINDS)[number];

export interface RehearsalEntry {
  readonly at: Instant;
  readonly kind: RehearsalKind;
  readonly what: Bilingual;
  readonly to: Bilingual;
  readonly why: Bilingual;
  /** How many messages, or things due, it stands for: one a unit where units are concerned, else one. */
  readonly count: number;
  /** The units it is about. */
  readonly units: readonly string[];
  readonly keyTarget: boolean;
  readonly provisional: boolean;
}

export interface RehearsedUnit {
  readonly id: string;
  readonly name: string;
}

/** A plan laid on the calendar, and who owes each of its deliverables and reports. */
export interface Staging {
  readonly plan: PlanTemplate;
  readonly schedule: Schedule;
  readonly owing: (duty: ScheduledDuty) => readonly RehearsedUnit[];
  readonly calendar: WorkingCalendar;
}

interface OwedByUnit extends Owed {
  readonly duty: ScheduledDuty;
  readonly name: string;
  /** When it is sent in; undefined is never. */
  readonly sentAt?: Instant | undefined;
}

/**
 * Everything that fires when the campaign runs, were it launched by its first day and its units as late as told. Pure:
 * the functions are those the running campaign is computed with.
 */
export function rehearseCampaign(staging: Staging, lateness: Lateness): RehearsalEntry[] {
  const { schedule, owing } = staging;
  const launch = startOf(schedule.start);
  const owed = schedule.duties
    .filter(({ due }) => due > launch)
    .flatMap((duty): OwedByUnit[] =>
      owing(duty).map(({ id, name }) => ({
        ...{ source: duty.source, period: duty.period, due: duty.due, unit: id },
        ...{ duty, name },
      })),
    );
  const sent = simulateSubmissions(owed, lateness).map(({ owed: each, at }) => ({ ...each, sentAt: at }));
  const deadlines = [...grouped(sent, ({ due }) => due)];
  const last = lastMoment(staging, sent, deadlines);
  const entries = [
    ...phaseEntries(staging, last),
    ...[...grouped(sent, ({ duty }) => duty)].map(([duty, each]) => dueEntry(staging, duty, each)),
    ...deadlines.flatMap(([due, each]) => ladderEntries(staging, due, each)),
    closing(staging, last),
  ];
  return entries.sort(
    (a, b) => a.at.localeCompare(b.at) || REHEARSAL_KINDS.indexOf(a.kind) - REHEARSAL_KINDS.indexOf(b.kind),
  );
}

/** When the campaign can be closed: its phases ended, everything was due, and no ladder is climbed any more. */
function lastMoment(
  { plan, schedule, calendar }: Staging,
  sent: readonly OwedByUnit[],
  deadlines: readonly (readonly [Instant, readonly OwedByUnit[]])[],
): Instant {
  const climbed = deadlines
    .filter(([, each]) => each.some(({ sentAt }) => sentAt === undefined))
    .flatMap(([due]) => climb(plan.escalation, due, calendar).map(({ at }) => at));
  const moments = [
    ...schedule.phases.flatMap(({ end }) => (end ? [end] : [])),
    ...sent.flatMap(({ due, sentAt }) => (sentAt ? [due, sentAt] : [due])),
    ...climbed,
  ];
  return moments.reduce((a, b) => (a > b ? a : b), moments[0] ?? endOf(schedule.end));
}

function phaseEntries({ plan, schedule }: Staging, last: Instant): RehearsalEntry[] {
  const told = (kind: keyof typeof TOLD_BY_CLOCK) => joined(TOLD_BY_CLOCK[kind].map((role) => TITLES[role]));
  const { nominalEnd } = schedule;
  return [
    ...schedule.phases.flatMap((phase) => [
      ...(phase.start
        ? [entry(phase.start, 'phase.start', phase.name, told('phaseStarted'), whyPhaseStarts(phase))]
        : []),
      ...(phase.end ? [entry(phase.end, 'phase.end', phase.name, told('phaseEnded'), whyPhaseEnds(phase))] : []),
    ]),
    ...(nominalEnd && nominalEnd <= last
      ? [entry(nominalEnd, 'nominal-end', plan.name, told('nominalEndReached'), whyNominalEnd(plan.nominalDays ?? 0))]
      : []),
  ];
}

const closing = ({ plan }: Staging, at: Instant): RehearsalEntry =>
  entry(at, 'closed', plan.name, TITLES.coordinator, WHY_CLOSED);

function dueEntry({ calendar }: Staging, duty: ScheduledDuty, owed: readonly OwedByUnit[]): RehearsalEntry {
  const units = namesOf(owed);
  return {
    ...entry(duty.due, 'due', duty.name, toUnits(units), whyDue(duty, calendar)),
    ...{ count: owed.length, units, provisional: duty.provisional },
  };
}

/** The plan's ladder at one due instant, for those who have not sent in what they owe when each rung is climbed. */
function ladderEntries(staging: Staging, due: Instant, owed: readonly OwedByUnit[]): RehearsalEntry[] {
  const { plan, schedule, calendar } = staging;
  return climb(plan.escalation, due, calendar).flatMap((step) => {
    const rung = plan.escalation.find(({ id }) => id === step.rung);
    const owing = owed.filter(({ sentAt }) => sentAt === undefined || sentAt > step.at);
    if (!rung || owing.length === 0) return [];
    const launch = startOf(schedule.start);
    const shared = {
      // A reminder that lies before the launch goes out with it.
      at: step.at < launch ? launch : step.at,
      why: whyRung(rung, step, due, calendar),
      keyTarget: rung.keyTarget,
      provisional: isProvisional(step, due, owed, calendar),
    };
    return reached(rung.to).flatMap((target): RehearsalEntry[] => {
      const units = namesOf(owing);
      if (target === 'coordinator' || target === 'leader') {
        const what = { zh: `${owing.length} 项`, en: `${owing.length} outstanding` };
        return [{ ...entry(shared.at, step.kind, what, TITLES[target], shared.why), ...shared, units }];
      }
      return [...grouped(owing, ({ duty }) => duty)].map(([duty, each]) => {
        const names = namesOf(each);
        const told = entry(shared.at, step.kind, duty.name, toUnits(names, target), shared.why);
        return { ...told, ...shared, count: each.length, units: names };
      });
    });
  });
}

const isProvisional = (step: Step, due: Instant, owed: readonly OwedByUnit[], calendar: WorkingCalendar): boolean =>
  owed.some(({ duty }) => duty.provisional) ||
  (step.kind === 'escalation' && calendar.spanIsProvisional(dayOf(due), dayOf(step.at)));

const entry = (at: Instant, kind: RehearsalKind, what: Bilingual, to: Bilingual, why: Bilingual): RehearsalEntry => ({
  ...{ at, kind, what, to, why, count: 1, units: [], keyTarget: false, provisional: false },
});

const namesOf = (owed: readonly OwedByUnit[]): string[] => [...new Set(owed.map(({ name }) => name))];

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
