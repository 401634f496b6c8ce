import { z } from 'zod';
import { among } from '../indicator/indicator.js';
import { bilingual } from '../text.js';
import { INITIATIVES } from './initiatives.js';
import { planDay, slug } from './plan-day.js';

/** What the document says, in its own Chinese words. */
const words = z.string().min(1);
const list = z.array(words).min(1);

export const SUBJECTS = [
  'medical_institution',
  'pharmacy',
  'insured_person',
  'handling_agency',
  'commercial_insurer',
  'third_party',
  'practitioner',
  'responsible_manager',
  'public_employee',
  'supervising_official',
] as const;

/** 领导小组、办公室、工作组、检查组: positions and duties; persons are assigned when a campaign starts (R-ORG-01). */
const group = z.strictObject({
  id: slug,
  kind: z.enum(['leadingGroup', 'office', 'workingGroup', 'inspectionTeam']),
  name: bilingual,
  leader: words.optional(),
  deputies: list.optional(),
  members: list.optional(),
  duties: list.optional(),
  rule: words.optional(),
});

/** Whom to draw, and how many of them at least (R-SCOPE). */
const sampling = z.strictObject({
  id: slug,
  purpose: words,
  /** What is counted: institutions and pharmacies, or records and people inside each of them. */
  of: z.enum([
    'institution',
    'pharmacy',
    'inpatientRecord',
    'outpatientPrescription',
    'inpatient',
    'discharge',
    'fee',
    'expert',
  ]),
  types: z.array(z.string()).optional(),
  levels: z.array(z.int().min(1).max(3)).min(1).optional().meta({ description: '一级至三级' }),
  percent: z.number().positive().max(100).optional(),
  atLeast: z.record(z.string(), z.int().positive()).optional(),
  perInstitution: z.number().positive().optional(),
  strata: z
    .array(
      z.strictObject({
        asGiven: words,
        above: z.int().optional(),
        below: z.int().optional(),
        count: z.int().positive(),
      }),
    )
    .optional()
    .meta({ description: 'Layers by cost, in yuan' }),
  method: z.enum(['doubleRandom', 'crossInspection', 'focused', 'leads']).optional(),
  asGiven: words.optional(),
});

/** 目标: what is measured, and what is wanted; a goal without a number is a sentence under `goals` (R-KPI-12). */
const target = z.strictObject({
  id: slug,
  name: bilingual,
  operator: z.enum(['>=', '=', '<=']),
  value: z.number(),
  unit: z.enum([
    'percent',
    'percentDecrease',
    'percentagePoints',
    'institutions',
    'timesPerInstitution',
    'openProblems',
  ]),
  by: planDay.optional().meta({ description: 'The day it is aimed at' }),
  finally: planDay.optional().meta({ description: 'The last day, where the document gives a second one (R-CAMP-09)' }),
  indicator: slug.optional().meta({ description: 'What tells how it stands, by its id in the catalogue (R-KPI-11)' }),
  among: among.omit({ unit: true, region: true }).optional().meta({ description: 'What the indicator is narrowed to' }),
});
export type PlanTarget = z.infer<typeof target>;

/** What a plan says beside its dates: principles, focus, groups, samples, targets, measures (R-CAMP-01). */
export const planContent = z.strictObject({
  principles: words.optional(),
  goals: list.optional(),
  trigger: words.optional().meta({ description: 'What made the bureau act (R-CAMP-36)' }),
  predecessor: words.optional().meta({ description: 'The campaign it looks back on (R-CAMP-22)' }),
  initiatives: z
    .array(z.strictObject({ kind: z.enum(INITIATIVES), asGiven: words }))
    .optional()
    .meta({ description: 'Other initiatives it is tied to (R-CAMP-28)' }),
  subjects: z.array(z.enum(SUBJECTS)).min(1),
  coverage: words.optional(),
  dataPeriod: words.optional(),
  keyTargets: list.optional(),
  lines: z.array(z.strictObject({ name: bilingual, tasks: list.optional() })).optional(),
  focus: z
    .array(z.strictObject({ of: z.array(z.enum(SUBJECTS)).optional(), group: words.optional(), items: list }))
    .optional(),
  inspection: list.optional(),
  groups: z.array(group).optional(),
  cooperation: list.optional(),
  sampling: z.array(sampling).optional(),
  targets: z.array(target).optional(),
  measures: list.optional(),
  transfers: list.optional(),
  ledgers: list.optional(),
  tables: list.optional(),
  attachments: list.optional(),
  publicity: list.optional(),
  acceptance: z
    .strictObject({ by: words, dimensions: list })
    .optional()
    .meta({ description: 'Who accepts what came of it, and on what: each gets a verdict (R-CAMP-30)' }),
  discipline: list.optional(),
  legalBasis: list.optional(),
});
export type PlanContent = z.infer<typeof planContent>;
