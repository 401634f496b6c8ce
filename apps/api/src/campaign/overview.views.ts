import { fenText } from '@fundguard/domain';
import { z } from 'zod';

const count = z.object({ now: z.int(), weekAgo: z.int() });

export const overviewView = z
  .object({
    asOf: z.string(),
    weekAgo: z.string().meta({ description: 'The instant that `weekAgo` of each figure stands for' }),
    openCases: count,
    lateCases: z.int().meta({ description: 'Open cases whose next deadline has passed' }),
    refunded: z.object({ now: fenText, weekAgo: fenText }),
    reports: count.meta({ description: 'Reports that are in: submitted or accepted' }),
    zeroReports: z.int(),
    awaitingReview: z.int(),
    overdue: count,
    phases: z
      .array(z.object({ phase: z.string().nullable(), owed: z.int(), settled: z.int(), overdue: z.int() }))
      .meta({ description: 'What is owed in each phase, without what was waived; recurring reports have none' }),
  })
  .meta({ id: 'CampaignOverview' });
