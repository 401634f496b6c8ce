import { PROBLEM_SOURCES, PROBLEM_STATUSES, fenText } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

export const problemView = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    campaignName: z.string(),
    unit: z.uuid(),
    unitName: z.string(),
    status: z.enum(PROBLEM_STATUSES),
    version: z.int(),
    source: z.enum(PROBLEM_SOURCES),
    category: z.string(),
    what: z.string(),
    amount: fenText,
    refunded: fenText,
    refunds: z.array(z.object({ amount: fenText, paidOn: z.string(), voucher: z.string() })),
    due: z.string(),
    overdue: z.boolean().meta({ description: 'Its day has passed and it was not reported as put right' }),
    enteredAt: z.string(),
    enteredBy: z.string().meta({ description: 'Name of whoever entered it' }),
    rectification: z
      .object({ department: z.string(), responsible: z.string(), measures: z.string(), report: z.string() })
      .nullable(),
    note: z.string().nullable(),
    shams: z.int().meta({ description: 'How often a re-check found that it had not been put right' }),
    visit: z.uuid().nullable().meta({ description: 'The on-site inspection that found it' }),
    relapse: z.boolean().meta({ description: 'The unit had the same struck off before it was entered' }),
    recheck: z
      .enum(['due', 'done'])
      .nullable()
      .meta({ description: 'Drawn or taken over to be checked again, or checked' }),
    takenFrom: z.string().nullable().meta({ description: 'The earlier campaign it was taken over from' }),
    takenBy: z.string().nullable().meta({ description: 'The later campaign that took it over' }),
    acts: z.array(offer),
  })
  .meta({ id: 'LedgerProblem' });

export const problemPage = pageOf(problemView, 'LedgerProblemPage');

export const problemQuery = pageQuery.extend({
  campaign: z.uuid().optional(),
  unit: z.uuid().optional(),
  status: z.enum(PROBLEM_STATUSES).optional(),
  recheck: z.enum(['due', 'done']).optional(),
  source: z.enum(PROBLEM_SOURCES).optional(),
  overdue: z.stringbool().optional().meta({ description: 'Only those whose day has passed' }),
});

export const tallyQuery = problemQuery.pick({ campaign: true, unit: true });
export const problemTally = z
  .object({
    all: z.int(),
    struckOff: z.int(),
    overdue: z.int(),
    amount: fenText,
    refunded: fenText,
    refundedBySelfCheck: fenText.meta({ description: 'Of what units found themselves: 主动退回' }),
    shams: z.int(),
  })
  .meta({ id: 'LedgerTally' });
