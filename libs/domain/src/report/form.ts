import { z } from 'zod';
import { slug } from '../campaign/plan-day.js';
import { certainty } from '../law/clock.js';
import { type Bilingual, bilingual } from '../text.js';

export const FIELD_KINDS = ['money', 'count', 'percent', 'day', 'text'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

type KnownFigure = Bilingual & {
  readonly kind: FieldKind;
  /** How it stands now; the others count what happened in a span of time. */
  readonly standing?: true;
  /** What a bureau or an agency alone may learn: an institution is not told of cases against it before its notice. */
  readonly internal?: true;
};

/** What the system itself knows of a unit and a campaign, to fill a report with. */
export const PREFILLS = {
  'problems-entered': { kind: 'count', zh: '问题台账：登记问题数', en: 'Problem ledger: problems entered' },
  'problems-amount': { kind: 'money', zh: '问题台账：涉及金额', en: 'Problem ledger: amount in question' },
  'problems-refunded': { kind: 'money', zh: '问题台账：已退回金额', en: 'Problem ledger: refunded' },
  'problems-struck-off': {
    ...{ kind: 'count', standing: true, zh: '问题台账：已销号问题数', en: 'Problem ledger: problems struck off' },
  },
  'problems-open': {
    ...{ kind: 'count', standing: true, zh: '问题台账：未销号问题数', en: 'Problem ledger: problems not struck off' },
  },
  'cases-opened': { kind: 'count', internal: true, zh: '案件台账：登记案件数', en: 'Cases opened' },
  'cases-decided': { kind: 'count', internal: true, zh: '案件台账：作出决定案件数', en: 'Cases decided' },
  'cases-refunded': {
    kind: 'money',
    internal: true,
    zh: '案件台账：追回基金',
    en: 'Cases: money of the fund recovered',
  },
  'cases-fined': { kind: 'money', internal: true, zh: '案件台账：已缴罚款', en: 'Cases: fines paid' },
  institutions: {
    ...{ kind: 'count', standing: true, internal: true },
    ...{ zh: '参与专项的定点医药机构数', en: 'Institutions and pharmacies that take part' },
  },
} as const satisfies Readonly<Record<string, KnownFigure>>;
export type PrefillName = keyof typeof PREFILLS;
export const prefillOf = (name: PrefillName): KnownFigure => PREFILLS[name];

/** From where the system fills a field: what it knows, or the sum of another report's field over the units below. */
const prefill = z.union([
  z.enum(Object.keys(PREFILLS) as [PrefillName, ...PrefillName[]]),
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
      const known = typeof from === 'string' ? PREFILLS[from].kind : undefined;
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
