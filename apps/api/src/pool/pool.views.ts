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

/** 第三方合同: who works under it, what for, and what they did at which visit (R-ORG-14). */
export const contractView = z
  .object({
    contract: z.string(),
    employer: z.string(),
    people: z.array(
      z.object({ id: z.uuid(), name: z.string(), scope: z.string(), from: z.string(), until: z.string() }),
    ),
    results: z.array(
      z.object({
        visit: z.uuid(),
        day: z.string(),
        unitName: z.string(),
        campaignName: z.string(),
        name: z.string(),
        part: z.string(),
        result: z.string(),
      }),
    ),
  })
  .meta({ id: 'ThirdPartyContract' });
