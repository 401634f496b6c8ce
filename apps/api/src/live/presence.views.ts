import { CAMPAIGN_ACTS, CASE_ACTS, type CampaignActName, type CaseActName } from '@fundguard/domain';
import { z } from 'zod';

/** The summary document is made beside the acts, and is written by several just so. */
export type FormName = CaseActName | CampaignActName | 'makeSummary';
const byPeople = Object.entries({ ...CASE_ACTS, ...CAMPAIGN_ACTS }).filter(([, { by }]) => by !== 'machine');
export const formName = z
  .enum(['makeSummary', ...byPeople.map(([name]) => name)] as [FormName, ...FormName[]])
  .meta({ id: 'FormName', description: 'The act whose form it is' });

export const openForm = z
  .strictObject({
    seen: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'The version of the file that the person has before them' }),
  })
  .meta({ id: 'OpenForm' });

export const presenceView = z
  .object({
    others: z
      .array(z.object({ account: z.uuid(), name: z.string(), form: formName, since: z.string() }))
      .meta({ description: 'Who else has a form open on the file now, the longest open first' }),
    version: z.int(),
    changes: z
      .array(z.object({ kind: z.string(), at: z.string(), by: z.string() }))
      .meta({ description: 'What happened since the version that was seen' }),
  })
  .meta({ id: 'Presence' });
