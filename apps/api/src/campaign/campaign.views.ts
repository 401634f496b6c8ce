import { CAMPAIGN_STATUSES, OBLIGATION_STATUSES, RULE_KINDS, bilingual, rungTarget } from '@fundguard/domain';
import { z } from 'zod';
import { eventQuery } from '../case/case.views.js';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

export const campaignView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(CAMPAIGN_STATUSES),
    name: z.string(),
    region: z.string(),
    plan: z.string(),
    start: z.string(),
    end: z.string(),
    nominalEnd: z.string().optional(),
    phases: z.array(
      z.object({
        id: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        start: z.string().optional(),
        end: z.string().optional(),
        asGiven: z.string().optional(),
        startIsReading: z.boolean().optional(),
        status: z.string(),
      }),
    ),
    parent: z.uuid().optional(),
    predecessor: z.uuid().optional(),
    draftedBy: z.uuid(),
    approvedBy: z.uuid().optional(),
    launchedAt: z.string().optional(),
    pausedAt: z.string().optional(),
    summary: z.string().optional(),
    carried: z
      .array(
        z.object({
          rule: z.uuid(),
          version: z.int(),
          title: z.string(),
          kind: z.enum(RULE_KINDS),
          effectiveFrom: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'Standing rules it carries on, as they were when it was drafted' }),
    obligations: z.record(z.string(), z.int()).meta({ description: 'How many obligations have each status' }),
    acts: z.array(offer),
  })
  .meta({ id: 'Campaign' });

export const campaignLine = campaignView
  .pick({ id: true, version: true, status: true, name: true, region: true, start: true, end: true })
  .extend({ regionName: bilingual })
  .meta({ id: 'CampaignLine' });
export const campaignPage = pageOf(campaignLine, 'CampaignPage');
export const campaignQuery = pageQuery.extend({ status: z.enum(CAMPAIGN_STATUSES).optional() });

/** From the oldest on, or from the newest back: the record of a campaign holds every report of every unit. */
export const campaignEventQuery = eventQuery.extend({
  newest: z.stringbool().default(false).meta({ description: 'The newest first; `after` then goes back in time' }),
});

export const obligationView = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    campaignName: z.string(),
    unit: z.uuid(),
    unitName: z.string(),
    source: z.string(),
    period: z.string(),
    phase: z.string().nullable(),
    name: z.string(),
    due: z.string(),
    status: z.enum(OBLIGATION_STATUSES),
    version: z.int(),
    late: z.boolean(),
    zero: z.boolean(),
    report: z.unknown(),
    submittedAt: z.string().nullable(),
    overdueAt: z.string().nullable(),
    note: z.string().nullable(),
    receiver: z.string().nullable().meta({ description: 'Whom the plan addresses it to (R-RPT-17)' }),
    form: z.string().nullable().meta({ description: '`id@version` of its form; a text with free figures has none' }),
    receipt: z
      .object({ at: z.string(), by: z.string() })
      .nullable()
      .meta({ description: '签收: when it was accepted, and by whom' }),
    frozen: z.boolean().meta({ description: 'It stands as it was handed in; only a correction changes it' }),
    acts: z.array(offer),
  })
  .meta({ id: 'Obligation' });
export const obligationPage = pageOf(obligationView, 'ObligationPage');
export const obligationQuery = pageQuery.extend({
  status: z.enum(OBLIGATION_STATUSES).optional(),
  campaign: z.uuid().optional(),
  unit: z.uuid().optional(),
  due: z.iso.datetime({ offset: true }).optional().meta({ description: 'Only what is due at this instant' }),
});

export const deadlineView = z
  .object({
    due: z.string(),
    open: z.boolean(),
    provisional: z.boolean(),
    dues: z
      .array(z.object({ source: z.string(), name: bilingual, owed: z.int(), settled: z.int() }))
      .meta({ description: 'What is due then, without what was waived, and how much of it came in' }),
    steps: z.array(
      z.object({ rung: z.string(), kind: z.string(), at: z.string(), name: bilingual, to: z.array(rungTarget) }),
    ),
    climbed: z.array(z.object({ rung: z.string(), at: z.string(), units: z.int(), recalledAt: z.string().nullable() })),
  })
  .meta({ id: 'Deadline' });
export const participantView = z
  .object({
    unit: z.uuid(),
    name: z.string(),
    kind: z.string(),
    type: z.string(),
    region: z.string(),
    keyTarget: z.string().nullable(),
    droppedAt: z.string().nullable(),
  })
  .meta({ id: 'Participant' });

const relative = z.object({ id: z.uuid(), name: z.string(), status: z.enum(CAMPAIGN_STATUSES), regionName: bilingual });
export const kinView = z
  .object({
    parent: relative.nullable().meta({ description: 'The campaign above, or the one this is a part of' }),
    predecessor: relative.nullable().meta({ description: 'The earlier campaign it looks back on' }),
    lookBacks: z.array(relative).meta({ description: 'Later campaigns that look back on this one' }),
    parts: z
      .array(
        relative.extend({
          start: z.string(),
          end: z.string(),
          owed: z.int(),
          settled: z.int(),
          overdue: z.int(),
          problems: z.int(),
          struckOff: z.int(),
        }),
      )
      .meta({ description: 'What is carried out below it and its sub-plans, by region; each with its own ledger' }),
  })
  .meta({ id: 'CampaignKin' });
