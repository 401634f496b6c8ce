import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { DrawList } from './list.js';

/** What somebody who was there said or threw after the list and the secret were fixed: nobody could know it before. */
export interface Witness {
  readonly name: string;
  readonly words: string;
}

/**
 * The published steps of the lot, docs/draw.md. All hashes are SHA-256 of UTF-8 text, in lower-case hexadecimal; whoever
 * changes one of them makes every draw before unverifiable.
 */
export const hashOf = (...lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');

/** The hash of the whole list; the order in which it was written down does not matter, the order of the strata does. */
export const listHash = (list: DrawList): string =>
  hashOf(
    canonicalJson({
      ...list,
      candidates: byId(list.candidates),
      inspectors: byId(list.inspectors),
      experts: byId(list.experts),
    }),
  );

/** What is made known of the secret before the draw. */
export const commitmentOf = (secret: string): string => hashOf(secret);

/** Neither the one who keeps the secret nor the witness can choose it alone. */
export const seedOf = (secret: string, list: string, witness: Witness): string => hashOf(secret, list, witness.words);

/** The lots of one drum: the smallest comes first. Equal ones, which nobody has ever seen, follow their ids. */
export function inLotOrder<Item extends { readonly id: string }>(
  seed: string,
  drum: string,
  items: readonly Item[],
): readonly Item[] {
  return items
    .map((item) => ({ item, lot: hashOf(seed, drum, item.id) }))
    .sort((a, b) => compare(a.lot, b.lot) || compare(a.item.id, b.item.id))
    .map(({ item }) => item);
}

/** By code units, as every language compares plain texts; never by a locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => compare(a.id, b.id));
