import {
  EXCLUDED,
  INTEGRITY,
  LEAD_TAGS,
  REWARD_STATUSES,
  STAGES,
  breach,
  certainty,
  fenText,
  measure,
  partnerAuthority,
  sought,
  span,
} from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const clock = z.object({
  clock: z.string(),
  of: z.string().optional(),
  from: z.string(),
  due: z.string(),
  article: z.string(),
  certainty: z.string(),
  provisional: z.boolean(),
  calendar: z.string(),
  extendedBy: z.int().optional(),
  extensions: z.array(z.int()).optional(),
  excluded: z.array(span).optional(),
  pausedFrom: z.string().optional().meta({ description: 'It stands still since that day' }),
  remindAt: z.string().optional(),
  reminded: z.boolean().optional(),
  lapsed: z.string().optional(),
});

export { clock as clockView };

const execution = z.object({
  servedOn: z.string(),
  fineDue: z.string().optional(),
  plan: z
    .array(z.object({ due: z.string(), amount: fenText }))
    .optional()
    .meta({ description: 'Deferral or instalments' }),
  remedies: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['reconsideration', 'litigation']),
      authority: z.string(),
      from: z.string(),
      until: z.string().optional(),
      outcome: z.enum(['upheld', 'changed', 'revoked', 'withdrawn']).optional(),
    }),
  ),
  demandedOn: z.string().optional(),
  court: z.object({ on: z.string(), name: z.string() }).optional(),
});

const ledger = z.object({ owed: fenText, paid: fenText });

const penalty = z
  .object({
    breach: z.string(),
    article: z.string(),
    base: z.string(),
    multiple: z.int().meta({ description: 'In hundredths: 250 is 2.5 times' }),
    refund: fenText,
    fine: fenText,
    confiscated: fenText.optional().meta({ description: 'To the treasury, beside the fine' }),
    measures: z
      .array(z.object({ id: measure, months: z.int().optional(), article: z.string() }))
      .optional()
      .meta({ description: 'Measures beside money' }),
    explanation: z.array(z.object({ zh: z.string(), en: z.string() })),
    certainty: certainty.meta({ description: 'How the article was read' }),
    band: z.object({ min: z.int(), max: z.int(), minFine: fenText, maxFine: fenText }).optional().meta({
      description: 'Both ends of what the law allows, in hundredths and in fen; absent where it sets no fine',
    }),
  })
  .meta({ id: 'Penalty' });
export { penalty as penaltyView };

const finding = z.object({
  breach,
  fraudulentPurpose: z.boolean(),
  amount: fenText,
  multiple: z.int(),
  circumstances: z.array(z.string()).optional(),
  departure: z.string().optional(),
});

const transfer = z.object({
  id: z.uuid(),
  to: partnerAuthority,
  grounds: z.string(),
  status: z.string(),
  proposedBy: z.uuid(),
  receipt: z.string().optional(),
  answer: z.string().optional(),
});

const said = z.object({ zh: z.string(), en: z.string() });

const reward = z
  .object({
    id: z.uuid(),
    reporter: z.uuid(),
    status: z.enum(REWARD_STATUSES),
    category: z.string(),
    caseValue: fenText,
    amount: fenText,
    explanation: z.array(said).meta({ description: 'How the amount was computed, a line a step' }),
    table: z.string(),
    grounds: z.string(),
    proposedBy: z.uuid(),
    approvedBy: z.uuid().optional(),
    reason: z.string().optional(),
    collectBy: z.string().optional(),
    paidOn: z.string().optional(),
    voucher: z.string().optional(),
  })
  .meta({ id: 'Reward' });

export const assignment = z
  .object({
    by: z.string(),
    number: z.string().optional(),
    due: z.string(),
    answer: z.string().optional(),
    answeredAt: z.string().optional(),
  })
  .meta({ id: 'Assignment' });

export const reporterMark = z.object({
  id: z.uuid(),
  kind: z.enum(['named', 'anonymous']),
  answered: z.literal(true).optional(),
});

