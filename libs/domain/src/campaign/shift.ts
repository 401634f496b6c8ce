import { type Instant, at, dayOf, plusDays, timeOf } from '../time/instant.js';
import type { CampaignFile } from './file.js';

/** The same time of day, `days` later. */
export const shifted = (moment: Instant, days: number): Instant => at(plusDays(dayOf(moment), days), timeOf(moment));

/** Phases and the campaign's end that lay ahead at `from`, moved by whole days. The nominal clock moves with them. */
export function shiftPhases(
  file: CampaignFile,
  from: Instant,
  days: number,
): Pick<CampaignFile, 'phases' | 'end' | 'nominalEnd'> {
  const later = (moment: Instant) => (moment > from ? shifted(moment, days) : moment);
  return {
    end: plusDays(file.end, days),
    ...(file.nominalEnd ? { nominalEnd: later(file.nominalEnd) } : {}),
    phases: file.phases.map((phase) => ({
      ...phase,
      ...(phase.start ? { start: later(phase.start) } : {}),
      ...(phase.end ? { end: later(phase.end) } : {}),
    })),
  };
}
