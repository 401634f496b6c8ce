import type { CampaignFile } from '../campaign/file.js';
import type { PlanTarget } from '../campaign/plan-content.js';
import { type PlanDay, resolveDay } from '../campaign/plan-day.js';
import { type Day, type Instant, dayOf, daysBetween, endOf, plusDays } from '../time/instant.js';

type Dated = Pick<CampaignFile, 'start' | 'end' | 'phases'>;

/** The day a target is aimed at and its last day; without days of its own, the campaign's end (R-CAMP-09). */
export function targetDays({ by, finally: last }: PlanTarget, file: Dated): { readonly aim?: Day; readonly last: Day } {
  const read = (when: PlanDay | undefined) =>
    when &&
    resolveDay(when, 'last', {
      start: file.start,
      end: file.end,
      endOfPhase: (id) => {
        const end = file.phases.find((phase) => phase.id === id)?.end;
        return end && dayOf(end);
      },
    });
  const [aim, final] = [read(by), read(last)];
  return final && aim ? { aim, last: final } : { last: final ?? aim ?? file.end };
}

/** How many points a trend has at most. */
const POINTS = 12;

/** The ends of days at even distances from the campaign's start, and last the instant itself. */
export function trendInstants(start: Day, until: Instant): readonly Instant[] {
  const today = dayOf(until);
  const days = daysBetween(start, today);
  if (days <= 0) return [until];
  const step = Math.ceil(days / POINTS);
  const before = Array.from({ length: Math.floor(days / step) }, (_, index) => plusDays(today, -step * (index + 1)));
  return [...before.reverse().map(endOf), until];
}
