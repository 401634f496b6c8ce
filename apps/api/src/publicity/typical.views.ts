import { CHANNELS, MARK_NAMES, type MarkKind, NAMING_MODES, TYPICAL_STATUSES, typicalPayload } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const mark = z
  .object({
    kind: z.enum(Object.keys(MARK_NAMES) as [MarkKind, ...MarkKind[]]),
    start: z.int(),
    end: z.int(),
    put: z.string().meta({ description: 'What is put in its place' }),
  })
  .meta({ id: 'AnonymityMark' });
const marked = z.object({ title: z.array(mark), text: z.array(mark) });

const publication = z.object({
  id: z.uuid(),
  channel: z.enum(CHANNELS),
  place: z.string(),
  on: z.string(),
  link: z.string().optional(),
  takenDownOn: z.string().optional(),
});

export const typicalLine = z
  .object({
    id: z.uuid(),
    case: z.uuid().nullable(),
    caseNumber: z.string().nullable(),
    problem: z.uuid().nullable(),
    campaign: z.uuid().nullable(),
    campaignName: z.string().nullable(),
    status: z.enum(TYPICAL_STATUSES),
    version: z.int(),
    mode: z.enum(NAMING_MODES),
    title: z.string(),
    draftedBy: z.string().meta({ description: 'Name of whoever drafted it' }),
    draftedAt: z.string(),
    publications: z.array(publication),
    withdrawal: z
      .object({ reason: z.string(), on: z.string(), takeDownBy: z.string(), cause: z.string().optional() })
      .nullable(),
  })
  .meta({ id: 'TypicalCaseLine' });
export const typicalPage = pageOf(typicalLine, 'TypicalCasePage');

export const typicalView = typicalLine
  .extend({
    text: z.string(),
    hidden: z.array(z.string()),
    note: z.string().nullable(),
    found: marked.meta({ description: 'What may not be published and still stands in it' }),
    acts: z.array(offer),
  })
  .meta({ id: 'TypicalCase' });

export const typicalQuery = pageQuery.extend({
  campaign: z.uuid().optional(),
  case: z.uuid().optional(),
  status: z.enum(TYPICAL_STATUSES).optional(),
});
export const typicalTallyQuery = typicalQuery.pick({ campaign: true });
export const typicalTally = z
  .object({
    decided: z.int().meta({ description: 'Cases that were decided: 查办' }),
    drafted: z.int().meta({ description: 'Typical cases, without the withdrawn ones' }),
    exposed: z.int().meta({ description: 'Of these, published: 曝光' }),
    withdrawn: z.int(),
    toTakeDown: z.int().meta({ description: 'Withdrawn, and still to be read somewhere' }),
  })
  .meta({ id: 'TypicalTally' });

export const typicalCheck = z
  .strictObject(typicalPayload.shape)
  .refine(({ case: of, problem }) => (of === undefined) !== (problem === undefined), { path: ['case'] })
  .meta({ id: 'TypicalCheck' });
const told = z.object({ title: z.string(), text: z.string() });
export const typicalChecked = z
  .object({
    told: told
      .extend({ marks: marked })
      .meta({ description: 'What the file says, and what of it may not be published' }),
    proposed: told,
    found: marked.meta({ description: 'What may not be published in the text that was given' }),
    naming: z.object({ zh: z.string(), en: z.string(), article: z.string().optional() }).nullable(),
  })
  .meta({ id: 'TypicalChecked' });
