import { Refusal } from '../refusal.js';
import type { WorkingCalendar } from '../time/calendar.js';
import { type Day, type Instant, dayOf, daysBetween, plusDays, plusHours, plusMonths } from '../time/instant.js';
import type { ClockRule, Lengthened, Span } from './clock.js';

/** How a limit is counted, day by day of the way: what {@link explainClock} tells in words. */
export interface Reckoned {
  readonly start: Day;
  /** The last day by the rule's own length. */
  readonly base: Day;
  /** After each extension. */
  readonly extended: readonly Day[];
  /** After each span that does not count, in the order of the calendar, with the days it took out. */
  readonly excluded: readonly { readonly span: Span; readonly days: number; readonly last: Day }[];
  readonly last: Day;
  /** To the minute, where the limit is one of hours. */
  readonly hour?: Instant;
  readonly provisional: boolean;
}

/** Counts a limit. The day of the event itself does not count (行政处罚法 85; 民法典 201). */
export function reckon(
  rule: ClockRule,
  from: Instant,
  calendar: WorkingCalendar,
  { extensions = [], excluded = [] }: Lengthened = {},
): Reckoned {
  const start = dayOf(from);
  if (rule.unit === 'hour') {
    const hour = plusHours(from, rule.length);
    const last = dayOf(hour);
    return { start, base: last, extended: [], excluded: [], last, hour, provisional: false };
  }
  requireApart(excluded);
  const lasting = (length: number) => lastDay(rule, start, length, calendar);
  const base = lasting(rule.length);
  let length = rule.length;
  const extended = extensions.map((each) => lasting((length += each)));
  const counted = extended.at(-1) ?? base;
  const spans = excluded.toSorted((one, other) => one.from.localeCompare(other.from));
  const pushed = spans.map((each, at) => {
    const { last, days } = without(rule, start, counted, spans.slice(0, at + 1), calendar);
    return { span: each, days, last };
  });
  const end = pushed.at(-1)?.last ?? counted;
  const last = rule.rollsOverHolidays ? calendar.rollForward(end) : end;
  const [first, latest] = start < last ? [start, last] : [last, start];
  return {
    ...{ start, base, extended, last },
    excluded: pushed.map((each, at) => ({ ...each, days: each.days - (pushed[at - 1]?.days ?? 0) })),
    provisional: (rule.unit === 'workingDay' || rule.rollsOverHolidays) && calendar.spanIsProvisional(first, latest),
  };
}

function lastDay({ unit, counts }: ClockRule, start: Day, length: number, calendar: WorkingCalendar): Day {
  const way = counts === 'before' ? -length : length;
  if (unit === 'workingDay') return calendar.addWorkingDays(start, way);
  if (unit === 'day') return plusDays(start, way);
  return plusMonths(start, unit === 'year' ? way * 12 : way);
}

/** The last day when these spans do not count, and how many days they took out: the longer it gets, the more of them it meets. */
function without(rule: ClockRule, start: Day, counted: Day, spans: readonly Span[], calendar: WorkingCalendar) {
  const working = rule.unit === 'workingDay';
  const lost = (until: Day) => spans.reduce((sum, span) => sum + daysOf(span, start, until, working && calendar), 0);
  let days = 0;
  let last = counted;
  for (let more = lost(last); more !== days; more = lost(last)) {
    days = more;
    last = working ? calendar.addWorkingDays(counted, days) : plusDays(counted, days);
  }
  return { last, days };
}

/** Days of the span after `start` and up to `until` that would have counted. */
function daysOf({ from, until }: Span, start: Day, end: Day, calendar: WorkingCalendar | false): number {
  const first = from > start ? (from as Day) : plusDays(start, 1);
  const last = until < end ? (until as Day) : end;
  if (first > last) return 0;
  const days = daysBetween(first, last) + 1;
  if (!calendar) return days;
  return Array.from({ length: days }, (_, at) => plusDays(first, at)).filter((on) => calendar.isWorkingDay(on)).length;
}

/** Spans that lie one in another would take the same days out twice. */
export function requireApart(spans: readonly Span[]): void {
  const sorted = spans.toSorted((one, other) => one.from.localeCompare(other.from));
  sorted.forEach(({ from, until }, at) => {
    const before = sorted[at - 1];
    if (until < from)
      throw new Refusal(
        'invalid',
        'exclusion.ends-before-it-begins',
        { zh: `扣除期间的结束日 ${until} 早于开始日 ${from}`, en: `excluded time ends on ${until}, before ${from}` },
        { field: 'excluded' },
      );
    if (before && before.until >= from)
      throw new Refusal(
        'invalid',
        'exclusion.overlaps',
        {
          zh: `扣除期间重叠：${before.from} 至 ${before.until} 与 ${from} 至 ${until}`,
          en: `excluded times overlap: ${before.from} to ${before.until}, and ${from} to ${until}`,
        },
        { field: 'excluded' },
      );
  });
}
