import { z } from 'zod';
import { fenText } from '../money.js';
import { bilingual } from '../text.js';
import { certainty } from './clock.js';

/** What was done, and by whom: it selects the article (条例 37 to 44). */
export const breach = z.enum([
  'misuse',
  'fraud',
  'individual-misuse',
  'individual-fraud',
  'agency-fraud',
  'management',
  'bribery',
  'misappropriation',
]);
export type Breach = z.infer<typeof breach>;

/** Against whom a case runs. */
export const subjectKind = z.enum(['institution', 'individual', 'agency', 'practitioner', 'thirdParty']);
export type SubjectKind = z.infer<typeof subjectKind>;

/** 处理措施 beside money. Some are for another authority: the agency ends agreements, the health authority revokes licences. */
export const measure = z.enum([
  'correction',
  'interview',
  'suspendDepartment',
  'endAgreement',
  'revokeLicence',
  'suspendSettlement',
  'barResponsible',
  'sanctionStaff',
]);
export type Measure = z.infer<typeof measure>;

const measureRule = z.strictObject({
  id: measure,
  months: z.strictObject({ min: z.int().positive(), max: z.int().positive() }).optional(),
  when: bilingual.optional().meta({ description: 'Only then; always where it is left out' }),
  article: z.string(),
});

/** A breach's consequences as data. A fine is a band of multiples of the base, or a band of yuan; both ends included. */
export const penaltyBand = z
  .strictObject({
    breach,
    subjects: z.array(subjectKind).min(1),
    article: z.string(),
    base: z.enum(['loss', 'defrauded', 'none']),
    /** Multiples in hundredths: 200 is twice. Absent where the article orders a refund but no fine. */
    fine: z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() }).optional(),
    fixedFine: z.strictObject({ min: fenText, max: fenText }).optional(),
    /** 没收违法所得, to the treasury. */
    confiscates: z.boolean().default(false),
    /** The breach it becomes on a finding of fraudulent purpose (条例 38 → 40 II; 41 I → 41 II). */
    withPurpose: breach.optional(),
    measures: z.array(measureRule).default([]),
    certainty,
  })
  .meta({ id: 'PenaltyBand' });
export type PenaltyBand = z.infer<typeof penaltyBand>;

export function bandFor(wanted: Breach, bands: readonly PenaltyBand[]): PenaltyBand {
  const band = bands.find((each) => each.breach === wanted);
  if (!band) throw new Error(`the law pack has no band for ${wanted}`);
  return band;
}
