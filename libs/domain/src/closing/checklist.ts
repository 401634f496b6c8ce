import type { Bilingual } from '../text.js';

/** What a campaign should have behind it before it is closed. `required`: without it only with the leader's reason (R-CAMP-39). */
export interface ClosingItem {
  readonly id: string;
  readonly name: Bilingual;
  readonly required: boolean;
  /** How many are still missing, of how many. */
  readonly open: number;
  readonly total: number;
}

export const missingOf = (items: readonly ClosingItem[]): ClosingItem[] => items.filter(({ open }) => open > 0);