export const caseView = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    stage: z.enum(STAGES),
    title: z.string(),
    region: z.string(),
    campaign: z.uuid().optional(),
    visit: z.uuid().optional().meta({ description: 'The on-site inspection that found it' }),
    subject: z.object({
      kind: z.string(),
      name: z.string(),
      unit: z.uuid().optional(),
      maskedId: z.string().optional(),
    }),
    source: z.string(),
    tags: z.array(z.enum(LEAD_TAGS)).optional(),
    assignment: assignment.optional(),
    mergedInto: z.uuid().optional(),
    reporters: z
      .array(reporterMark)
      .optional()
      .meta({ description: 'That somebody reported; who, only the vault says' }),
    rewards: z.array(reward).optional(),
    openedAt: z.string(),
    law: z.string(),
    handler: z.uuid(),
    officers: z.array(z.uuid()),
    clocks: z.array(clock),
    exclusions: z
      .array(
        z.object({
          id: z.uuid(),
          clock: z.string(),
          kind: z.enum(EXCLUDED),
          from: z.string(),
          until: z.string().optional(),
          reason: z.string(),
          by: z.uuid(),
        }),
      )
      .optional()
      .meta({ description: 'What was taken out of the limits' }),
    evidence: z.array(
      z.object({
        id: z.uuid(),
        sha256: z.string(),
        name: z.string(),
        mediaType: z.string(),
        bytes: z.int(),
        kind: z.string(),
        addedBy: z.uuid(),
        addedAt: z.string(),
        check: z
          .object({ outcome: z.enum(INTEGRITY), since: z.string(), checkedAt: z.string() })
          .optional()
          .meta({ description: 'Whether its file still is what was taken in, as last looked at' }),
      }),
    ),
    inquiries: z.array(
      z.object({
        id: z.uuid(),
        person: z.string(),
        place: z.string(),
        heldAt: z.string(),
        officers: z.array(z.uuid()),
        record: z.string(),
      }),
    ),
    proposal: z.looseObject({ by: z.uuid(), finding, grounds: z.string(), penalty: penalty.optional() }).optional(),
    statements: z.array(z.object({ by: z.uuid(), text: z.string(), at: z.string() })),
    decision: z.looseObject({ by: z.uuid(), decidedAt: z.string(), penalty, rectifyBy: z.string() }).optional(),
    ledgers: z.object({ refund: ledger, fine: ledger, surcharge: ledger.optional() }).optional(),
    execution: execution.optional(),
    transfers: z.array(transfer),
    checklist: z.array(z.object({ item: z.object({ zh: z.string(), en: z.string() }), done: z.boolean() })),
    acts: z.array(offer),
    exportable: z.boolean().meta({ description: 'Whether the reader may take the whole case out as a package' }),
    people: z.record(z.uuid(), z.string()).meta({ description: 'Names of the accounts that the file mentions' }),
  })
  .meta({ id: 'Case' });

export const caseLine = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    stage: z.enum(STAGES),
    title: z.string(),
    region: z.string(),
    handler: z.uuid(),
    handlerName: z.string(),
    nextDue: z.string().nullable(),
    openedAt: z.string(),
  })
  .meta({ id: 'CaseLine' });

export const casePage = pageOf(caseLine, 'CasePage');

export const caseQuery = pageQuery.extend({
  stage: z.enum(STAGES).optional(),
  mine: z.stringbool().optional().meta({ description: 'Only cases I handle' }),
  campaign: z.uuid().optional(),
  due: z.enum(['soon', 'overdue']).optional().meta({ description: 'Next deadline within three days, or passed' }),
  q: sought
    .optional()
    .meta({ description: 'Words of the number, the title or the subject; or an identity number, whole or masked' }),
});

export const transferView = transfer
  .extend({ case: z.uuid(), number: z.string(), title: z.string(), version: z.int(), clocks: z.array(clock) })
  .meta({ id: 'TransferLine' });
export const eventView = z
  .object({
    seq: z.int(),
    kind: z.string(),
    at: z.string(),
    due: z.string().nullable(),
    actor: z.looseObject({
      kind: z.string(),
      name: z.string(),
      actingFor: z.object({ name: z.string() }).optional().meta({ description: 'For whom a deputy acted' }),
    }),
    data: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'Event' });
export const eventPage = pageOf(eventView, 'EventPage');

export const eventQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
