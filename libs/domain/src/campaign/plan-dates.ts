import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { type Day, givenDay } from '../time/instant.js';
import { type PlanDay, resolveDay } from './plan-day.js';
import type { PlanTemplate } from './plan.js';

/** Days chosen at the draft, by their place in the plan: `phases.self-check.end`, `deliverables.final-report.due`. */
export const chosenDates = z
  .record(z.string().regex(/^(phases\.[a-z0-9-]+\.(start|end)|deliverables\.[a-z0-9-]+\.due)$/), givenDay)
  .meta({ description: 'Days instead of those the plan reads from its words, or leaves to the draft, by place' });
export type ChosenDates = z.infer<typeof chosenDates>;

/** A day of the plan that can be chosen. */
export interface PlanDate {
  readonly place: string;
  readonly name: PlanTemplate['name'];
  readonly asGiven?: string;
  /** The document leaves it open: the campaign cannot be drafted without it. */
  readonly isNeeded: boolean;
  /** The day is our reading of words such as 上旬 or 月底. */
  readonly isReading: boolean;
}

/** Every day of a plan that somebody may choose, in the order of the document. */
export const planDates = ({ phases, deliverables }: PlanTemplate): PlanDate[] => [
  ...phases.flatMap(({ id, name, start, end }) => [
    ...(start && !('after' in start) ? [dateOf(`phases.${id}.start`, name, start)] : []),
    ...(end ? [dateOf(`phases.${id}.end`, name, end)] : []),
  ]),
  ...deliverables.map(({ id, name, due }) => dateOf(`deliverables.${id}.due`, name, due)),
];

function dateOf(place: string, name: PlanTemplate['name'], when: PlanDay): PlanDate {
  const asGiven = when.asGiven ?? ('words' in when ? when.words : undefined);
  return {
    place,
    name,
    ...(asGiven ? { asGiven } : {}),
    isNeeded: 'given' in when,
    isReading: 'words' in when || 'endOf' in when,
  };
}

/** The first day to show a plan from: its own, else when the first of its phases begins that is tied to the calendar. */
export function firstDayFrom({ start, phases }: PlanTemplate, today: Day): Day {
  const tied = phases.flatMap(({ start: when }) => (when && ('words' in when || 'monthDay' in when) ? [when] : []));
  const begins = tied[0] && resolveDay(tied[0], 'first', { start: today });
  return (start as Day | undefined) ?? begins ?? today;
}

/** The plan with the chosen days in it: what a campaign pins, so that whatever is computed from it later agrees. */
export function withChosenDates(plan: PlanTemplate, dates: ChosenDates): PlanTemplate {
  const places = planDates(plan);
  const stray = Object.keys(dates).find((chosen) => !places.some(({ place }) => place === chosen));
  if (stray) {
    throw new Refusal(
      'invalid',
      'plan.no-such-date',
      { zh: `方案中没有日期“${stray}”`, en: `the plan has no date ${stray}` },
      { field: `dates.${stray}` },
    );
  }
  const chosen = <When extends PlanDay | { after: string }>(place: string, when: When | undefined) => {
    const date = dates[place];
    if (!date || !when) return when;
    const asGiven = places.find((each) => each.place === place)?.asGiven;
    return { date, ...(asGiven ? { asGiven } : {}) };
  };
  return {
    ...plan,
    phases: plan.phases.map((phase) => {
      const start = chosen(`phases.${phase.id}.start`, phase.start);
      const end = chosen(`phases.${phase.id}.end`, phase.end);
      return { ...phase, ...(start ? { start } : {}), ...(end ? { end } : {}) };
    }),
    deliverables: plan.deliverables.map((each) => ({
      ...each,
      due: chosen(`deliverables.${each.id}.due`, each.due) ?? each.due,
    })),
  };
}

/** The document leaves some days to whoever carries it out (202X年X月X日): all of them must be given (R-CAMP-04). */
export function refuseMissingDates(plan: PlanTemplate): void {
  const missing = planDates(plan).filter(({ isNeeded }) => isNeeded);
  const [first] = missing;
  if (!first) return;
  const names = missing.map(({ place }) => place).join(', ');
  throw new Refusal(
    'invalid',
    'plan.date-missing',
    { zh: `方案未写明以下日期，请填写：${names}`, en: `the plan leaves these days open, give them: ${names}` },
    { field: `dates.${first.place}` },
  );
}

/** Chosen days lie inside the campaign (R-CAMP-04); their order within a phase is checked when it is laid out. */
export function refuseDatesOutside(
  dates: ChosenDates,
  { start, end }: { readonly start: Day; readonly end: Day },
): void {
  const outside = Object.entries(dates).find(([, on]) => on < start || on > end);
  if (!outside) return;
  const [place, on] = outside;
  throw new Refusal(
    'invalid',
    'plan.date-outside',
    {
      zh: `${on} 不在专项期间（${start} 至 ${end}）内`,
      en: `${on} lies outside the campaign, ${start} to ${end}`,
    },
    { field: `dates.${place}` },
  );
}
