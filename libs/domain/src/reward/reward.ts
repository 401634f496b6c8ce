import type { Fen } from '../money.js';
import type { AccountId } from '../people/actor.js';
import type { Bilingual } from '../text.js';
import type { Day } from '../time/instant.js';

export const REWARD_STATUSES = ['proposed', 'refused', 'approved', 'notified', 'paid', 'expired'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

/** 举报奖励, beside a case. To whom it goes is said in the vault; here stands only which reporter's it is. */
export interface Reward {
  readonly id: string;
  readonly reporter: string;
  readonly status: RewardStatus;
  readonly category: string;
  /** 案值: what was found that the report led to. */
  readonly caseValue: Fen;
  readonly amount: Fen;
  readonly explanation: readonly Bilingual[];
  /** The local table it was computed by, `id@version`. */
  readonly table: string;
  readonly grounds: string;
  readonly proposedBy: AccountId;
  readonly approvedBy?: AccountId;
  readonly reason?: string;
  readonly collectBy?: Day;
  readonly paidOn?: Day;
  readonly voucher?: string;
}
