import { z } from 'zod';
import { slug } from '../campaign/plan-day.js';
import { certainty } from '../law/clock.js';
import { MEASURED, type MeasuredId } from '../indicator/catalogue.js';
import type { Indicator } from '../indicator/indicator.js';
import { bilingual } from '../text.js';

export const FIELD_KINDS = ['money', 'count', 'percent', 'day', 'text'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

interface Prefilled {
  /** How it stands now; the others count what came to be known in a span of time. */
  readonly standing?: true;
  /** What a bureau or an agency alone may learn: an institution is not told of cases against it before its notice. */
  readonly internal?: true;
}

/** The indicators a report is filled with. */
const PREFILLS = {
  'problems-found': {},
  'problem-amount': {},
  'problem-refunds': {},
  'problems-struck-off': { standing: true },
  'problems-open': { standing: true },
  'leads-registered': { internal: true },
  'cases-decided': { internal: true },
  'refunds-recovered': { internal: true },
  'fines-paid': { internal: true },
  'institutions-participating': { standing: true, internal: true },
} as const satisfies Partial<Record<MeasuredId, Prefilled>>;
export type PrefillName = keyof typeof PREFILLS;
export const PREFILL_NAMES = Object.keys(PREFILLS) as PrefillName[];

export const prefillOf = (name: PrefillName): Prefilled & Indicator => ({ ...MEASURED[name], ...PREFILLS[name] });
const kindOf = (name: PrefillName): FieldKind => (MEASURED[name].unit === 'fen' ? 'money' : 'count');

/** From where the system fills a field: what it knows, or the sum of another report's field over the units below. */
const prefill = z.union([
  z.enum(PREFILL_NAMES as [PrefillName, ...PrefillName[]]),
  z.strictObject({ sumOf: slug.meta({ description: 'A report or deliverable of the plan' }), field: slug }),
]);

const share = z.number().positive().max(10_000);

export const formField = z.strictObject({
  id: slug,
  name: bilingual,
  kind: z.enum(FIELD_KINDS),
  required: z.boolean().default(false),
  prefill: prefill.optional(),
  /** What is counted: since the report before, or since the campaign began. */
  span: z.enum(['period', 'campaign']).default('period'),
  /** A fall or rise by so many percent since last time is asked about, not refused. */
  sanity: z.strictObject({ fall: share.max(100).optional(), rise: share.optional() }).optional(),
});
export type FormField = z.infer<typeof formField>;

/** 报表: the form of a report, as data. A version never changes; a correction is the next one. */
export const reportForm = z
  .strictObject({
    id: slug,
    version: z.int().positive(),
    name: bilingual,
    source: z.string().min(1),
    certainty,
    attachment: z.enum(['none', 'optional', 'required']).default('none').meta({ description: '书面报告 (R-RPT-15)' }),
    fields: z.array(formField).min(1).max(100),
    notes: z.array(z.string()).default([]),
  })
  .superRefine(({ fields }, issue) => {
    const complain = (at: number, name: keyof FormField, message: string) =>
      issue.addIssue({ code: 'custom', path: ['fields', at, name], message });
    fields.forEach(({ id, kind, prefill: from, sanity }, at) => {
      if (fields.findIndex((each) => each.id === id) < at)
        complain(at, 'id', `标识 ${id} 重复 · the id ${id} is used twice`);
      const known = typeof from === 'string' ? kindOf(from) : undefined;
      if (known && known !== kind) complain(at, 'prefill', `该指标须为 ${known} · this indicator is a ${known}`);
      if (from && !known && !isSummed(kind))
        complain(at, 'prefill', '只有金额和数量可以汇总 · only money and counts are added up');
      if (sanity && !isNumeric(kind)) complain(at, 'sanity', '只有数值可以比较 · only numbers are compared');
    });
  })
  .meta({ id: 'ReportForm' });
export type ReportForm = z.infer<typeof reportForm>;

export const formReference = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*@[1-9]\d*$/, '报表写作 标识@版本 · a form, id@version')
  .meta({ description: 'The form of the report, `id@version`; without one it is a text with free figures' });
export const referenceOf = ({ id, version }: Pick<ReportForm, 'id' | 'version'>): string => `${id}@${version}`;

/** What roll-ups add up: percentages are not sums. */
export const isSummed = (kind: FieldKind): boolean => kind === 'money' || kind === 'count';
export const isNumeric = (kind: FieldKind): boolean => isSummed(kind) || kind === 'percent';
