import { DRAW_STATUSES, drawFile } from '@fundguard/domain';
import { z } from 'zod';
import { offer } from '../http/offers.js';
import { pageOf, pageQuery } from '../http/page.js';

const { witness, exclusions } = drawFile.shape;
const { teams } = drawFile.shape.result.shape;
const { listHash, commitment } = drawFile.shape.committed.shape;

/** A draw in the list of its campaign's. */
export const drawLine = z
  .object({
    id: z.uuid(),
    name: z.string(),
    status: z.enum(DRAW_STATUSES),
    version: z.int(),
    committedAt: z.string(),
    drawnAt: z.string().nullable(),
    publishedAt: z.string().nullable(),
    candidates: z.int(),
    drawn: z.int().nullable().meta({ description: 'How many were drawn; null before the draw' }),
  })
  .meta({ id: 'DrawLine' });

const person = z.object({ id: z.string(), name: z.string() });

export const drawView = drawLine
  .extend({
    campaign: z.uuid(),
    listHash,
    commitment: commitment.meta({ description: 'Of the secret, which itself is told after the draw' }),
    seats: z.object({ inspectors: z.int(), experts: z.int() }).meta({ description: 'How many lie in the two drums' }),
    witness: witness.nullable(),
    strata: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        fitting: z.int().meta({ description: 'Candidates that fit' }),
        wanted: z.int(),
        drawn: z.int().nullable(),
      }),
    ),
    teams: z
      .array(
        teams.unwrap().element.extend({
          inspectors: z.array(person),
          experts: z.array(person),
          inspects: z.int().meta({ description: 'How many the team was given' }),
        }),
      )
      .nullable(),
    exclusions: z.array(exclusions.unwrap().element.extend({ name: z.string() })),
    acts: z.array(offer),
  })
  .meta({ id: 'Draw' });

/** What was drawn, in the order of the draw. */
export const drawnPage = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    area: z.string().nullable(),
    stratum: z.string(),
    team: z.int().nullable(),
  }),
  'DrawnPage',
);
export const drawnQuery = pageQuery.extend({ after: z.coerce.number().int().min(0).optional() });

export const drawQuery = z.object({ campaign: z.uuid() });
export const drawFileView = drawFile.meta({ id: 'DrawFile' });
