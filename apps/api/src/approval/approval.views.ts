import { fenText } from '@fundguard/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';

const approvalLine = z
  .object({
    id: z
      .uuid()
      .meta({ description: 'Of the matter: the case, the campaign, or the transfer or reward inside a case' }),
    kind: z.enum(['filing', 'legalReview', 'approval', 'decision', 'closure', 'transfer', 'reward', 'campaign']),
    file: z.uuid().meta({ description: 'The case or campaign it is about' }),
    act: z.string().meta({ description: 'The act that is asked for' }),
    number: z.string().nullable(),
    title: z.string(),
    subject: z.string().nullable(),
    region: z.string(),
    refund: fenText.nullable(),
    fine: fenText.nullable(),
    reward: fenText.nullable(),
    due: z.string().nullable(),
    own: z.boolean().meta({ description: 'I brought it, and so may not decide on it' }),
  })
  .meta({ id: 'Approval' });

export const approvalPage = pageOf(approvalLine, 'ApprovalPage')
  .extend({ total: z.int().meta({ description: 'How many wait in all' }) })
  .meta({ id: 'ApprovalPage' });
export const approvalQuery = pageQuery;
