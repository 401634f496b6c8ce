import type { Candidate, Inspector } from '../draw/list.js';
import type { AccountId, RegionPath, UnitId } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';

/** 专家; 第三方力量: insurers, auditors, IT firms that take part under a contract (R-ORG-14, R-ORG-15). */
export const MEMBER_KINDS = ['expert', 'thirdParty'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export const MEMBER_STATUSES = ['listed', 'withdrawn'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];
export const MEMBER_STATUS_NAMES: Readonly<Record<MemberStatus, Bilingual>> = {
  listed: { zh: '在库', en: 'in the pool' },
  withdrawn: { zh: '已出库', en: 'withdrawn' },
};

/** 入库人员: somebody a region may draw into its inspection teams. Kept without telephone: a draw needs none. */
export interface PoolMember {
  readonly id: string;
  readonly region: RegionPath;
  readonly version: number;
  readonly status: MemberStatus;
  readonly kind: MemberKind;
  readonly name: string;
  /** 职称、职务 */
  readonly title?: string;
  readonly specialties: readonly string[];
  /** The registered unit they work for; whoever works elsewhere has the words of `employer` alone. */
  readonly unit?: UnitId;
  readonly employer: string;
  /** 合同编号 and 服务范围 of a third party. */
  readonly contract?: string;
  readonly scope?: string;
  /** 聘期, or the contract's; both days included. Without an end until they are withdrawn. */
  readonly from: Day;
  readonly until?: Day;
  readonly withdrawnBecause?: string;
  readonly enteredBy: AccountId;
}

/** Whether they may be drawn on a day. */
export const isUsable = ({ status, from, until }: Pick<PoolMember, 'status' | 'from' | 'until'>, on: Day): boolean =>
  status === 'listed' && from <= on && (until === undefined || on <= until);

const LONGEST_NAME = 300;
const WORKS_THERE = '在该单位任职';

/**
 * As a draw knows them: under the member's own id, and away from whatever they work for, by its number or by its very name, besides the
 * conflicts that were declared (R-ORG-15).
 */
export function drawnAs(
  { id, name, unit, employer }: Pick<PoolMember, 'id' | 'name' | 'unit' | 'employer'>,
  candidates: readonly Candidate[],
  declared: Inspector['avoids'] = [],
): Inspector {
  const known = new Set(declared.map(({ candidate }) => candidate));
  const own = candidates.filter((each) => (each.id === unit || each.name === employer) && !known.has(each.id));
  return {
    id,
    name: `${name}（${employer}）`.slice(0, LONGEST_NAME),
    avoids: [...declared, ...own.map((each) => ({ candidate: each.id, why: WORKS_THERE }))],
  };
}
