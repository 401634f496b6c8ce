import type { Complaint } from '../campaign/plan-complaints.js';
import type { PlanTemplate } from '../campaign/plan.js';
import { Refusal } from '../refusal.js';
import { type ReportForm, referenceOf } from './form.js';

/** A form by its reference, where there is one. */
export type FormLookup = (reference: string) => ReportForm | undefined;

/** A plan's own forms come before those of the rulebook. */
const lookIn =
  ({ forms = [] }: Pick<PlanTemplate, 'forms'>, known: FormLookup): FormLookup =>
  (reference) =>
    forms.find((form) => referenceOf(form) === reference) ?? known(reference);

const duties = ({ deliverables, reports }: PlanTemplate) => [
  ...deliverables.map((each, at) => ({ ...each, path: ['deliverables', at] as const })),
  ...reports.map((each, at) => ({ ...each, path: ['reports', at] as const })),
];

/** Forms that are named and not there, and sums of fields that nobody reports. */
export function formComplaints(plan: PlanTemplate, known: FormLookup): Complaint[] {
  const find = lookIn(plan, known);
  const owed = duties(plan);
  return owed.flatMap(({ form: reference, path }) => {
    if (!reference) return [];
    const form = find(reference);
    const at = [...path, 'form'];
    if (!form) return [{ path: at, zh: `没有报表 ${reference}`, en: `no form ${reference}` }];
    return form.fields.flatMap(({ prefill }) => {
      if (typeof prefill !== 'object') return [];
      const { sumOf, field } = prefill;
      const summed = owed.find(({ id }) => id === sumOf)?.form;
      if (summed && find(summed)?.fields.some(({ id }) => id === field)) return [];
      return [
        {
          path: at,
          zh: `${reference} 汇总的“${sumOf}.${field}”不在方案的报表中`,
          en: `${reference} adds up ${sumOf}.${field}, which no report of the plan has`,
        },
      ];
    });
  });
}

/** The plan with the forms it names in it: what a campaign pins, so that a form never changes under a running one. */
export function withForms(plan: PlanTemplate, known: FormLookup): PlanTemplate {
  const find = lookIn(plan, known);
  const named = new Set(duties(plan).flatMap(({ form }) => (form ? [form] : [])));
  if (named.size === 0) return plan;
  return { ...plan, forms: [...named].map((reference) => find(reference) ?? refuse(reference)) };
}

function refuse(reference: string): never {
  throw new Refusal(
    'invalid',
    'plan.form-unknown',
    { zh: `方案所用的报表 ${reference} 不存在`, en: `the plan uses a form ${reference} that is not there` },
    { field: 'plan' },
  );
}

/** The form in which a duty of a pinned plan is reported. */
export function formOf(plan: PlanTemplate, source: string): ReportForm | undefined {
  const reference = duties(plan).find(({ id }) => id === source)?.form;
  return plan.forms?.find((form) => referenceOf(form) === reference);
}
