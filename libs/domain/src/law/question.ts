import { z } from 'zod';
import type { Rules } from '../ports.js';
import { type RegionPath, regionPath } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, type Instant, dayOf, endOf, givenDay, givenInstant, instant } from '../time/instant.js';
import { type ClockRule, span, startClock } from './clock.js';
import { type ClockStep, explainClock, standingOn } from './explain.js';
import { type LawPack, lawReference } from './pack.js';

const given = z
  .string()
  .refine(
    (from) => givenDay.safeParse(from).success || givenInstant.safeParse(from).success,
    '须为日期或者时刻（2000 年至 2099 年） · a day or an instant from 2000 to 2099',
  );

/** 期限测算: a limit asked about without any case. */
export const deadlineQuestion = z
  .strictObject({
    clock: z
      .string()
      .max(60)
      .meta({ description: 'Id of the limit in the law', examples: ['finePayment'] }),
    from: given.meta({ description: 'The event it is counted from: an instant, or a day', examples: ['2026-09-15'] }),
    law: z.string().max(200).optional().meta({ description: 'A pack, `national@2`; else the one in force at `from`' }),
    region: regionPath.optional().meta({ description: 'Whose own rules apply; `/210000/`' }),
    extensions: z.array(z.int().positive().max(1000)).max(10).optional(),
    excluded: z.array(span).max(100).optional(),
    on: givenDay.optional().meta({ description: 'How it stands on that day' }),
  })
  .meta({ id: 'DeadlineQuestion' });
export type DeadlineQuestion = z.output<typeof deadlineQuestion>;

/** Answers it with every step. Refuses an unknown limit, more extensions than the law gives, and times it does not exclude. */
export function answerDeadline(
  { clock, from, law: reference, region, extensions, excluded, on }: DeadlineQuestion,
  rules: Pick<Rules, 'law' | 'currentLaw'>,
  calendar: WorkingCalendar,
) {
  const start = startOfLimit(from);
  const law = reference ? rules.law(reference) : rules.currentLaw(dayOf(start), region as RegionPath | undefined);
  const rule = askedRule(law, clock);
  if (rule.unit === 'hour' && from.length === DAY_ONLY)
    throw new Refusal(
      'invalid',
      'deadline.hour-needs-instant',
      { zh: '以小时计的期限须给出起算的时刻', en: 'a limit of hours is counted from a time of day' },
      { field: 'from', article: rule.article },
    );
  requireGiven(rule, extensions ?? []);
  for (const [at, { kind }] of (excluded ?? []).entries())
    if (rule.excludes.every((each) => each.kind !== kind))
      throw new Refusal(
        'invalid',
        'exclusion.not-provided',
        {
          zh: `法律没有规定该期间（${kind}）可以从此期限中扣除`,
          en: `the law does not take ${kind} out of this limit`,
        },
        { field: `excluded.${at}.kind`, article: rule.article },
      );
  const longer = { ...(extensions ? { extensions } : {}), ...(excluded ? { excluded } : {}) };
  const { due, article, certainty, provisional } = startClock(rule, start, calendar, longer);
  return {
    ...{ clock, name: rule.name, from: start, due, lastDay: dayOf(due), article, certainty, provisional },
    law: lawReference(law),
    steps: explainClock(rule, start, calendar, longer) as ClockStep[],
    ...(on ? { standing: standingOn(due, on as Day, calendar) } : {}),
  };
}
export type DeadlineAnswer = ReturnType<typeof answerDeadline>;

const DAY_ONLY = '2026-09-15'.length;
/** A day means that the event fell on it; the day itself does not count, so its end is as good as its beginning. */
const startOfLimit = (from: string): Instant => (from.length === DAY_ONLY ? endOf(from as Day) : instant(from));

function askedRule(law: LawPack, id: string): ClockRule {
  const rule = law.clocks.find((each) => each.id === id);
  if (rule) return rule;
  throw new Refusal(
    'invalid',
    'deadline.unknown',
    { zh: `没有期限“${id}”`, en: `no limit ${id}; there are ${law.clocks.map((each) => each.id).join(', ')}` },
    { field: 'clock' },
  );
}

function requireGiven({ extensions, article }: ClockRule, asked: readonly number[]): void {
  asked.forEach((length, at) => {
    const rule = extensions[at];
    if (rule && (rule.atMost ? length <= rule.length : length === rule.length)) return;
    throw new Refusal(
      'invalid',
      'deadline.extension',
      rule
        ? {
            zh: `第 ${at + 1} 次延长${rule.atMost ? '不超过' : '为'} ${rule.length}`,
            en: `extension ${at + 1} is ${rule.atMost ? 'at most ' : ''}${rule.length}`,
          }
        : {
            zh: `该期限只能延长 ${extensions.length} 次`,
            en: `this limit is extended ${extensions.length} times at most`,
          },
      { field: `extensions.${at}`, article: rule?.article ?? article },
    );
  });
}
