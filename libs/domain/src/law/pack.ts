import { z } from 'zod';
import { type ClockRule, clockRule } from './clock.js';
import { penaltyBand } from './penalty.js';

/** A jurisdiction's parameters, valid from a day. A case pins the pack it began with. */
export const lawPack = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string(),
    jurisdiction: z.string(),
    effectiveFrom: z.iso.date(),
    source: z.string(),
    clocks: z.array(clockRule).min(1),
    penalties: z.array(penaltyBand).min(1),
  })
  .meta({ id: 'LawPack' });
export type LawPack = z.infer<typeof lawPack>;

export function clockRuleOf(law: LawPack, id: string): ClockRule {
  const rule = law.clocks.find((each) => each.id === id);
  if (!rule) throw new Error(`the law pack ${law.id} has no clock ${id}`);
  return rule;
}
