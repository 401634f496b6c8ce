import { z } from 'zod';
import { certainty } from '../law/clock.js';
import { fenText } from '../money.js';
import { regionPath } from '../people/actor.js';
import { bilingual } from '../text.js';
import type { Day } from '../time/instant.js';

const category = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: bilingual,
  rate: z.int().min(1).max(10_000).meta({ description: 'Of the case value, in hundredths of a percent: 300 is 3 %' }),
  certainty,
});

/**
 * 奖励标准, as data (R-LEAD-06). The national one has a cap and a floor and leaves the rates to the regions; a region's has the rates, and may
 * keep within the national bounds more narrowly.
 */
export const rewardTable = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.int().positive(),
    jurisdiction: z.string(),
    region: regionPath.meta({ description: 'Whose it is, with all below; `/` for the whole country' }),
    effectiveFrom: z.iso.date(),
    effectiveUntil: z.iso.date().optional(),
    source: z.string(),
    article: z.string(),
    certainty,
    cap: fenText.optional(),
    floor: fenText.optional(),
    categories: z.array(category).default([]),
    note: z.string().optional(),
  })
  .superRefine(({ cap, floor, region, categories }, issue) => {
    const complain = (path: string, message: string) => issue.addIssue({ code: 'custom', path: [path], message });
    if (cap !== undefined && floor !== undefined && BigInt(floor) > BigInt(cap)) complain('floor', 'is above the cap');
    if (region === '/' && (cap === undefined || floor === undefined))
      complain('cap', 'a national table has a cap and a floor');
    if (region !== '/' && categories.length === 0) complain('categories', 'a local table has rates');
  })
  .meta({ id: 'RewardTable' });
export type RewardTable = z.infer<typeof rewardTable>;

export const rewardReference = ({ id, version }: RewardTable): string => `${id}@${version}`;

/** The tables in force somewhere on a day: the nation's, and of the local ones the nearest. */
export function rewardTablesFor(
  tables: readonly RewardTable[],
  region: string,
  on: Day,
): { readonly national: RewardTable | undefined; readonly local: RewardTable | undefined } {
  const inForce = tables
    .filter(
      ({ effectiveFrom, effectiveUntil }) =>
        effectiveFrom <= on && (effectiveUntil === undefined || on <= effectiveUntil),
    )
    .filter((table) => region.startsWith(table.region))
    .sort(
      (a, b) =>
        a.region.length - b.region.length || a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version,
    );
  return {
    national: inForce.findLast((table) => table.region === '/'),
    local: inForce.findLast((table) => table.region !== '/'),
  };
}
