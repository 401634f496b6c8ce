import { VISIT_CHOICES, VISIT_KINDS, VISIT_STATUSES, checklist, entryPayload, givenDay } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const inspector = z.object({ account: z.uuid(), name: z.string() });

/** A visit in a list. */
export const visitLine = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    campaignName: z.string(),
    unit: z.uuid(),
    unitName: z.string(),
    region: z.string(),
    status: z.enum(VISIT_STATUSES),
    version: z.int(),
    kind: z.enum(VISIT_KINDS),
    day: z.string(),
    hours: z.string().nullable(),
    team: z.array(inspector).meta({ description: 'The first of them leads' }),
    noticeOn: z.string().nullable().meta({ description: 'From when the unit may be told; null: on arrival' }),
    isSecret: z
      .boolean()
      .meta({ description: 'The unit was not told yet; who looks and is not of the team is logged' }),
    checklist: z.string().meta({ description: '`id@version`' }),
    lines: z.int().meta({ description: 'How many lines the checklist has' }),
    answered: z.int(),
    problems: z.int(),
  })
  .meta({ id: 'VisitLine' });
export const visitPage = pageOf(visitLine, 'VisitPage');

export const visitQuery = pageQuery.extend({
  campaign: z.uuid().optional(),
  unit: z.uuid().optional(),
  status: z.enum(VISIT_STATUSES).optional(),
  mine: z.stringbool().optional().meta({ description: 'Only those whose team one is of' }),
  from: givenDay.optional(),
  to: givenDay.optional(),
});

export const visitEntry = z
  .object({ id: z.uuid(), by: z.uuid(), byName: z.string(), at: z.string(), content: entryPayload })
  .meta({ id: 'VisitEntry' });

/** 现场检查 with all that was recorded. To the unit without what it was chosen for, and without its entries before the end. */
export const visitView = visitLine
  .extend({
    methods: z.array(z.string()),
    chosen: z.enum(VISIT_CHOICES).nullable(),
    why: z.string().nullable(),
    departments: z.array(z.string()),
    content: checklist,
    pledges: z.array(inspector.extend({ conflict: z.boolean(), note: z.string().nullable(), at: z.string() })),
    noticedAt: z.string().nullable(),
    arrivedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    report: z.string().nullable(),
    recordHash: z.string().nullable(),
    addenda: z.array(z.object({ text: z.string(), reason: z.string(), byName: z.string(), at: z.string() })),
    thirdParties: z
      .array(z.object({ name: z.string(), contract: z.string().nullable(), part: z.string(), result: z.string() }))
      .meta({ description: '第三方参与: to those of the administration' }),
    entries: z.array(visitEntry),
    files: z.array(z.string()).meta({ description: 'SHA-256 of what was sent already' }),
    findings: z.array(z.object({ line: z.string(), kind: z.enum(['problem', 'case']), file: z.uuid() })),
    acts: z.array(offer),
  })
  .meta({ id: 'Visit' });

export const recordView = z
  .object({
    title: z.string(),
    number: z.string(),
    addressee: z.string(),
    paragraphs: z.array(z.string()),
    signature: z.string(),
    date: z.string(),
    signed: z.array(z.object({ who: z.string(), sha256: z.string().optional() })),
  })
  .meta({ id: 'OnSiteRecord' });

export const lookView = z.object({ account: z.uuid(), name: z.string(), place: z.string(), at: z.string() });

export const overlapQuery = z.object({ campaign: z.uuid(), from: givenDay, to: givenDay });
export const visitOverlap = z
  .object({
    unit: z.uuid(),
    unitName: z.string(),
    campaignName: z.string().nullable().meta({ description: 'Null where it is not one’s own to know' }),
    day: z.string().nullable(),
  })
  .meta({ id: 'VisitOverlap' });

export const fileParam = z.string().regex(/^[0-9a-f]{64}$/);
export const storedFile = z.object({ sha256: z.string(), bytes: z.int() }).meta({ id: 'VisitFile' });

export const coverageView = z
  .object({
    institutions: z.int().meta({ description: 'Designated institutions and pharmacies that take part' }),
    inspected: z.int().meta({ description: 'Of them, those with at least one finished visit in this campaign' }),
    visits: z.int(),
    average: z.number().meta({ description: 'Finished visits an institution, two decimals' }),
    elsewhere: z.int().meta({ description: 'Not inspected here, but in another campaign of the same time' }),
    planned: z.int().meta({ description: 'Not inspected yet, and a visit is planned' }),
    byKind: z.record(z.string(), z.int()),
    notYet: z
      .array(
        z.object({
          unit: z.uuid(),
          name: z.string(),
          region: z.string(),
          keyTarget: z.string().nullable(),
          isPlanned: z.boolean(),
          elsewhere: z.boolean(),
        }),
      )
      .meta({ description: 'Who was not inspected yet; the first 1,000' }),
  })
  .meta({ id: 'Coverage' });
