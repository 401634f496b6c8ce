import { z } from 'zod';

/** A text a person wrote: trimmed, never empty. */
export const text = (max: number) => z.string().trim().min(1).max(max);

export const reason = text(2_000).meta({ description: 'Why; kept on the record' });

/** Both languages of a name or message. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
