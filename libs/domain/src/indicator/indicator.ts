import { z } from 'zod';
import type { Bilingual } from '../text.js';

/** What a figure is counted in: 件/家/条 · percent of a whole · fen · times a unit. */
export const FIGURE_UNITS = ['count', 'percent', 'fen', 'times'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** 指标: a figure with one definition, wherever it is shown (R-KPI-11, R-STAT-11). */
export interface Indicator {
  readonly name: Bilingual;
  /** In words: what is counted, of what, and what is our reading. */
  readonly definition: Bilingual;
  readonly unit: FigureUnit;
  /** No ledger of the platform tells it: a coordinator enters it with its source and day. */
  readonly entered?: true;
  /** The ledgers hold only part of it, so that the true figure is this or more. */
  readonly bound?: 'atLeast';
  /** It moves either way until the work is over: that it looks well today proves nothing. */
  readonly settles?: 'atEnd';
  /** The record does not tell how it stood on a day that has passed. */
  readonly nowOnly?: true;
  /** Not set side by side by region: fines are no contest between regions. */
  readonly notCompared?: true;
}

/** What an indicator is narrowed to; what is left out narrows nothing. The same for a target, a cell and a list of rows. */
export const among = z
  .strictObject({
    kinds: z
      .array(z.enum(['bureau', 'agency', 'institution', 'pharmacy', 'partner', 'thirdParty']))
      .min(1)
      .optional(),
    types: z.array(z.string().max(60)).min(1).optional(),
    unit: z.uuid().optional(),
    region: z
      .string()
      .regex(/^\/(\d{6}\/)*$/)
      .optional(),
    subject: z.enum(['institution', 'individual']).optional(),
    /** Whether an individual belongs to a unit that takes part, as a practitioner does. */
    ofUnit: z.boolean().optional(),
    origins: z.array(z.string().max(60)).min(1).optional(),
  })
  .meta({ id: 'Among' });
export type Among = z.infer<typeof among>;
