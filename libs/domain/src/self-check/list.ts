import { z } from 'zod';
import { slug } from '../campaign/plan-day.js';
import { bilingual } from '../text.js';

/** 自查提醒清单、自查问题清单: what a kind of unit goes through point by point (R-SELF-01, 02). */
export const selfCheckList = z
  .strictObject({
    id: slug,
    version: z.int().positive(),
    name: bilingual,
    kinds: z.array(z.enum(['institution', 'pharmacy', 'agency'])).min(1),
    source: z.string(),
    certainty: z.enum(['read', 'own', 'local']),
    /** 抽查比例: of how many the unit has, so many per cent are looked through (R-SCOPE-13). */
    samples: z.array(
      z.strictObject({ id: slug, name: bilingual, percent: z.int().min(1).max(100), source: z.string() }),
    ),
    categories: z
      .array(
        z.strictObject({
          name: bilingual,
          points: z
            .array(z.strictObject({ id: z.string().regex(/^[0-9]+-[0-9]+$/), text: bilingual, basis: z.string() }))
            .min(1),
        }),
      )
      .min(1),
    /** 承诺书: what whoever signs promises (R-SELF-06). */
    commitment: bilingual,
  })
  .refine(({ categories }) => {
    const ids = categories.flatMap(({ points }) => points.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  }, '要点标识不得重复 · the ids of points are unique')
  .meta({ id: 'SelfCheckList' });
export type SelfCheckList = z.infer<typeof selfCheckList>;
