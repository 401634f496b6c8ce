import { z } from 'zod';
import { formReference, reportForm } from '../report/form.js';
import { bilingual } from '../text.js';
import { cadence } from './cadence.js';
import { START_BASES } from './initiatives.js';
import { ladder } from './ladder.js';
import { complaints } from './plan-complaints.js';
import { planContent } from './plan-content.js';
import { planDay, slug, time } from './plan-day.js';

/** Which units owe something: by kind, narrowed to or freed from some types. */
export const unitSelector = z.strictObject({
  kinds: z.array(z.enum(['bureau', 'agency', 'institution', 'pharmacy', 'partner', 'thirdParty'])).min(1),
  types: z.array(z.string()).optional(),
  exceptTypes: z.array(z.string()).optional(),
  asGiven: z.string(),
});
export type UnitSelector = z.infer<typeof unitSelector>;

const asGiven = z.string().optional().meta({ description: "The plan document's own words" });

const phase = z.strictObject({
  id: slug,
  name: bilingual,
  asGiven,
  /** `after` reads the start as the day after another phase ends, where the document gives none. */
  start: z.union([planDay, z.strictObject({ after: slug })]).optional(),
  end: planDay.optional(),
  tasks: z.array(z.string().min(1)).optional(),
});

/** 批次: rounds instead of phases, one each half-year the campaign touches (R-CAMP-11). */
const rounds = z.strictObject({ every: z.literal('halfYear'), name: bilingual, asGiven });

const owed = { id: slug, name: bilingual, by: unitSelector, to: z.string(), form: formReference.optional() };
const deliverable = z.strictObject({
  ...owed,
  phase: slug.optional(),
  due: planDay,
  time: time.optional(),
  selfCheck: z
    .literal(true)
    .optional()
    .meta({ description: 'Handed in with the self-check by the list of the unit (R-SELF-03)' }),
  ownPlan: z.literal(true).optional().meta({
    description:
      "The unit's own plan: handed in when the campaign that its region drafts under this one is approved (R-CAMP-25)",
  }),
});

const report = z.strictObject({
  ...owed,
  cadence,
  /** What happens when the day is a holiday: it stands, unless the plan says to move it. */
  onHoliday: z.enum(['stands', 'nextWorkingDay', 'previousWorkingDay']).default('stands'),
});

/** 实施方案模板: a campaign plan as data. Nothing in it names a person. */
export const planTemplate = z
  .strictObject({
    id: slug,
    version: z.int().positive(),
    name: bilingual,
    kind: bilingual,
    /** The level of the bureau whose plan it is. */
    level: z.enum(['province', 'city', 'county']),
    source: z.string(),
    document: z
      .strictObject({
        number: z.string().optional(),
        issuedOn: z.iso.date().optional(),
        superior: z.array(z.string()).meta({ description: 'The notices it carries out, by number (R-CAMP-24)' }),
        issuer: z.string().optional(),
        sealedBy: z.string().optional().meta({ description: '代章' }),
        publishedOn: z.iso.date().optional(),
        index: z.string().optional(),
        addressees: z.array(z.string()).optional(),
        copies: z.array(z.string()).optional(),
        disclosure: z.string().optional(),
        approvedBy: z.string().optional(),
      })
      .optional(),
    /** The start used when none is given. */
    start: z.iso.date().optional(),
    /** Why it starts on that day: 印发之日, 即日起, a date of the document, or one given at the draft (R-CAMP-21). */
    startBasis: z.strictObject({ kind: z.enum(START_BASES), asGiven }).optional(),
    end: planDay,
    nominalDays: z.int().positive().optional().meta({ description: 'e.g. 100: a clock of its own beside the phases' }),
    participants: unitSelector,
    phases: z.array(phase),
    rounds: rounds.optional(),
    deliverables: z.array(deliverable),
    reports: z.array(report),
    escalation: ladder,
    /** Forms of the plan's own; once it is pinned, all that it names. */
    forms: z.array(reportForm).optional(),
    content: planContent.optional(),
    notes: z.array(z.string()).default([]),
  })
  .superRefine((plan, issue) =>
    complaints(plan).forEach(({ path, zh, en }) =>
      issue.addIssue({ code: 'custom', path: [...path], message: `${zh} · ${en}` }),
    ),
  )
  .meta({ id: 'PlanTemplate' });
export type PlanTemplate = z.infer<typeof planTemplate>;
export type PlanPhase = z.infer<typeof phase>;
export type PlanDeliverable = z.infer<typeof deliverable>;
export type PlanReport = z.infer<typeof report>;
export type PlanRounds = z.infer<typeof rounds>;
