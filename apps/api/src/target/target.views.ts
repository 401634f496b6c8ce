import { FIGURE_UNITS, TARGET_STATES, WHYS, type Why, bilingual, givenDay, indicatorId } from '@fundguard/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';

export const indicatorView = z
  .object({
    id: indicatorId,
    name: bilingual,
    definition: bilingual.meta({ description: 'What is counted, of what, and what is our reading' }),
    unit: z.enum(FIGURE_UNITS),
    entered: z.boolean().meta({ description: 'Entered by a coordinator; no ledger tells it' }),
    bound: z.enum(['atLeast']).nullable().meta({ description: 'The true figure is this or more' }),
    compared: z.boolean().meta({ description: 'Whether regions are shown side by side; fines are not' }),
  })
  .meta({ id: 'Indicator' });

const figureValue = z.string().meta({
  description: 'Fen and counts as digits, percent and times with two decimals, cut and not rounded',
});
const why = z.object({ code: z.enum(Object.keys(WHYS) as [Why, ...Why[]]), zh: z.string(), en: z.string() });

export const enteredView = z
  .object({
    id: z.uuid(),
    kind: z.enum(['value', 'baseline']),
    of: z.string(),
    value: z.string(),
    on: z.string(),
    source: z.string(),
    enteredBy: z.string(),
    enteredAt: z.string(),
  })
  .meta({ id: 'EnteredFigure' });

export const targetView = z
  .object({
    id: z.string(),
    name: bilingual,
    operator: z.enum(['>=', '=', '<=']),
    aim: z.number(),
    unit: z.string().meta({ description: 'What the aim is in: percent, percentDecrease, percentagePoints …' }),
    by: z.string().nullable().meta({ description: 'The day aimed at, where the document gives a last day as well' }),
    last: z.string(),
    asGiven: z.string().nullable().meta({ description: "The document's own words for its day" }),
    indicator: indicatorView.nullable(),
    among: z.record(z.string(), z.unknown()).nullable(),
    state: z.enum(TARGET_STATES),
    why: why.nullable(),
    value: figureValue.nullable().meta({ description: 'How the indicator stands; null where it cannot be said' }),
    part: z.string().nullable().meta({ description: 'Of a share: how many count' }),
    whole: z.string().nullable(),
    compared: figureValue
      .nullable()
      .meta({ description: 'What is compared with the aim: the figure, its decrease, its rise' }),
    judgedOn: z
      .string()
      .nullable()
      .meta({ description: 'Its last day, once that has passed: it is judged as of then' }),
    needsBaseline: z.boolean(),
    baseline: enteredView.nullable(),
    entered: enteredView.nullable().meta({ description: 'The figure that holds, where it is entered' }),
    trend: z.array(z.object({ on: z.string(), value: figureValue.nullable() })),
  })
  .meta({ id: 'Target' });

export const targetsView = z
  .object({
    asOf: z.string(),
    plan: z.string().meta({ description: 'The pinned plan, id@version' }),
    targets: z.array(targetView),
    goals: z.array(z.string()).meta({ description: 'Goals without a number, in the words of the document (R-KPI-12)' }),
    mayEnter: z.boolean().meta({ description: 'Whether this person may enter baselines and figures now' }),
  })
  .meta({ id: 'Targets' });

export const asOfQuery = z.object({
  asOf: givenDay.optional().meta({ description: 'The end of this day instead of now; never a day to come' }),
});

const listed = z
  .string()
  .max(500)
  .transform((text) => text.split(',').filter(Boolean))
  .optional()
  .meta({ description: 'Several, with commas between them' });

export const rowsQuery = pageQuery
  .extend({
    after: z.string().max(500).optional(),
    since: givenDay.optional().meta({ description: 'Only what happened from this day on' }),
    counts: z.stringbool().optional().meta({ description: 'Of a share: the part, or what is missing from it' }),
    kinds: listed,
    types: listed,
    origins: listed,
    unit: z.uuid().optional(),
    region: z
      .string()
      .regex(/^\/(\d{6}\/)*$/)
      .optional(),
    subject: z.enum(['institution', 'individual']).optional(),
    ofUnit: z.stringbool().optional(),
  })
  .extend(asOfQuery.shape);

const rowView = z
  .object({
    id: z.string(),
    of: z.enum(['obligation', 'problem', 'unit', 'case', 'typical']).meta({ description: 'Where `link` leads' }),
    link: z.uuid(),
    unit: z.uuid().nullable(),
    unitName: z.string().nullable(),
    region: z.string(),
    title: z.string(),
    at: z.string(),
    amount: z.string().nullable().meta({ description: 'Fen of money, or times of an average' }),
    counts: z.boolean().meta({ description: 'Of a share: whether it is in the part' }),
  })
  .meta({ id: 'SourceRow' });

export const rowPage = pageOf(rowView, 'SourceRowPage').extend({
  indicator: indicatorView,
  asOf: z.string(),
  value: figureValue.nullable(),
  part: z.string(),
  whole: z.string(),
});

export const regionsView = z
  .object({
    indicator: indicatorView,
    asOf: z.string(),
    items: z.array(
      z.object({
        region: z.string(),
        code: z.string(),
        name: bilingual,
        value: figureValue.nullable(),
        part: z.string(),
        whole: z.string(),
      }),
    ),
  })
  .meta({ id: 'IndicatorByRegion' });
