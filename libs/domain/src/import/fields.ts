import { z } from 'zod';
import { type Fen, fen } from '../money.js';
import { text } from '../text.js';
import { type Day, givenDay } from '../time/instant.js';
import { LocalDate } from '@js-joda/core';

/** How a column is called, by what other names it goes, and what may stand in it. */
export interface FieldWords {
  readonly zh: string;
  readonly en: string;
  readonly also?: readonly string[];
  readonly example: string;
}
const WORDS = z.registry<FieldWords>();

/** A field of an import: what reads its cell, and its words, which the template and the guess of the columns are made from. */
export function field<Schema extends z.ZodType>(schema: Schema, words: FieldWords): Schema {
  WORDS.add(schema, words);
  return schema;
}

export interface ImportField extends FieldWords {
  readonly name: string;
  readonly isRequired: boolean;
}

/** The columns of an import, in the order of its template. */
export const fieldsOf = (schema: z.ZodObject): ImportField[] =>
  Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, each]) => {
    const words = WORDS.get(each);
    if (!words) throw new Error(`no words for the field ${name}`);
    return { name, ...words, isRequired: !each.safeParse(undefined).success };
  });

export const cellText = (max: number) => text(max);

/** Two decimals, with or without separators of thousands, `元` and `¥`. */
const YUAN = /^[¥￥]?\s*(\d{1,3}(?:[,，]\d{3})+|\d{1,13})(?:\.(\d{1,2})0*)?\s*元?$/;

/** Yuan as people write them, to fen, digit by digit: no number of the machine comes between. */
export const cellYuan = z.string().transform((given, context): Fen => {
  const [, whole, rest = ''] = YUAN.exec(given.trim()) ?? [];
  if (whole !== undefined) return fen(BigInt(whole.replaceAll(/[,，]/g, '') + rest.padEnd(2, '0')));
  context.addIssue({
    code: 'custom',
    message:
      '不是金额：应为不少于零的元数，最多两位小数 · not an amount: yuan, not below nought, with at most two decimals',
  });
  return z.NEVER;
});

const WRITTEN = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?(?:[ T].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}$/;
const SERIAL_EPOCH = LocalDate.of(1899, 12, 30);

/** A day: `2023-03-05`, `2023/3/5`, `2023年3月5日`, `20230305`, or the serial number a sheet keeps it as. */
export const cellDay = z.string().transform((given, context): Day => {
  const found = dayIn(given.trim());
  if (found && givenDay.safeParse(found).success) return found as Day;
  context.addIssue({
    code: 'custom',
    message: '不是有效日期，应如 2026-11-26 或 2026年11月26日 · not a day; write it as 2026-11-26',
  });
  return z.NEVER;
});

function dayIn(given: string): string | undefined {
  if (SERIAL.test(given)) return SERIAL_EPOCH.plusDays(Number(given)).toString();
  const [, year, month = '', on = ''] = WRITTEN.exec(given) ?? COMPACT.exec(given) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`;
}

/** One of a list, by its own name or by any word for it. */
export const cellChoice = <const Value extends string>(choices: Readonly<Record<Value, readonly string[]>>) =>
  z.string().transform((given, context): Value => {
    const sought = given.trim().toLowerCase();
    for (const [value, words] of Object.entries(choices) as [Value, readonly string[]][])
      if (value.toLowerCase() === sought || words.some((word) => word.toLowerCase() === sought)) return value;
    const known = Object.values<readonly string[]>(choices)
      .map(([word]) => word)
      .join('、');
    context.addIssue({
      code: 'custom',
      message: `应为以下之一：${known} · one of: ${Object.keys(choices).join(', ')}`,
    });
    return z.NEVER;
  });
