import { dayOf, isWorked, lastDue } from './days';
import type { Schedule } from './queries';

export interface Conflict {
  readonly code: 'past' | 'startRests' | 'beyondEnd' | 'restingDues' | 'nominal' | 'provisional';
  readonly severity: 'warning' | 'info';
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a coordinator should know of the dates before going on. What the API refuses is not among them. */
export function conflictsOf(
  schedule: Schedule,
  today: string,
  separator: string,
  nameOf: (phase: Phase) => string,
): Conflict[] {
  const { start, end, phases, duties, nominalEnd, provisionalYears } = schedule;
  const conflicts: Conflict[] = [];
  const add = (severity: Conflict['severity'], code: Conflict['code'], details: Conflict['details']) =>
    conflicts.push({ severity, code, details });
  const missed = duties.filter(({ due }) => dayOf(due) < today).length;
  if (start < today) add('warning', 'past', { count: missed });
  if (!isWorked(schedule, start)) add('warning', 'startRests', { day: start });
  const beyond = phases.filter((phase) => phase.end && dayOf(phase.end) > end);
  if (beyond.length > 0) add('warning', 'beyondEnd', { names: beyond.map(nameOf).join(separator), end });
  if (provisionalYears.length > 0) add('warning', 'provisional', { years: provisionalYears.join(separator) });
  const resting = [...new Set(duties.map(({ due }) => dayOf(due)))].filter((day) => !isWorked(schedule, day));
  if (resting.length > 0)
    add('info', 'restingDues', { count: resting.length, days: resting.slice(0, FEW).join(separator) });
  const last = lastDue(schedule);
  if (nominalEnd && dayOf(nominalEnd) !== last) add('info', 'nominal', { day: dayOf(nominalEnd), last });
  return conflicts;
}

const FEW = 5;
type Phase = Schedule['phases'][number];
