import { z } from 'zod';

/** Keyset pages: `after` is the cursor the page before ended with. */
export const pageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuery>;

export const pageOf = <Item extends z.ZodType>(item: Item, id: string) =>
  z
    .object({ items: z.array(item), next: z.string().nullable().meta({ description: 'Cursor of the next page' }) })
    .meta({ id });

/** One row more than asked for tells whether there is a next page. */
export function page<Row>(
  rows: readonly Row[],
  limit: number,
  cursor: (row: Row) => string,
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursor(last) : null };
}

export const idParam = z.uuid();
