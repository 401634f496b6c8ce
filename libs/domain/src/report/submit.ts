import { z } from 'zod';
import { type Obligation, type ObligationOutcome, outsideStatus } from '../campaign/obligation.js';
import { slug } from '../campaign/plan-day.js';
import type { UnitId } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { reason, text } from '../text.js';
import type { Instant } from '../time/instant.js';
import { composed, fileMissing } from './compose.js';
import { referenceOf } from './form.js';
import { frozen, withheldByTime } from './freeze.js';
import { NO_BASIS, type Report } from './report.js';

/** What a figure is called; a leading `$` is kept for how money is written down. */
export const figureName = text(100).refine(
  (name) => !name.startsWith('$'),
  '指标名不得以 $ 开头 · a name does not start with $',
);

export const reportPayload = z.strictObject({
  values: z
    .record(slug, z.string().trim().max(5_000))
    .default({})
    .meta({ description: 'The fields of the form, by id' }),
  reasons: z
    .record(slug, reason)
    .default({})
    .meta({ description: 'Why a field says something else than what the system knows, by id' }),
  content: text(50_000).optional(),
  figures: z.record(figureName, text(100)).default({}),
  file: z.uuid().optional().meta({ description: 'The written report, uploaded before' }),
  signedBy: z
    .strictObject({ name: text(100), position: text(100) })
    .optional()
    .meta({ description: 'Who answers for the written report' }),
  zero: z.boolean().default(false).meta({ description: 'A zero report: nothing was found' }),
});

/** What is accepted is frozen; whatever else is in the way is its status. */
const act = rowAct<Obligation, ObligationOutcome>((row) =>
  row.status === 'accepted' ? frozen(row) : outsideStatus(row),
);
const WRITABLE = ['open', 'returned', 'overdue', 'submitted'] as const;

/**
 * 报送. Until its instant a report may be handed in again; after it, it counts as late. A zero report (零报告) is a report, and makes
 * the unit a key target.
 */
export const submitReport = act('obligation.submit', WRITABLE, reportPayload, (obligation, given, { actor, now }) => {
  refuseOthers(actor.unit, obligation);
  refuseNow('submitReport', obligation, now);
  return handedIn(composed(given, obligation.basis ?? NO_BASIS, now > obligation.due));
});

/** 代录报送: what a unit reported on paper or in a sheet, entered by whoever coordinates; the record says that it stands for the unit. */
export const enterReport = act(
  'campaign.coordinate',
  ['open', 'returned', 'overdue'],
  reportPayload,
  (obligation, given, { now }) => {
    const report = composed(given, obligation.basis ?? NO_BASIS, now > obligation.due);
    return handedIn({ ...report, onBehalf: true });
  },
);

/** 本期无变化: the figures of last time once more. Refused where there is no last time, or where something did change. */
export const repeatReport = act(
  'obligation.submit',
  WRITABLE,
  z.strictObject({}),
  (obligation, _none, { actor, now }) => {
    refuseOthers(actor.unit, obligation);
    refuseNow('repeatReport', obligation, now);
    const withheld = whyNotRepeated(obligation);
    if (withheld) throw withheld;
    const { form, known, last } = obligation.basis ?? NO_BASIS;
    const { figures = {}, values, zero = false } = last ?? {};
    return handedIn({
      ...{ content: UNCHANGED, figures, zero, late: now > obligation.due, unchanged: true },
      ...(form && values ? { form: referenceOf(form), values, known } : {}),
    });
  },
);
const UNCHANGED = '本期无变化';

/** Why last time's figures cannot be reported again, whoever asks. */
export function whyNotRepeated({ basis = NO_BASIS }: Pick<Obligation, 'basis'>): Refusal | undefined {
  const { form, known, last } = basis;
  if (!last)
    return refuse('report.no-last', '没有上期报告，请填写本期报表', 'there is no last time: fill in the report');
  if (last.form !== (form && referenceOf(form)))
    return refuse('report.form-changed', '报表已变更，请填写本期报表', 'the form has changed: fill in the report');
  const changed = form?.fields.find(({ id }) => known[id] !== undefined && known[id] !== last.values?.[id]);
  if (changed) {
    const { zh, en } = changed.name;
    return refuse('report.has-changed', `“${zh}”已有变化，请填写本期报表`, `${en} has changed: fill in the report`);
  }
  return form?.attachment === 'required' ? fileMissing() : undefined;
}

const handedIn = (report: Report): ObligationOutcome => ({
  ...{ kind: 'reportSubmitted', status: 'submitted', data: { ...report }, report },
  ...(report.zero ? { keyTarget: 'zero-report' } : {}),
});

function refuseOthers(unit: UnitId | undefined, obligation: Obligation): void {
  if (unit !== obligation.unit) throw notYours();
}
export const notYours = () =>
  new Refusal('not-found', 'obligation.not-found', { zh: '没有此应报事项', en: 'no such obligation' });

export function refuseNow(name: string, obligation: Obligation, now: Instant): void {
  const refusal = withheldByTime(name, obligation, now);
  if (refusal) throw refusal;
}

const refuse = (code: string, zh: string, en: string) => new Refusal('conflict', code, { zh, en });
