import {
  ENCODING_SIGNS,
  IMPORT_KINDS,
  IMPORT_STATUSES,
  ROW_VERDICTS,
  SHEET_ENCODINGS,
  SHEET_FORMATS,
  importTarget,
} from '@fundguard/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';

const counts = z
  .object({ add: z.int(), change: z.int(), same: z.int(), refuse: z.int() })
  .meta({ id: 'ImportCounts', description: 'What becomes of the rows' });

export const importLine = z
  .object({
    id: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    status: z.enum(IMPORT_STATUSES),
    campaign: z.uuid().nullable(),
    campaignName: z.string().nullable(),
    file: z.string(),
    owner: z.string().meta({ description: 'Name of whoever sent it' }),
    mine: z.boolean(),
    counts,
    job: z.uuid().nullable().meta({ description: 'The work that was begun last' }),
    createdAt: z.string(),
  })
  .meta({ id: 'ImportLine' });

export const importView = importLine
  .extend({
    source: z.string().nullable(),
    period: z.string().nullable(),
    sha256: z.string(),
    bytes: z.int(),
    reading: z.object({
      format: z.enum(SHEET_FORMATS),
      sheets: z.array(z.string()),
      sheet: z.string().optional(),
      encoding: z.enum(SHEET_ENCODINGS).optional(),
      sign: z.enum(ENCODING_SIGNS).optional().meta({ description: 'By what the encoding was known' }),
      delimiter: z.string().optional(),
    }),
    headingRow: z.int(),
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
    fields: z.array(
      z.object({ name: z.string(), zh: z.string(), en: z.string(), example: z.string(), isRequired: z.boolean() }),
    ),
    takesFigures: z.boolean().meta({ description: 'Columns may also be figures' }),
    committed: z.int().meta({ description: 'The last row of the file that is in the books' }),
  })
  .meta({ id: 'Import' });

export const importPage = pageOf(importLine, 'ImportPage');
export const importQuery = pageQuery.extend({ kind: z.enum(IMPORT_KINDS).optional(), campaign: z.uuid().optional() });

export const previewView = z
  .object({ rows: z.array(z.object({ at: z.int(), cells: z.array(z.string()) })) })
  .meta({ id: 'ImportPreview' });

const judgedRow = z
  .object({
    at: z.int(),
    cells: z.array(z.string()),
    verdict: z.enum(ROW_VERDICTS),
    complaints: z.array(z.object({ heading: z.string(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: 'ImportRow' });
export const rowPage = pageOf(judgedRow, 'ImportRowPage');
export const rowQuery = z.object({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  verdict: z.enum(ROW_VERDICTS).optional(),
});

export const targetQuery = importTarget;
export const kindParam = z.enum(IMPORT_KINDS);
export const importWork = z.enum(['check', 'commit']);
