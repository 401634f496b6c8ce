import {
  BRIEFING_CHANNELS,
  CHANNELS,
  OWN_FIELDS,
  VERDICTS,
  WORK_GROUPS,
  WORK_KINDS,
  WORK_STATUSES,
  bilingual,
} from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const named = z.object({ id: z.uuid(), name: z.string() });

export const workView = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    version: z.int(),
    status: z.enum(WORK_STATUSES),
    kind: z.enum(WORK_KINDS),
    title: z.string(),
    plannedOn: z.string().nullable(),
    heldOn: z.string().nullable(),
    note: z.string().nullable().meta({ description: 'Why it was called off' }),
    enteredBy: z.string().meta({ description: 'Name of whoever entered it' }),
    enteredAt: z.string(),
    place: z.string().nullable(),
    accounts: z.array(named).meta({ description: 'Who took part and has an account here' }),
    others: z.array(z.object({ employer: z.string(), name: z.string().optional() })),
    preparation: z.string().nullable(),
    summary: z.string().nullable(),
    channel: z.enum(CHANNELS).nullable(),
    authority: z.string().nullable(),
    checked: z.string().nullable(),
    found: z.string().nullable(),
    verdicts: z.array(z.object({ dimension: z.string(), verdict: z.enum(VERDICTS), words: z.string() })),
    people: z.int().nullable(),
    leads: z.int().nullable(),
    cases: z.int().nullable(),
    copies: z.int().nullable(),
    hotline: z.string().nullable(),
    link: z.string().nullable(),
    draw: named.nullable(),
    visits: z.array(named.extend({ day: z.string() })).meta({ description: 'By the name of the unit' }),
    typicalCase: named.nullable(),
    files: z.array(named.extend({ bytes: z.int() })),
    followUps: z.array(z.object({ department: z.string(), what: z.string(), on: z.string() })),
    everyone: z.boolean().meta({ description: 'A briefing for every institution of the campaign' }),
    units: z.int().meta({ description: 'Whom a briefing is for, of those in one’s charge' }),
    reached: z.int(),
    confirmed: z.int(),
    receipt: z
      .object({ reachedOn: z.string().nullable(), confirmedAt: z.string().nullable() })
      .nullable()
      .meta({ description: 'For a unit: how the briefing stands with it' }),
    mayReach: z.boolean().meta({ description: 'Whether one may note now whom it reached' }),
    mayAttach: z.boolean(),
    acts: z.array(offer),
  })
  .meta({ id: 'WorkRecord' });

export const workPage = pageOf(workView, 'WorkRecordPage');

export const workQuery = pageQuery.extend({
  campaign: z.uuid(),
  kind: z.enum(WORK_KINDS).optional(),
  status: z.enum(WORK_STATUSES).optional(),
  unreached: z.stringbool().optional().meta({ description: 'Only briefings that have not reached all their units' }),
});

export const reachQuery = pageQuery.extend({ reached: z.stringbool().optional() });
export const reachPage = pageOf(
  z
    .object({
      unit: z.uuid(),
      name: z.string(),
      reachedOn: z.string().nullable(),
      channel: z.enum(BRIEFING_CHANNELS).nullable(),
      confirmedAt: z.string().nullable(),
    })
    .meta({ id: 'BriefedUnit' }),
  'BriefedUnitPage',
);

export const formQuery = workQuery.pick({ campaign: true });
export const workForm = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.enum(WORK_KINDS),
        group: z.enum(WORK_GROUPS),
        name: bilingual,
        own: z.array(z.enum(OWN_FIELDS)).meta({ description: 'What it says beside what every kind says' }),
      }),
    ),
    dimensions: z.array(z.string()).meta({ description: 'On which the plan has an acceptance give verdicts' }),
  })
  .meta({ id: 'WorkForm' });
