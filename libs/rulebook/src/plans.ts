import { type PlanTemplate, Refusal, type ReportForm, type WorkingCalendar, formComplaints } from '@fundguard/domain';
import { misfits } from './check-plan.js';
import type { Problem } from './problem.js';
import type { Entry } from './read-folder.js';

/** A plan by its id, or by a beginning of the id that fits no other. */
export function planById(
  { plans }: { readonly plans: ReadonlyMap<string, PlanTemplate> },
  wanted: string,
): PlanTemplate {
  const begins = [...plans.values()].filter(({ id }) => wanted !== '' && id.startsWith(wanted));
  const plan = plans.get(wanted) ?? (begins.length === 1 ? begins[0] : undefined);
  if (plan) return plan;
  const known = [...plans.keys()].join(', ');
  throw new Refusal(
    'not-found',
    'plan.unknown',
    { zh: `没有唯一的实施方案“${wanted}”；现有：${known}`, en: `"${wanted}" names no one plan; there are ${known}` },
    { field: 'plan' },
  );
}

/** A plan that cannot be laid on the calendar from the start it brings is found at load. */
export const rehearse = ({ file, value: plan }: Entry<PlanTemplate>, calendar: WorkingCalendar): Problem[] =>
  misfits(plan, calendar).map(({ path, en }) => ({ file, path, reason: en }));

/** A form that a plan names and that is not there is found at load, too. */
export const missing = (
  { file, value: plan }: Entry<PlanTemplate>,
  forms: ReadonlyMap<string, ReportForm>,
): Problem[] =>
  formComplaints(plan, (reference) => forms.get(reference)).map(({ path, en }) => ({
    ...{ file, path: path.map(String).join('.'), reason: en },
  }));
