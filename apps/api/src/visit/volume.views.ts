import { z } from 'zod';

const edition = z.object({
  id: z.uuid(),
  edition: z.int(),
  binder: z.string().meta({ description: 'The named person who bound it' }),
  reason: z.string().nullable(),
  visits: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  boundBy: z.string(),
  boundAt: z.string(),
});

export const volumesView = z
  .object({
    owed: z.string().nullable().meta({ description: 'The plan’s own words, where it owes a volume every month' }),
    items: z.array(
      z.object({
        month: z.string(),
        visits: z.int().meta({ description: 'Held in that month and finished' }),
        open: z.int().meta({ description: 'Begun in that month and not finished yet' }),
        isOver: z.boolean().meta({ description: 'It can be bound' }),
        editions: z.array(edition).meta({ description: 'The newest first' }),
      }),
    ),
  })
  .meta({ id: 'CampaignVolumes' });
