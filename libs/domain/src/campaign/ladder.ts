import { z } from 'zod';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Instant, plusHours } from '../time/instant.js';
import { bilingual } from '../text.js';

/** Who a rung reaches. */
export const rungTarget = z.enum(['contact', 'head', 'coordinator', 'office', 'leader']);
export type RungTarget = z.infer<typeof rungTarget>;

const rung = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Relative to the due instant: hours before, the instant itself, or working days after. */
  when: z.union([
    z.strictObject({ hoursBefore: z.int().positive() }),
    z.strictObject({ atDue: z.literal(true) }),
    z.strictObject({ workingDaysAfter: z.int().positive() }),
  ]),
  to: z.array(rungTarget).min(1),
  name: bilingual,
  /** The unit goes on the key-inspection list (重点检查对象). */
  keyTarget: z.boolean().default(false),
});
export type Rung = z.infer<typeof rung>;

/** 催办、督办、约谈: reminders before a deadline and what follows after it. One rung is the instant itself. */
export const ladder = z
  .array(rung)
  .refine(
    (rungs) => rungs.filter(({ when }) => 'atDue' in when).length === 1,
    '须有且只有一级在到期时刻 · exactly one rung is at the due instant',
  )
  .refine(
    (rungs) => new Set(rungs.map(({ id }) => id)).size === rungs.length,
    '各级标识不得重复 · rung ids are unique',
  );

export type StepKind = 'reminder' | 'overdue' | 'escalation';

/** A rung laid on the time line of one deadline. */
export interface Step {
  readonly rung: string;
  readonly kind: StepKind;
  readonly at: Instant;
}

/** The steps of one due instant in the order they fire. Rungs after it keep its time of day. */
export function climb(rungs: readonly Rung[], due: Instant, calendar: WorkingCalendar): Step[] {
  return rungs
    .map(({ id, when }) => ({ rung: id, ...place(when, due, calendar) }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

function place(when: Rung['when'], due: Instant, calendar: WorkingCalendar): Omit<Step, 'rung'> {
  if ('hoursBefore' in when) return { kind: 'reminder', at: plusHours(due, -when.hoursBefore) };
  if ('atDue' in when) return { kind: 'overdue', at: due };
  return { kind: 'escalation', at: calendar.laterBy(due, when.workingDaysAfter) };
}
