import {
  type Day,
  type PlanTemplate,
  REHEARSAL_KINDS,
  type WorkingCalendar,
  dayOf,
  daysBetween,
  chosenDates,
  firstDayFrom,
  givenDay,
  planDates,
  regionPath,
  sketchPlan,
  unitSelector,
} from '@fundguard/domain';
import { z } from 'zod';

const said = z.object({ zh: z.string(), en: z.string() });
const owed = z.object({ id: z.string(), name: said, by: z.string(), to: z.string(), asGiven: z.string().optional() });

const planDate = z.object({
  place: z.string(),
  name: said,
  asGiven: z.string().optional(),
  isNeeded: z.boolean().meta({ description: 'The document leaves it open' }),
  isReading: z.boolean().meta({ description: 'Read from words such as 上旬 or 月底' }),
});

export const planLine = z
  .object({
    id: z.string(),
    version: z.int(),
    nameZh: z.string(),
    nameEn: z.string(),
    phases: z.int(),
    kind: said,
    level: z.string(),
    source: z.string(),
    document: z.string().optional().meta({ description: 'The number of the document' }),
    superior: z.array(z.string()).meta({ description: 'The documents it carries out' }),
    start: z.string().optional().meta({ description: 'The first day the plan itself gives' }),
    tied: z.string().optional().meta({ description: 'The next first day its phases are tied to, such as 1 May' }),
    endAsGiven: z.string().optional(),
    days: z.int().meta({
      description: 'From the first day to the last, laid from the start the plan gives, or from the next day it fits',
    }),
    nominalDays: z.int().optional(),
    participants: z.object({ kinds: unitSelector.shape.kinds, asGiven: z.string() }),
    outline: z.array(
      z.object({
        id: z.string(),
        name: said,
        from: z.int().optional().meta({ description: 'Days after the first day' }),
        to: z.int().optional(),
        asGiven: z.string().optional(),
      }),
    ),
    deliverables: z.array(owed),
    reports: z.array(owed.extend({ weekly: z.boolean() })),
    rungs: z.int().meta({ description: 'Steps of the escalation ladder' }),
    notes: z.array(z.string()),
    dates: z.array(planDate).meta({ description: 'Every day that may be chosen when a campaign is drafted' }),
    written: z
      .object({ region: z.string(), at: z.string() })
      .optional()
      .meta({ description: 'By a bureau itself, and when' }),
  })
  .meta({ id: 'PlanLine' });

/** Longer than any plan; what is pasted by mistake is refused at once. */
const LONGEST = 200_000;

export const planText = z.strictObject({ text: z.string().min(1).max(LONGEST) }).meta({ id: 'PlanText' });

