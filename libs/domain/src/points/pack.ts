import { z } from 'zod';
import { certainty } from '../law/clock.js';
import { type RegionPath, regionPath } from '../people/actor.js';
import { bilingual } from '../text.js';
import type { Day } from '../time/instant.js';

/** 相关人员: whose services the fund pays. */
export const PRACTITIONER_ROLES = ['physician', 'nurse', 'technician', 'pharmacist', 'responsible'] as const;
export type PractitionerRole = (typeof PRACTITIONER_ROLES)[number];

/** The most points at one time, and those that end a qualification. */
export const MOST_POINTS = 12;

const band = z.strictObject({
  id: z.string(),
  from: z.int().min(1).max(MOST_POINTS),
  to: z.int().min(1).max(MOST_POINTS),
  name: bilingual,
  certainty,
  source: z.string(),
});

/** What so many points lead to: in a natural year together, or at one time. */
const consequence = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['suspension', 'termination']),
    atLeast: z.int().min(1).optional(),
    single: z.int().min(1).max(MOST_POINTS).optional(),
    months: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
    name: bilingual,
    certainty,
    source: z.string(),
  })
  .refine(({ atLeast, single }) => (atLeast === undefined) !== (single === undefined), {
    message: 'is due by points in a year or by points at one time: one of the two',
    path: ['atLeast'],
  });
export type Consequence = z.infer<typeof consequence>;

/** 记分规则, as data: by area and version, for places try them out one after another (R-CRED-05, R-CRED-06). */
export const pointsPack = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.int().positive(),
    name: bilingual,
    region: regionPath,
    effectiveFrom: z.iso.date(),
    source: z.string(),
    certainty,
    roles: z.array(z.enum(PRACTITIONER_ROLES)).min(1),
    bands: z.array(band).min(1),
    consequences: z.array(consequence).min(1),
  })
  .superRefine(({ bands }, context) => {
    const covered = bands.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
    if (covered.length !== MOST_POINTS || covered.some((points, index) => points !== index + 1))
      context.addIssue({
        code: 'custom',
        path: ['bands'],
        message: `the bands go from 1 to ${MOST_POINTS}, each once`,
      });
  })
  .meta({ id: 'PointsPack' });
export type PointsPack = z.infer<typeof pointsPack>;

export const pointsReference = ({ id, version }: Pick<PointsPack, 'id' | 'version'>): string => `${id}@${version}`;

/** The rules of a place on a day: its own before those of a region above, the newest first. Undefined where none was in force. */
export const pointsRulesOf = (packs: readonly PointsPack[], region: RegionPath, on: Day): PointsPack | undefined =>
  packs
    .filter((pack) => region.startsWith(pack.region) && pack.effectiveFrom <= on)
    .sort(
      (one, other) => other.region.length - one.region.length || (one.effectiveFrom < other.effectiveFrom ? 1 : -1),
    )[0];

export const bandOf = ({ bands }: PointsPack, points: number) =>
  bands.find(({ from, to }) => from <= points && points <= to);
