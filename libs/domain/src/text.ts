import { z } from 'zod';

/** No NUL and no half of a surrogate pair: neither is a character, and a database keeps neither. */
const isText = (value: string): boolean => !/[\0\p{Surrogate}]/u.test(value);
const NO_TEXT = '含有无法识别的字符 · not a text: NUL or half a character';

/** A text a person wrote: trimmed, never empty. */
export const text = (max: number) => z.string().trim().min(1).max(max).refine(isText, NO_TEXT);

/** What somebody looks for; empty for nothing in particular. */
export const sought = z.string().trim().max(100).refine(isText, NO_TEXT);

export const reason = text(2_000).meta({ description: 'Why; kept on the record' });

/** Both languages of a name or message. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
