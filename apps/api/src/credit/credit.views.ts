import { BLOCK_KINDS, BLOCK_STATUSES, DEDUCTION_STATUSES, PRACTITIONER_ROLES, certainty } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const bilingual = z.object({ zh: z.string(), en: z.string() });

export const blockView = z
  .object({
    id: z.uuid(),
    region: z.string(),
    version: z.int(),
    status: z.enum(BLOCK_STATUSES),
    kind: z.enum(BLOCK_KINDS),
    unit: z.uuid().optional(),
    practitioner: z.uuid().optional(),
    name: z.string().meta({ description: 'What the unit or the person is called' }),
    from: z.string(),
    until: z.string().meta({ description: 'The last day it was decided for; it holds until it is lifted' }),
    grounds: z.string(),
    basis: z.string(),
    decision: z.string().optional(),
    refusedBecause: z.string().optional(),
    restoredOn: z.string().optional(),
    restoration: z.string().optional().meta({ description: 'The decision that restored them' }),
    holds: z.boolean().meta({ description: 'Whether it blocks today' }),
    isOver: z.boolean().meta({ description: 'Its term is over, and no decision has restored them' }),
    proposedBy: z.string(),
    decidedBy: z.string().nullable(),
    acts: z.array(offer),
  })
  .meta({ id: 'Block' });
export const blockedUnit = blockView
  .pick({ id: true, kind: true, from: true, until: true, decision: true, isOver: true })
  .extend({ unit: z.uuid() })
  .meta({ id: 'BlockedUnit' });
export const blockPage = pageOf(blockView, 'BlockPage');
export const blockQuery = pageQuery.extend({
  status: z.enum(BLOCK_STATUSES).optional(),
  kind: z.enum(BLOCK_KINDS).optional(),
  q: z.string().trim().max(100).optional().meta({ description: 'Part of the name' }),
});

const deduction = z.object({
  id: z.uuid(),
  on: z.string(),
  points: z.int(),
  unit: z.uuid(),
  unitName: z.string(),
  reason: z.string(),
  rules: z.string(),
  band: bilingual.nullable(),
  counts: z.boolean().meta({ description: 'Whether it counts into this natural year' }),
  case: z.uuid().optional(),
  visit: z.uuid().optional(),
  by: z.string(),
  at: z.string(),
  status: z.enum(DEDUCTION_STATUSES),
  objection: z.object({ by: z.string(), grounds: z.string(), at: z.string() }).optional(),
  decision: z.object({ by: z.string(), reason: z.string(), at: z.string() }).optional(),
  corrections: z.array(z.object({ from: z.int(), reason: z.string(), by: z.string(), at: z.string() })),
});

const rules = z.object({
  reference: z.string(),
  name: bilingual,
  certainty,
  source: z.string(),
  consequences: z.array(z.object({ id: z.string(), name: bilingual, certainty, source: z.string() })),
});

const due = z.object({
  kind: z.enum(BLOCK_KINDS),
  name: bilingual,
  certainty,
  source: z.string(),
  months: z.object({ min: z.int(), max: z.int() }),
});

export const practitionerLine = z
  .object({
    id: z.uuid(),
    region: z.string(),
    version: z.int(),
    name: z.string(),
    maskedId: z.string().nullable(),
    role: z.enum(PRACTITIONER_ROLES),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    year: z.string().meta({ description: 'The natural year the points are of' }),
    points: z.int().meta({ description: 'Of this natural year, at all institutions together' }),
    objections: z.int().meta({ description: 'Objections that wait to be decided' }),
    due: due.nullable().meta({ description: 'What the points have led to by the rules, to be proposed to the leader' }),
    block: blockView.pick({ id: true, kind: true, status: true, from: true, until: true, decision: true }).nullable(),
  })
  .meta({ id: 'PractitionerLine' });

export const practitionerView = practitionerLine
  .extend({ rules: rules.nullable(), deductions: z.array(deduction), acts: z.array(offer) })
  .meta({ id: 'Practitioner' });
export const practitionerPage = pageOf(practitionerLine, 'PractitionerPage');
export const practitionerQuery = pageQuery.extend({
  role: z.enum(PRACTITIONER_ROLES).optional(),
  unit: z.uuid().optional(),
  state: z.enum(['pointed', 'objected', 'blocked']).optional().meta({
    description: 'With points this year, with an objection that waits, or blocked today',
  }),
  q: z.string().trim().max(100).optional().meta({ description: 'Part of the name, or a masked identity number' }),
});
