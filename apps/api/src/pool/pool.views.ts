import { MEMBER_KINDS, MEMBER_STATUSES } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

export const memberView = z
  .object({
    id: z.uuid(),
    region: z.string(),
    status: z.enum(MEMBER_STATUSES),
    version: z.int(),
    kind: z.enum(MEMBER_KINDS),
    name: z.string(),
    title: z.string().nullable(),
    specialties: z.array(z.string()),
    unit: z.uuid().nullable(),
    employer: z.string(),
    contract: z.string().nullable(),
    scope: z.string().nullable(),
    from: z.string(),
    until: z.string().nullable(),
    usable: z.boolean().meta({ description: 'In the pool and in their term today' }),
    withdrawnBecause: z.string().nullable(),
    acts: z.array(offer),
  })
  .meta({ id: 'PoolMember' });
export const memberPage = pageOf(memberView, 'PoolMemberPage');
export const memberQuery = pageQuery.extend({
  kind: z.enum(MEMBER_KINDS).optional(),
  status: z.enum(MEMBER_STATUSES).optional(),
  specialty: z.string().trim().max(50).optional(),
  usable: z.stringbool().optional().meta({ description: 'Only who may be drawn today' }),
  q: z.string().trim().max(100).optional().meta({ description: 'Part of the name or of the employer' }),
});
