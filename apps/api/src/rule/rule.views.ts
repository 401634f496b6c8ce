import { RISKS, RULE_KINDS, RULE_STATUSES } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

export const ruleView = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    campaignName: z.string(),
    region: z.string(),
    status: z.enum(RULE_STATUSES),
    version: z.int(),
    kind: z.enum(RULE_KINDS),
    risk: z.enum(RISKS).nullable(),
    title: z.string(),
    number: z.string().nullable(),
    text: z.string(),
    department: z.string(),
    basis: z.string(),
    effectiveFrom: z.string().nullable(),
    endedOn: z.string().nullable(),
    replaces: z.uuid().nullable(),
    replacesTitle: z.string().nullable(),
    replacedBy: z.uuid().nullable(),
    note: z.string().nullable(),
    draftedBy: z.string().meta({ description: 'Name of whoever drafted it' }),
    draftedAt: z.string(),
    acts: z.array(offer),
  })
  .meta({ id: 'StandingRule' });
export const rulePage = pageOf(ruleView, 'StandingRulePage');
export const ruleQuery = pageQuery.extend({
  campaign: z.uuid().optional(),
  status: z.enum(RULE_STATUSES).optional(),
  kind: z.enum(RULE_KINDS).optional(),
});

export const legalBasisView = z
  .object({
    name: z.string(),
    number: z.string().nullable().meta({ description: '文号, where the source gives one' }),
    effectiveFrom: z.string().nullable(),
    articles: z
      .array(z.object({ article: z.string(), about: z.string(), certainty: z.string() }))
      .meta({ description: 'What the law data take from it: the abstract' }),
    plans: z.array(z.object({ id: z.string(), name: z.string() })).meta({ description: 'Plans that rest on it' }),
    rules: z.array(z.string()).meta({ description: 'Standing rules in force that rest on it' }),
  })
  .meta({ id: 'LegalBasis' });
