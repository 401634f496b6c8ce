import {
  LEAD_SOURCES,
  LEAD_TAGS,
  STAGES,
  STANDINGS,
  fenText,
  leadPayload,
  reason,
  reporterPayload,
  sought,
} from '@fundguard/domain';
import { z } from 'zod';
import { assignment, reporterMark } from '../case/case.views.js';
import { answer } from '../http/act-routes.js';
import { pageOf, pageQuery } from '../http/page.js';

export const report = z
  .strictObject({ lead: leadPayload, reporter: reporterPayload.optional() })
  .meta({ id: 'Report' });

/** What the reporter is told once, and what is kept of it is a keyed hash. */
export const reported = answer
  .extend({ code: z.string().optional().meta({ description: 'Of an anonymous reporter: shown here and never again' }) })
  .meta({ id: 'Reported' });

export const leadQuery = pageQuery.extend({
  source: z.enum(LEAD_SOURCES).optional(),
  mine: z.stringbool().optional().meta({ description: 'Only leads I verify' }),
  q: sought.optional().meta({ description: 'Words of the number, the title or the subject' }),
});

export const leadLine = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    title: z.string(),
    region: z.string(),
    source: z.enum(LEAD_SOURCES),
    tags: z.array(z.enum(LEAD_TAGS)),
    subject: z.string(),
    handler: z.uuid(),
    handlerName: z.string(),
    openedAt: z.string(),
    due: z.string().nullable().meta({ description: 'When the time to verify ends' }),
    reporters: z.array(reporterMark),
    assignment: assignment.nullable(),
  })
  .meta({ id: 'LeadLine' });

export const leadPage = pageOf(leadLine, 'LeadPage')
  .extend({ bySource: z.array(z.object({ source: z.string(), count: z.int() })) })
  .meta({ id: 'LeadPage' });

export const assignedQuery = pageQuery.extend({
  state: z.enum(['unanswered', 'overdue', 'answered']).default('unanswered'),
});
export const assignedLine = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    stage: z.enum(STAGES),
    handlerName: z.string(),
    assignment,
    isOverdue: z.boolean().meta({ description: 'Not answered, and the day has passed; or answered late' }),
  })
  .meta({ id: 'AssignedLead' });
export const assignedPage = pageOf(assignedLine, 'AssignedLeadPage')
  .extend({ unanswered: z.int(), overdue: z.int(), ended: z.int().meta({ description: 'Ended, and never answered' }) })
  .meta({ id: 'AssignedLeadPage' });

export const similarQuery = z.object({
  unit: z.uuid().optional(),
  name: sought.optional().meta({ description: 'Of the subject, whole' }),
  idNumber: z
    .string()
    .trim()
    .max(40)
    .optional()
    .meta({ description: 'Masked; a whole one counts only for who may read numbers' }),
  words: z.string().trim().max(300).optional(),
  except: z.uuid().optional().meta({ description: 'The lead itself' }),
});
export const similarLead = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    title: z.string(),
    stage: z.enum(STAGES),
    isOpen: z.boolean(),
    source: z.string(),
    subject: z.string(),
    handlerName: z.string(),
    openedAt: z.string(),
    summary: z.string().nullable(),
    reasons: z
      .array(z.enum(['unit', 'identity', 'name', 'words']))
      .meta({ description: 'Why it is taken for the same' }),
    likeness: z.int().meta({ description: 'How much of the words is in it, in percent' }),
  })
  .meta({ id: 'SimilarLead' });

export const standingQuery = z.strictObject({ code: z.string().min(1).max(60) }).meta({ id: 'StandingQuery' });
export const standingView = z
  .object({
    standing: z.enum(STANDINGS),
    reward: z.object({ amount: fenText, collectBy: z.string() }).optional(),
  })
  .meta({ id: 'ReportStanding' });

export const reporterLine = z
  .object({
    id: z.uuid(),
    kind: z.enum(['named', 'anonymous']),
    case: z.uuid().meta({ description: 'The lead they reported; another where it was merged into this case' }),
    masked: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  })
  .meta({ id: 'Reporter' });
export const reporterReading = z.strictObject({ reporter: z.uuid(), reason }).meta({ id: 'ReporterReading' });
export const reporterIdentity = z
  .object({ name: z.string(), phone: z.string().optional(), address: z.string().optional() })
  .meta({ id: 'ReporterIdentity' });

export const lookLine = z
  .object({
    id: z.uuid(),
    reporter: z.uuid(),
    case: z.uuid(),
    number: z.string(),
    account: z.uuid(),
    name: z.string(),
    reason: z.string(),
    at: z.string(),
  })
  .meta({ id: 'ReporterLook' });
export const lookPage = pageOf(lookLine, 'ReporterLookPage');
