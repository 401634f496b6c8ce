import { COPY_STATUSES, FIGURE_UNITS, bilingual, certainty } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';

export const tableLine = z
  .object({
    id: z.string(),
    version: z.int(),
    title: bilingual,
    ofPlan: z.boolean().meta({ description: 'The plan of the campaign asks for it' }),
    source: z.string(),
    certainty: certainty.meta({ description: 'How sure its columns are' }),
    notes: z.array(z.string()),
    copies: z.int().meta({ description: 'How often it was filled in' }),
  })
  .meta({ id: 'TableLine' });

const narrowing = z.record(z.string(), z.unknown());

export const computedTable = z
  .object({
    table: z.string(),
    version: z.int(),
    title: bilingual,
    unitLine: z.string(),
    filler: z.string(),
    asOf: z.string(),
    columns: z.array(
      z.object({
        id: z.string(),
        heads: z.array(bilingual),
        width: z.int(),
        unit: z.enum([...FIGURE_UNITS, 'text']),
        indicator: z.string().optional().meta({ description: 'What its cells count' }),
        among: narrowing.optional(),
        thisMonth: z.literal(true).optional(),
      }),
    ),
    rows: z.array(
      z.object({
        key: z.string(),
        label: bilingual,
        isTotal: z.boolean(),
        among: narrowing.meta({
          description: 'Together with that of the column: what the cell’s rows are narrowed to',
        }),
        cells: z
          .array(z.string().nullable())
          .meta({ description: 'Figures as digits in the unit of the column; null where it cannot be said' }),
      }),
    ),
  })
  .meta({ id: 'ComputedTable' });

export const tableView = computedTable
  .extend({
    source: z.string(),
    certainty,
    notes: z.array(z.string()),
    records: z.boolean().meta({ description: 'Its rows are cases, by their keys' }),
    mayFill: z.boolean().meta({ description: 'Whether this person may fill it in now' }),
  })
  .meta({ id: 'TableOfCampaign' });

const copyLine = z.object({
  id: z.uuid(),
  campaign: z.uuid(),
  table: z.string(),
  asOf: z.string(),
  status: z.enum(COPY_STATUSES),
  version: z.int(),
  sha256: z.string(),
  filledBy: z.string().meta({ description: 'Name of whoever filled it in' }),
  filledAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  note: z.string().nullable(),
});
export const copyPage = z.object({ items: z.array(copyLine.meta({ id: 'TableCopyLine' })) });

export const copyView = copyLine
  .extend({
    content: computedTable,
    intact: z.boolean().meta({ description: 'Its content still has the hash it was kept with' }),
    differences: z
      .array(z.object({ row: z.string(), column: z.string(), was: z.string().nullable(), is: z.string().nullable() }))
      .meta({ description: 'What is counted otherwise now' }),
    acts: z.array(offer),
  })
  .meta({ id: 'TableCopy' });

export const copyQuery = z.object({ campaign: z.uuid(), table: z.string().max(60).optional() });
