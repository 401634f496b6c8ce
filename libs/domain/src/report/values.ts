import { z } from 'zod';
import { fenText } from '../money.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { givenDay } from '../time/instant.js';
import { type FieldKind, type FormField, type ReportForm, isNumeric, isSummed } from './form.js';

/** What a form says, by field: fen, whole numbers, percentages with up to two decimals, days and texts, all as text. */
export type Values = Readonly<Record<string, string>>;

const percent = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, '须为 0 至 100 之间，最多两位小数 · 0 to 100, two decimals at most');
const count = z.string().regex(/^(0|[1-9]\d{0,11})$/, '须为非负整数 · a whole number');

const KINDS: Readonly<Record<FieldKind, z.ZodType<string>>> = {
  ...{ money: fenText, count, percent, day: givenDay, text: text(5_000) },
};

/** The values of a form, each as its kind wants it; what is left empty is left out. */
export function readValues({ fields }: ReportForm, given: Values): Values {
  const stray = Object.keys(given).find((id) => !fields.some((field) => field.id === id));
  if (stray) throw refuseValue(stray, 'report.field-unknown', '报表中没有此栏目', 'the form has no such field');
  return Object.fromEntries(
    fields.flatMap(({ id, name, kind }) => {
      const value = given[id];
      if (!value) return [];
      const read = KINDS[kind].safeParse(value);
      if (read.success) return [[id, kind === 'percent' ? String(Number(read.data)) : read.data]];
      const [zh = '', en = zh] = (read.error.issues[0]?.message ?? '').split(' · ');
      throw refuseValue(id, 'report.field-invalid', `${name.zh}：${zh}`, `${name.en}: ${en}`);
    }),
  );
}

export const refuseValue = (field: string, code: string, zh: string, en: string, standing?: unknown) =>
  new Refusal('invalid', code, { zh, en }, { field: `values.${field}`, ...(standing ? { standing } : {}) });

const HUNDREDTHS = 2;

/** As a whole number to compare and to add: fen, pieces, hundredths of a percent. */
export function numberOf(kind: FieldKind, value: string | undefined): bigint | undefined {
  if (value === undefined || !isNumeric(kind)) return undefined;
  if (kind !== 'percent') return BigInt(value);
  const [whole = '0', part = ''] = value.split('.');
  return BigInt(whole + part.padEnd(HUNDREDTHS, '0'));
}

/** What changed since last time, with its sign; undefined where it cannot be said. */
export function difference(kind: FieldKind, value: string | undefined, last: string | undefined): string | undefined {
  const [now, before] = [numberOf(kind, value), numberOf(kind, last)];
  if (now === undefined || before === undefined) return undefined;
  const change = now - before;
  return kind === 'percent' ? String(Number(change) / 100) : change.toString();
}

/** So great a change that it is asked about: more often a slip than the truth. */
export function isQuestioned(
  { kind, sanity }: FormField,
  value: string | undefined,
  last: string | undefined,
): boolean {
  const [now, before] = [numberOf(kind, value), numberOf(kind, last)];
  if (!sanity || now === undefined || before === undefined || before === 0n) return false;
  const change = (Number(now - before) / Number(before)) * 100;
  return (sanity.fall !== undefined && -change >= sanity.fall) || (sanity.rise !== undefined && change >= sanity.rise);
}

/** What of a report is added up: its money and counts, by field. */
export const summedFigures = (
  form: ReportForm | undefined,
  { values = {} }: { readonly values?: Values },
): Record<string, bigint> =>
  Object.fromEntries(
    (form?.fields ?? []).flatMap(({ id, kind }) => {
      const number = isSummed(kind) ? numberOf(kind, values[id]) : undefined;
      return number === undefined ? [] : [[id, number]];
    }),
  );
