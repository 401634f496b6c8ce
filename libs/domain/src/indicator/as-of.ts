import { Refusal } from '../refusal.js';
import { type Day, type Instant, dayOf, endOf } from '../time/instant.js';

/** 统计截止: the end of a day that has passed, or now. Nobody counts a day to come. */
export function asOfInstant(now: Instant, on: string | undefined): Instant {
  if (on === undefined || on === dayOf(now)) return now;
  if (on < dayOf(now)) return endOf(on as Day);
  throw new Refusal(
    'invalid',
    'date.in-future',
    { zh: '统计截止日不得晚于今天', en: 'figures are as of today or earlier' },
    { field: 'asOf' },
  );
}
