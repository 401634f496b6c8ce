import type { AccountId, RegionPath, UnitId } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day, Instant } from '../time/instant.js';
import type { Consequence, PointsPack, PractitionerRole } from './pack.js';

export const DEDUCTION_STATUSES = ['standing', 'objected', 'upheld', 'withdrawn'] as const;
export type DeductionStatus = (typeof DEDUCTION_STATUSES)[number];
export const DEDUCTION_STATUS_NAMES: Readonly<Record<DeductionStatus, Bilingual>> = {
  standing: { zh: '已记分', en: 'on record' },
  objected: { zh: '申诉中', en: 'under objection' },
  upheld: { zh: '申诉后维持', en: 'upheld' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
};

/** 一次记分: why, at which institution, and by which rules. What came of it is added, and nothing is taken away. */
export interface Deduction {
  readonly id: string;
  /** The day by which it counts into a natural year: when it was established. */
  readonly on: Day;
  readonly points: number;
  readonly unit: UnitId;
  readonly reason: string;
  /** `id@version` of the rules. */
  readonly rules: string;
  readonly case?: string;
  readonly visit?: string;
  readonly by: AccountId;
  readonly at: Instant;
  readonly status: DeductionStatus;
  readonly objection?: { readonly by: AccountId; readonly grounds: string; readonly at: Instant };
  readonly decision?: { readonly by: AccountId; readonly reason: string; readonly at: Instant };
  /** 更正: what it was before, and why it is not that any more. */
  readonly corrections: readonly {
    readonly from: number;
    readonly reason: string;
    readonly by: AccountId;
    readonly at: Instant;
  }[];
}

/** 相关人员: somebody with all institutions they work for, and all points wherever they were given (R-CRED-03). */
export interface Practitioner {
  readonly id: string;
  readonly region: RegionPath;
  readonly version: number;
  readonly status: 'listed';
  readonly name: string;
  /** `3301**********1234`; the number is sealed beside them. */
  readonly maskedId?: string;
  readonly role: PractitionerRole;
  readonly units: readonly UnitId[];
  readonly deductions: readonly Deduction[];
}

const counts = ({ status }: Deduction): boolean => status !== 'withdrawn';

/** 自然年度累计: the points of a year; those of the years before are history, and nobody has to clear them. */
export const pointsIn = ({ deductions }: Pick<Practitioner, 'deductions'>, year: string): number =>
  deductions.filter((each) => counts(each) && each.on.startsWith(year)).reduce((sum, { points }) => sum + points, 0);

/**
 * Of the consequences that a year's points have reached, the gravest: one replaces another, they do not add up.
 * @param decided bases of what was decided of them this year, `id@version/rule`: nobody is suspended twice for the same points
 */
export function consequenceDue(
  practitioner: Pick<Practitioner, 'deductions'>,
  { consequences }: Pick<PointsPack, 'consequences'>,
  year: string,
  decided: readonly string[] = [],
): Consequence | undefined {
  const total = pointsIn(practitioner, year);
  const counted = practitioner.deductions.filter((each) => counts(each) && each.on.startsWith(year));
  const most = Math.max(0, ...counted.map(({ points }) => points));
  const [gravest] = consequences
    .filter(({ atLeast, single }) => (atLeast !== undefined ? total >= atLeast : most >= (single ?? Infinity)))
    .sort((one, other) => other.months.max - one.months.max);
  return gravest && decided.some((basis) => basis.endsWith(`/${gravest.id}`)) ? undefined : gravest;
}