export const checkedPlan = z
  .object({
    problems: z.array(
      z.object({
        path: z.string().meta({ example: 'phases.2.end' }),
        line: z.int().optional(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    plan: planLine.optional().meta({ description: 'In outline, once nothing is wrong with it' }),
  })
  .meta({ id: 'CheckedPlan' });

/** A plan in outline, laid on a first day so that its length can be drawn. */
export function lineOf(plan: PlanTemplate, today: Day, calendar: WorkingCalendar): z.infer<typeof planLine> {
  const schedule = sketchPlan(plan, today, calendar);
  const { start } = schedule;
  const tied = firstDayFrom(plan, today);
  const { id, version, name, kind, level, source, document, participants, deliverables, reports, notes } = plan;
  return {
    ...{ id, version, nameZh: name.zh, nameEn: name.en, phases: schedule.phases.length, kind, level, source, notes },
    ...(document?.number ? { document: document.number } : {}),
    superior: document?.superior ?? [],
    ...(plan.start ? { start: plan.start } : {}),
    ...(tied > today ? { tied } : {}),
    ...(plan.end.asGiven ? { endAsGiven: plan.end.asGiven } : {}),
    days: daysBetween(start, schedule.end),
    ...(plan.nominalDays ? { nominalDays: plan.nominalDays } : {}),
    participants: { kinds: participants.kinds, asGiven: participants.asGiven },
    outline: schedule.phases.map((phase) => ({
      id: phase.id,
      name: phase.name,
      ...(phase.start ? { from: daysBetween(start, dayOf(phase.start)) } : {}),
      ...(phase.end ? { to: daysBetween(start, dayOf(phase.end)) } : {}),
      ...(phase.asGiven ? { asGiven: phase.asGiven } : {}),
    })),
    deliverables: deliverables.map((each) => ({
      ...{ id: each.id, name: each.name, by: each.by.asGiven, to: each.to },
      ...(each.due.asGiven ? { asGiven: each.due.asGiven } : {}),
    })),
    reports: reports.map((each) => ({
      ...{ id: each.id, name: each.name, by: each.by.asGiven, to: each.to, asGiven: each.cadence.asGiven },
      weekly: 'weekday' in each.cadence,
    })),
    rungs: plan.escalation.length,
    dates: planDates(plan),
  };
}

const instants = { start: z.string().optional(), end: z.string().optional() };

/** The days a timeline shades, and the years whose holidays are not published. */
export const daysView = {
  unusual: z.array(z.object({ day: z.string(), kind: z.enum(['weekend', 'holiday', 'worked']) })),
  provisionalYears: z.array(z.int()),
};

export const scheduleView = z
  .object({
    start: z.string(),
    end: z.string(),
    nominalEnd: z.string().optional(),
    phases: z.array(
      z.object({
        id: z.string(),
        name: said,
        ...instants,
        asGiven: z.string().optional(),
        startIsReading: z.boolean().optional(),
        beganBefore: z.boolean().optional(),
      }),
    ),
    duties: z.array(
      z.object({
        source: z.string(),
        period: z.string(),
        phase: z.string().optional(),
        name: said,
        by: z.object({ kinds: unitSelector.shape.kinds, asGiven: z.string() }),
        to: z.string(),
        due: z.string(),
        movedFrom: z.string().optional().meta({ description: 'The holiday it was moved from' }),
        asGiven: z.string().optional(),
        provisional: z.boolean(),
      }),
    ),
    ...daysView,
  })
  .meta({ id: 'Schedule' });

/** `phases.self-check.end=2026-06-30,deliverables.summary.due=2026-09-15` in an address. */
const datesInQuery = z
  .string()
  .max(10_000)
  .optional()
  .transform((text = '') =>
    Object.fromEntries(
      text
        .split(',')
        .filter(Boolean)
        .map((each) => each.split('=', 2) as [string, string]),
    ),
  )
  .pipe(chosenDates)
  .meta({ description: 'Chosen days, `place=day` joined by commas' });

export const scheduleQuery = z.object({ start: givenDay, end: givenDay.optional(), dates: datesInQuery });

export const rehearsalQuery = scheduleQuery.extend({
  region: regionPath.meta({ example: '/990000/990001/' }),
  late: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'The share of what is owed that comes in late' }),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
});

export const rehearsalView = z
  .object({
    schedule: scheduleView,
    units: z.object({
      total: z.int(),
      kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
    }),
    entries: z.array(
      z.object({
        at: z.string(),
        kind: z.enum(REHEARSAL_KINDS),
        what: said,
        to: said,
        why: said,
        count: z.int().meta({ description: 'Messages, or things due: one a unit, or one for an office' }),
        units: z.int().meta({ description: 'How many units it is about' }),
        names: z.array(z.string()).meta({ description: 'The first of them' }),
        keyTarget: z.boolean(),
        provisional: z.boolean(),
      }),
    ),
    chased: z
      .array(z.object({ name: z.string(), overdue: z.int(), escalated: z.int(), keyTarget: z.boolean() }))
      .meta({ description: 'The units that miss a deadline in this rehearsal, and what follows' }),
  })
  .meta({ id: 'Rehearsal' });

export const planUnit = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    type: z.string(),
    region: z.string(),
    takesPart: z.boolean().meta({ description: 'Taken in by the plan’s rule of participants' }),
  })
  .meta({ id: 'PlanUnit' });
