import { permission } from '@fundguard/domain';
import { z } from 'zod';

/** RFC 9457. `type` is stable; `detail` is for people, in the language they asked for, the other one beside it. */
export const problem = z
  .object({
    type: z.string().meta({
      description: 'Stable code, as a relative reference',
      examples: ['/problems/penalty.multiple-outside-band'],
    }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    detailEn: z.string().optional(),
    field: z.string().optional(),
    article: z.string().optional().meta({ description: 'The legal reason, where there is one' }),
    standing: z.unknown().optional().meta({ description: 'What stands instead of what was asked for' }),
    permission: permission.optional().meta({ description: 'What would be needed' }),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string(), detailEn: z.string().optional() }))
      .optional()
      .meta({ description: 'What is wrong with what was sent, field by field' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

export const typeOf = (code: string): string => `/problems/${code}`;
