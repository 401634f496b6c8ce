import { z } from 'zod';
import { type Bilingual, text } from '../text.js';
import { type Instant, plusHours } from '../time/instant.js';
import { campaignAct } from './act.js';

/** Nobody is chased twice within so many hours: a reminder that comes every hour is read by no one. */
export const CHASE_REST_HOURS = 24;
const UNITS_AT_ONCE = 3_000;

/** What a unit still owes when it is to be chased. */
export interface Arrears {
  readonly unit: string;
  /** Open, returned or overdue. */
  readonly owed: number;
  readonly dropped: boolean;
  readonly chasedAt: Instant | null;
}

export const CHASE_SKIPS = ['notTakingPart', 'dropped', 'nothingOwed', 'chasedLately'] as const;
export type ChaseSkip = (typeof CHASE_SKIPS)[number];

/** 催办: tells the contacts of the units named, once each, of what they owe. Whoever is skipped stands on the record with the reason. */
export const chaseUnits = campaignAct(
  'campaign.coordinate',
  ['running'],
  z.strictObject({
    units: z.array(z.uuid()).min(1).max(UNITS_AT_ONCE),
    message: text(500).optional().meta({ description: 'What the units are told beside what they owe' }),
  }),
  (_file, { units, message }, { now, arrears = [] }) => {
    const known = new Map(arrears.map((each) => [each.unit, each]));
    const judged = [...new Set(units)].map((unit) => ({ unit, why: skipped(known.get(unit), now) }));
    const told = judged.filter(({ why }) => !why).map(({ unit }) => unit);
    return {
      kind: 'unitsChased',
      changes: {},
      data: {
        ...(message ? { message } : {}),
        told: told.length,
        units: told,
        skipped: judged.filter(({ why }) => why),
      },
    };
  },
);

function skipped(known: Arrears | undefined, now: Instant): ChaseSkip | undefined {
  if (!known) return 'notTakingPart';
  if (known.dropped) return 'dropped';
  if (known.owed === 0) return 'nothingOwed';
  return known.chasedAt && now < plusHours(known.chasedAt, CHASE_REST_HOURS) ? 'chasedLately' : undefined;
}

/** What a chased unit is told; how much it owes is added for each. */
export const chaseSubject = (campaign: string, message: string | undefined): Bilingual => ({
  zh: `${campaign}：催办${message ? `：${message}` : ''}`,
  en: `${campaign}: reminder${message ? `: ${message}` : ''}`,
});
