import { z } from 'zod';
import { obligationAct } from '../campaign/obligation.js';
import { slug } from '../campaign/plan-day.js';
import { holds } from '../people/roles.js';
import { Refusal } from '../refusal.js';
import { reason, text } from '../text.js';
import { type ReportForm, isSummed } from './form.js';
import { type Correction, NO_BASIS, type Report } from './report.js';
import { figureName, notYours, refuseNow } from './submit.js';
import { type Values, readValues } from './values.js';

/**
 * 更正报表: what was handed in stays as it is; the changed values stand beside it with the reason, and count from then on. By the unit
 * itself or the coordinator, once the report is frozen; what a unit changes is looked at again, also where it was accepted.
 */
export const correctReport = obligationAct(
  'obligation.correct',
  ['submitted', 'accepted'],
  z.strictObject({
    values: z
      .record(slug, z.string().trim().min(1).max(5_000))
      .default({})
      .meta({ description: 'Only the changed ones' }),
    figures: z.record(figureName, text(100)).default({}),
    content: text(50_000).optional(),
    reason,
  }),
  (obligation, given, { actor, now }) => {
    const { unit, status, report, basis = NO_BASIS } = obligation;
    if (actor.unit !== unit && !holds(actor.roles, 'campaign.coordinate')) throw notYours();
    refuseNow('correctReport', obligation, now);
    if (basis.form && Object.keys(given.figures).length > 0) throw formOnly();
    const before = report ?? { figures: {}, zero: false, late: false };
    const values = basis.form ? readValues(basis.form, given.values) : given.values;
    const corrections = [
      ...changed('values', before.values, values, (id) => nameIn(basis.form, id)),
      ...changed('figures', before.figures, given.figures, (name) => ({ zh: name, en: name })),
      ...changed('', { content: before.content ?? '' }, given.content ? { content: given.content } : {}, () => CONTENT),
    ];
    if (corrections.length === 0) throw nothingCorrected();
    return {
      ...{
        kind: 'reportCorrected',
        status: actor.unit === unit ? 'submitted' : status,
        data: { corrections, reason: given.reason },
      },
      report: after(before, { ...given, values }, basis.form),
    };
  },
);

const CONTENT = { zh: '报告内容', en: 'Content' };
const nameIn = (form: ReportForm | undefined, id: string) =>
  form?.fields.find((field) => field.id === id)?.name ?? { zh: id, en: id };

const changed = (
  part: string,
  before: Values = {},
  after_: Values,
  name: (id: string) => Correction['name'],
): Correction[] =>
  Object.entries(after_).flatMap(([id, value]) =>
    before[id] === value
      ? []
      : [{ field: [part, id].filter(Boolean).join('.'), name: name(id), before: before[id] ?? null, after: value }],
  );

/** A zero report that is corrected to say something is none any more. */
function after(
  report: Report,
  { values, figures, content }: { values: Values; figures: Values; content?: string | undefined },
  form: ReportForm | undefined,
): Report {
  const merged = { ...report.values, ...values };
  const found = form?.fields.some(({ id, kind }) => isSummed(kind) && (merged[id] ?? '0') !== '0') ?? false;
  return {
    ...report,
    ...(content ? { content } : {}),
    ...(Object.keys(merged).length > 0 ? { values: merged } : {}),
    ...{ figures: { ...report.figures, ...figures }, zero: report.zero && !found },
  };
}

const formOnly = () =>
  new Refusal(
    'invalid',
    'report.form-only',
    { zh: '该报表只按栏目更正', en: 'this report is corrected by the fields of its form' },
    { field: 'figures' },
  );
const nothingCorrected = () =>
  new Refusal(
    'invalid',
    'report.nothing-corrected',
    { zh: '没有更正任何内容', en: 'nothing in it is changed' },
    { field: 'values' },
  );
