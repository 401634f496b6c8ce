import { z } from 'zod';
import { eventView } from '../case/case.views.js';
import { pageOf, pageQuery } from '../http/page.js';

export const verification = z
  .object({
    files: z.int(),
    events: z.int(),
    broken: z.object({ fileId: z.uuid(), seq: z.int(), reason: z.enum(['hash', 'chain', 'gap', 'head']) }).optional(),
  })
  .meta({ id: 'Verification' });

export const recordedEvent = eventView
  .extend({
    file: z.uuid(),
    about: z.enum(['case', 'campaign', 'import', 'pool', 'practitioner', 'block']),
    title: z.string().meta({ description: "The case's number and title, or the campaign's name" }),
  })
  .meta({ id: 'RecordedEvent' });
export const recordPage = pageOf(recordedEvent, 'RecordPage');

export const recordQuery = pageQuery.extend({
  person: z.uuid().optional().meta({ description: 'Who did it' }),
  kind: z.string().max(60).optional(),
  file: z.uuid().optional(),
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: "Words of the case's number, title or subject, or of a campaign's name" }),
  from: z.iso.date().optional(),
  to: z.iso.date().optional().meta({ description: 'The last day that counts' }),
});
export type RecordQuery = z.infer<typeof recordQuery>;

export const recordedChange = z
  .object({
    event: recordedEvent,
    command: z.uuid(),
    prev: z.string().meta({ description: 'The hash this event is chained to' }),
    stageBefore: z.string().nullable().meta({ description: 'The stage the file was in, where a stage is recorded' }),
    before: z
      .object({ seq: z.int(), data: z.record(z.string(), z.unknown()) })
      .nullable()
      .meta({ description: 'What the same kind of event said on this file the last time' }),
  })
  .meta({ id: 'RecordedChange' });
