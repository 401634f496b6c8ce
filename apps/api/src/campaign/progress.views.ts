import { CHASE_SKIPS } from '@fundguard/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';

const STATES =
  'One letter a column: . not owed, o open, r returned, s submitted, a accepted, x overdue, w waived; S and A: late';

/** Units by what they owe, small enough for three thousand units in one answer. */
export const progressView = z
  .object({
    columns: z.array(
      z.object({
        source: z.string(),
        period: z.string(),
        name: z.string(),
        phase: z.string().nullable().meta({ description: 'A recurring report belongs to none' }),
        due: z.string().meta({ description: 'When most units owe it' }),
      }),
    ),
    rows: z.array(
      z.object({
        unit: z.uuid(),
        name: z.string(),
        kind: z.string(),
        region: z.string(),
        keyTarget: z.string().nullable(),
        dropped: z.boolean(),
        chasedAt: z.string().nullable(),
        states: z.string().meta({ description: STATES }),
      }),
    ),
    regions: z.array(z.object({ path: z.string(), nameZh: z.string(), nameEn: z.string() })),
  })
  .meta({ id: 'Progress' });

export const progressQuery = z.object({
  phase: z.string().max(80).optional().meta({ description: 'Only what belongs to this phase, and who owes it' }),
  due: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'Only what is due at this instant, and who owes it' }),
});

export const chaseView = z
  .object({
    id: z.uuid(),
    seq: z.int(),
    at: z.string(),
    by: z.string(),
    message: z.string().nullable(),
    units: z.array(
      z.object({
        unit: z.uuid(),
        name: z.string(),
        readAt: z.string().nullable(),
        mail: z
          .enum(['none', 'waiting', 'sent', 'failed', 'uncertain'])
          .meta({ description: 'How far e-mails to its contacts got; the worst where there are several' }),
      }),
    ),
    skipped: z.array(z.object({ unit: z.uuid(), name: z.string().nullable(), why: z.enum(CHASE_SKIPS) })),
  })
  .meta({ id: 'Chase' });
export const chasePage = pageOf(chaseView, 'ChasePage');
export const chaseQuery = pageQuery.extend({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(20).default(5),
  unit: z.uuid().optional().meta({ description: 'Only chases that named this unit, and of those only this unit' }),
});
