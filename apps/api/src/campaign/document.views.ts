import { DOCUMENT_STATUSES, INITIATIVES, bilingual, documentFacts, planTemplate } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';

const words = z.array(z.string()).optional();
/** What is not disclosed is not there. */
const facts = documentFacts.extend({
  ...{ issuer: z.string().optional(), addressees: words, copies: words, superior: words },
  initiatives: z.array(z.enum(INITIATIVES)).optional(),
});

export const documentView = z
  .object({
    own: z
      .object({ id: z.uuid(), version: z.int(), status: z.enum(DOCUMENT_STATUSES), facts, acts: z.array(offer) })
      .nullable()
      .meta({ description: 'Of the campaign itself, once recorded' }),
    isPartly: z.boolean().meta({ description: 'The rest is not disclosed to whoever reads it' }),
    mayRecord: z.boolean().meta({ description: 'Whether it may be recorded by whoever reads it' }),
    suggested: facts.optional().meta({ description: 'What its plan and the campaign above give, to begin with' }),
    history: z.array(
      z.object({ version: z.int(), at: z.string(), by: z.string(), reason: z.string().optional(), facts }),
    ),
    start: z.string(),
    plan: z
      .object({
        ...{ id: z.string(), version: z.int(), name: bilingual, kind: bilingual, source: z.string() },
        document: planTemplate.shape.document,
        startBasis: planTemplate.shape.startBasis,
        content: planTemplate.shape.content,
        notes: z.array(z.string()).optional(),
      })
      .meta({ description: 'What the plan it began with says, as it was pinned' }),
  })
  .meta({ id: 'CampaignDocument' });
