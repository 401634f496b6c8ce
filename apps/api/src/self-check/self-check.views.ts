import { SELF_CHECK_STATUSES, selfCheckList, selfCheckPayload } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const state = z.enum(['missing', ...SELF_CHECK_STATUSES]);

/** A unit that owes a self-check, and how far it is. */
export const selfCheckLine = z
  .object({
    unit: z.uuid(),
    unitName: z.string(),
    kind: z.string(),
    type: z.string(),
    selfCheck: z.uuid().nullable(),
    status: state,
    due: z.string(),
    overdue: z.boolean(),
    submittedAt: z.string().nullable(),
    points: z.int().nullable(),
    found: z.int().nullable().meta({ description: 'Points at which it found something' }),
  })
  .meta({ id: 'SelfCheckLine' });
export const selfCheckPage = pageOf(selfCheckLine, 'SelfCheckPage');
export const selfCheckQuery = pageQuery.extend({ campaign: z.uuid(), status: state.optional() });
export const selfCheckTally = z
  .object({ owed: z.int(), submitted: z.int(), accepted: z.int(), nothingFound: z.int() })
  .meta({ id: 'SelfCheckTally' });

export const selfCheckView = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    unit: z.uuid(),
    unitName: z.string(),
    status: z.enum(SELF_CHECK_STATUSES),
    version: z.int(),
    list: selfCheckList,
    answers: selfCheckPayload.shape.answers,
    samples: z.array(z.object({ sample: z.string(), total: z.int(), checked: z.int() })),
    commitment: z.object({ signedBy: z.string(), position: z.string() }),
    submittedAt: z.string(),
    note: z.string().nullable(),
    acts: z.array(offer),
  })
  .meta({ id: 'SelfCheck' });

/** What a unit goes through: its list, what it answered before, and the categories it has on the ledger. */
export const selfCheckForm = z
  .object({
    list: selfCheckList.nullable().meta({ description: 'Null: units of this kind have no list' }),
    owed: z.boolean(),
    entered: z
      .array(z.string())
      .meta({ description: 'Categories of the problem ledger in which it entered something' }),
    before: selfCheckView.nullable(),
  })
  .meta({ id: 'SelfCheckForm' });
export const formQuery = z.object({ campaign: z.uuid() });
