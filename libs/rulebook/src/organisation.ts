import { bilingual, certainty, unitSelector } from '@fundguard/domain';
import { z } from 'zod';

const code = z.string().regex(/^\d{6}$/, 'six digits');

const region = z.strictObject({
  code,
  parent: code.optional(),
  name: bilingual,
  level: z.enum(['nation', 'province', 'city', 'county']),
});

const unit = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  region: code,
  name: z.string().min(1),
  kind: unitSelector.shape.kinds.element,
  type: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'lower-case words joined by underscores'),
  /** The grade of a hospital (一级, 二级, 三级). */
  level: z.int().min(1).max(3).optional(),
});

/** Regions, parents before children, and the units in them. */
export const organisation = z
  .strictObject({ source: z.string(), certainty, regions: z.array(region).min(1), units: z.array(unit) })
  .superRefine(({ regions, units }, issue) => {
    const complain = (path: PropertyKey[], message: string) => issue.addIssue({ code: 'custom', path, message });
    const codes = new Set<string>();
    regions.forEach((each, index) => {
      if (codes.has(each.code)) complain(['regions', index, 'code'], `the code ${each.code} is used twice`);
      if (each.parent && !codes.has(each.parent))
        complain(['regions', index, 'parent'], `no region ${each.parent} before it`);
      codes.add(each.code);
    });
    const keys = new Set<string>();
    units.forEach((each, index) => {
      if (keys.has(each.key)) complain(['units', index, 'key'], `the key ${each.key} is used twice`);
      if (!codes.has(each.region)) complain(['units', index, 'region'], `no region ${each.region}`);
      keys.add(each.key);
    });
  });
export type Organisation = z.infer<typeof organisation>;
