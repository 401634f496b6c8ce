import { z } from 'zod';
import { type DaySpan, readCalendarWords } from '../time/calendar-words.js';
import { type Day, day, daysBetween, plusDays, plusMonths } from '../time/instant.js';

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '小写字母和数字，用连字符连接 · lower-case words joined by hyphens');
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写作 HH:MM · a time, HH:MM');
const asGiven = z.string().optional().meta({ description: "The plan document's own words (上旬, 月底)" });
/** `MM-DD`, checked against a leap year so that 02-29 may stand. */
const monthDay = z
  .string()
  .refine(
    (value) => z.iso.date().safeParse(`2024-${value}`).success,
    '须为一年中的某日，写作 MM-DD · a day of the year, MM-DD',
  );
const words = z
  .string()
  .refine((value) => readCalendarWords(value, 2024) !== undefined, '4月上旬, 3月底, 12月, 上半年, 下半年, 年底');

/**
 * A day of a plan: so many days, or whole months, after the start; a day of the year, or the words for it; the end of a phase; a
 * date; or one that is given when the campaign is drafted.
 */
export const planDay = z.union([
  z.strictObject({ day: z.int().min(-366).max(1_000), asGiven }),
  z.strictObject({ months: z.int().min(1).max(60), asGiven }),
  z.strictObject({ monthDay, asGiven }),
  z.strictObject({ words, asGiven }),
  z.strictObject({ endOf: slug, asGiven }),
  z.strictObject({ date: z.iso.date(), asGiven }),
  z.strictObject({ given: z.literal(true), asGiven }),
]);
export type PlanDay = z.infer<typeof planDay>;

/** Which end of a span of days is meant: a phase begins with the first of 12月下旬, and ends with the last. */
export type Edge = 'first' | 'last';

/** A campaign while its days are read; `end` is the one its plan gives, before anybody chose another. */
export interface Frame {
  readonly start: Day;
  readonly end?: Day | undefined;
  readonly endOfPhase?: (phase: string) => Day | undefined;
}

/** Undefined where the day is not known: it is given at the draft, or hangs on a phase without an end. */
export function resolveDay(when: PlanDay, edge: Edge, { start, end, endOfPhase }: Frame): Day | undefined {
  if ('day' in when) return plusDays(start, when.day);
  if ('months' in when) return plusDays(plusMonths(start, when.months), -1);
  if ('date' in when) return when.date as Day;
  if ('endOf' in when) return endOfPhase?.(when.endOf);
  if ('given' in when) return undefined;
  const year = Number(start.slice(0, 4));
  const spans =
    'words' in when
      ? YEARS_AROUND.flatMap((more) => readCalendarWords(when.words, year + more) ?? [])
      : LEAP_YEARS_AROUND.flatMap((more) => dayOfYear(when.monthDay, year + more) ?? []);
  return nearest(spans, start, end)?.[edge === 'first' ? 'from' : 'to'];
}

const YEARS_AROUND = [-1, 0, 1];
/** Enough to meet a 29 February on both sides. */
const LEAP_YEARS_AROUND = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/**
 * The span that is under way at the start, or the next one. Where that lies beyond the campaign's end and the one before the start
 * is nearer, that one is meant: a document of 12 April that begins at 3月底 does not wait for the next March.
 */
function nearest(spans: readonly DaySpan[], start: Day, end: Day | undefined): DaySpan | undefined {
  const next = spans.find(({ to }) => to >= start);
  const before = spans.findLast(({ to }) => to < start);
  if (!next || !before || !end || next.from <= end) return next;
  return daysBetween(before.to, start) < daysBetween(end, next.from) ? before : next;
}

const dayOfYear = (monthDay: string, year: number): DaySpan | undefined => {
  const on = `${year}-${monthDay}`;
  return isDay(on) ? { from: on, to: on } : undefined;
};

const isDay = (text: string): text is Day => {
  try {
    return day(text) === text;
  } catch {
    return false;
  }
};
