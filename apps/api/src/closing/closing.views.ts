import { bilingual } from '@fundguard/domain';
import { z } from 'zod';

const closingItem = z
  .object({
    id: z.string(),
    name: bilingual,
    required: z.boolean().meta({ description: 'Without it the campaign closes only with a reason' }),
    open: z.int().meta({ description: 'How many are missing' }),
    total: z.int(),
  })
  .meta({ id: 'ClosingItem' });

const block = z.union([
  z.string(),
  z.object({ heading: z.string() }),
  z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
]);

export const closingView = z
  .object({
    items: z.array(closingItem),
    missing: z.int().meta({ description: 'Of the required ones, how many are not done' }),
    summary: z.string().nullable(),
    report: z
      .object({ title: z.string(), blocks: z.array(block) })
      .meta({ description: 'The summary document as it would be made now' }),
    summaries: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        sha256: z.string(),
        bytes: z.int(),
        madeBy: z.string(),
        madeAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'CampaignClosing' });
