import { z } from 'zod';
import { bilingual } from '../text.js';
import { ladder } from './ladder.js';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
const asGiven = z.string().optional().meta({ description: "The plan document's own words (上旬, 月底)" });
/** `MM-DD`, checked against a leap year so that 02-29 may stand. */
const monthDay = z
  .string()
  .refine((value) => z.iso.date().safeParse(`2024-${value}`).success, 'a day of the year, MM-DD');

/** A day of the plan: so many days after the start, or the first such day of the year on or after it. */
export const planDay = z.union([
  z.strictObject({ day: z.int().min(-366).max(1_000), asGiven }),
  z.strictObject({ monthDay, asGiven }),
]);
export type PlanDay = z.infer<typeof planDay>;

/** Which units owe something: by kind, narrowed to or freed from some types. */
export const unitSelector = z.strictObject({
  kinds: z.array(z.enum(['bureau', 'agency', 'institution', 'pharmacy', 'partner', 'thirdParty'])).min(1),
  types: z.array(z.string()).optional(),
  exceptTypes: z.array(z.string()).optional(),
  asGiven: z.string(),
});
export type UnitSelector = z.infer<typeof unitSelector>;

const phase = z.strictObject({
  id: slug,
  name: bilingual,
  asGiven,
  /** `after` reads the start as the day after another phase ends, where the document gives none. */
  start: z.union([planDay, z.strictObject({ after: slug })]).optional(),
  end: planDay.optional(),
});

const owed = { id: slug, name: bilingual, by: unitSelector, to: z.string() };
const deliverable = z.strictObject({ ...owed, phase: slug.optional(), due: planDay, time: time.optional() });

const report = z.strictObject({
  ...owed,
  cadence: z.strictObject({ weekday: z.int().min(1).max(7), time, asGiven: z.string() }),
  /** What happens when the day is a holiday: it stands, unless the plan says to move it. */
  onHoliday: z.enum(['stands', 'nextWorkingDay', 'previousWorkingDay']).default('stands'),
});

/** 实施方案模板: a campaign plan as data. Nothing in it names a person. */
export const planTemplate = z
  .strictObject({
    id: slug,
    version: z.int().positive(),
    name: bilingual,
    kind: bilingual,
    /** The level of the bureau whose plan it is. */
    level: z.enum(['province', 'city', 'county']),
    source: z.string(),
    document: z
      .strictObject({ number: z.string().optional(), issuedOn: z.iso.date().optional(), superior: z.array(z.string()) })
      .optional(),
    /** The start used when none is given. */
    start: z.iso.date().optional(),
    end: planDay,
    nominalDays: z.int().positive().optional().meta({ description: 'e.g. 100: a clock of its own beside the phases' }),
    participants: unitSelector,
    phases: z.array(phase),
    deliverables: z.array(deliverable),
    reports: z.array(report),
    escalation: ladder,
    notes: z.array(z.string()).default([]),
  })
  .superRefine((plan, issue) => {
    const complain = (path: PropertyKey[], message: string) => issue.addIssue({ code: 'custom', path, message });
    refuseDuplicates(plan, complain);
    refuseUnknownPhases(plan, complain);
    refuseCycles(plan.phases, complain);
    if (plan.deliverables.length + plan.reports.length === 0)
      complain(['deliverables'], 'a plan in which nobody owes anything');
  })
  .meta({ id: 'PlanTemplate' });
export type PlanTemplate = z.infer<typeof planTemplate>;
export type PlanPhase = z.infer<typeof phase>;
export type PlanDeliverable = z.infer<typeof deliverable>;
export type PlanReport = z.infer<typeof report>;

type Complain = (path: PropertyKey[], message: string) => void;
type Draft = { phases: PlanPhase[]; deliverables: PlanDeliverable[]; reports: PlanReport[] };

function refuseDuplicates(plan: Draft, complain: Complain): void {
  const seen = new Set<string>();
  for (const list of ['phases', 'deliverables', 'reports'] as const) {
    plan[list].forEach(({ id }, index) => {
      if (seen.has(id)) complain([list, index, 'id'], `the id ${id} is used twice`);
      seen.add(id);
    });
  }
}

function refuseUnknownPhases({ phases, deliverables }: Draft, complain: Complain): void {
  const known = new Map(phases.map((each) => [each.id, each]));
  phases.forEach(({ start }, index) => {
    if (!start || !('after' in start)) return;
    const path = ['phases', index, 'start', 'after'];
    if (!known.has(start.after)) complain(path, `no phase ${start.after}`);
    else if (!known.get(start.after)?.end) complain(path, `the phase ${start.after} has no end to start after`);
  });
  deliverables.forEach(({ phase: of }, index) => {
    if (of && !known.has(of)) complain(['deliverables', index, 'phase'], `no phase ${of}`);
  });
}

function refuseCycles(phases: readonly PlanPhase[], complain: Complain): void {
  const after = new Map(phases.map(({ id, start }) => [id, start && 'after' in start ? start.after : undefined]));
  phases.forEach(({ id }, index) => {
    const walked = new Set([id]);
    for (let next = after.get(id); next; next = after.get(next)) {
      if (walked.has(next)) {
        if (next === id) complain(['phases', index, 'start', 'after'], `${[...walked, id].join(' → ')} is a cycle`);
        return;
      }
      walked.add(next);
    }
  });
}
