import { OBLIGATION_STATUSES, bilingual, reportForm } from '@fundguard/domain';
import { z } from 'zod';

const values = z.record(z.string(), z.string());

const file = z
  .object({ id: z.uuid(), name: z.string(), sha256: z.string(), mediaType: z.string(), bytes: z.int() })
  .meta({ id: 'ReportFile' });

export const draftView = z
  .object({
    form: reportForm.nullable(),
    from: z.string().meta({ description: 'The time the report is about begins after this' }),
    to: z.string(),
    fields: z
      .array(
        z.object({
          id: z.string(),
          value: z.string().nullable().meta({ description: 'To begin with: what the system knows' }),
          known: z.string().nullable().meta({ description: 'Another value wants a reason' }),
          source: bilingual.nullable().meta({ description: 'Where the system has it from' }),
          last: z.string().nullable(),
          difference: z.string().nullable().meta({ description: 'With its sign; of numbers' }),
          questioned: z.boolean().meta({ description: 'So great a change that it is asked about' }),
        }),
      )
      .meta({ description: 'One for each field of the form, in its order' }),
    last: z.object({ content: z.string(), figures: values, zero: z.boolean(), submittedAt: z.string() }).nullable(),
    files: z.array(file).meta({ description: 'Uploaded for it so far' }),
    notRepeated: bilingual.nullable().meta({ description: 'Why last time’s figures cannot be reported again' }),
  })
  .meta({ id: 'ReportDraft' });

export const correction = z.object({
  field: z.string(),
  name: bilingual,
  before: z.string().nullable(),
  after: z.string(),
});

export const reportView = z
  .object({
    form: reportForm.nullable(),
    receiver: z.string().nullable(),
    effective: z.unknown().meta({ description: 'What counts now: what was handed in, with its corrections' }),
    entries: z
      .array(
        z.object({
          seq: z.int(),
          kind: z.enum(['submission', 'correction']),
          at: z.string(),
          by: z.string(),
          report: z.unknown().optional().meta({ description: 'Of a submission: as it was handed in' }),
          corrections: z.array(correction).optional(),
          reason: z.string().optional(),
        }),
      )
      .meta({ description: 'Every submission and correction, oldest first; none is ever changed' }),
    files: z.array(file),
  })
  .meta({ id: 'ReportEntries' });

export const rollUpQuery = z.object({
  source: z.string().max(100).optional().meta({ description: 'A report of the plan; the first with a form' }),
  period: z.string().max(20).optional().meta({ description: 'Of a recurring report; all of them where none is given' }),
  region: z
    .string()
    .regex(/^\/(\d{6}\/)*$/)
    .optional()
    .meta({ description: 'Its children are compared; the campaign’s own, or one’s own below it' }),
});

const named = z.object({ path: z.string(), name: bilingual });
const sums = { owed: z.int(), reported: z.int(), sums: values };

export const rollUpView = z
  .object({
    source: z.string().nullable(),
    period: z.string().nullable(),
    reports: z.array(
      z.object({
        source: z.string(),
        name: bilingual,
        periods: z.array(z.object({ period: z.string(), due: z.string() })),
      }),
    ),
    fields: z
      .array(z.object({ id: z.string(), name: bilingual, kind: z.enum(['money', 'count']) }))
      .meta({ description: 'What is added up' }),
    region: named,
    above: z.array(named).meta({ description: 'The regions above it in one’s charge, the highest first' }),
    rows: z.array(named.extend({ own: z.boolean(), ...sums })).meta({
      description: 'A row for each region below, in the order of their codes; `own` are units of the region itself',
    }),
    total: z.object(sums),
    units: z.array(
      z.object({
        unit: z.uuid(),
        name: z.string(),
        obligation: z.uuid(),
        status: z.enum(OBLIGATION_STATUSES),
        ...sums,
      }),
    ),
    missing: z.array(z.object({ unit: z.uuid(), name: z.string(), region: z.string(), missing: z.int() })),
    limit: z.int().meta({ description: 'No more units are listed than so many; the export has all of them' }),
  })
  .meta({ id: 'RollUp' });
