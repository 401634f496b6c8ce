import type { CampaignFile } from '../campaign/file.js';
import type { Fen } from '../money.js';
import type { PartnerAuthority } from '../people/partner.js';
import type { ProblemSource } from '../problem/problem.js';
import type { RuleStatus } from '../rule/rule.js';
import type { Bilingual } from '../text.js';
import type { Day, Instant } from '../time/instant.js';
import type { WorkKind } from '../work/kinds.js';
import type { ClosingItem } from './checklist.js';

/** Everything a summary says in numbers, as the records have it when it is made. Money in fen; refund and fine apart (条例 45). */
export interface ClosingFigures {
  readonly campaign: Pick<CampaignFile, 'name' | 'start' | 'end' | 'launchedAt' | 'status'>;
  readonly bureau: string;
  readonly basis: readonly string[];
  readonly planName: string;
  readonly phases: readonly {
    readonly name: Bilingual;
    readonly plannedStart?: Day;
    readonly plannedEnd?: Day;
    readonly started?: Instant;
    readonly ended?: Instant;
  }[];
  readonly units: readonly { readonly kind: string; readonly count: number }[];
  readonly reports: {
    readonly owed: number;
    readonly settled: number;
    readonly late: number;
    readonly zero: number;
    readonly waived: number;
    readonly open: number;
  };
  readonly problems: readonly {
    readonly source: ProblemSource;
    readonly count: number;
    readonly struckOff: number;
    readonly amount: Fen;
    readonly refunded: Fen;
  }[];
  readonly relapses: number;
  readonly shams: number;
  readonly draws: readonly {
    readonly name: string;
    readonly candidates: number;
    readonly drawn: number;
    readonly published: boolean;
  }[];
  readonly cases: {
    readonly leads: number;
    readonly filed: number;
    readonly decided: number;
    readonly struckOff: number;
    readonly ended: number;
    readonly open: number;
  };
  readonly money: {
    readonly refundOrdered: Fen;
    readonly refundPaid: Fen;
    readonly fineOrdered: Fen;
    readonly finePaid: Fen;
  };
  readonly transfers: readonly {
    readonly to: PartnerAuthority;
    readonly count: number;
    readonly answered: number;
  }[];
  /** 工作纪实: what was held, by kind; and of whom the briefings were to tell, whom they reached. */
  readonly work: readonly { readonly kind: WorkKind; readonly count: number; readonly people: number }[];
  readonly briefed: { readonly open: number; readonly total: number };
  readonly typical: { readonly written: number; readonly exposed: number };
  readonly rules: readonly { readonly title: string; readonly status: RuleStatus }[];
  readonly checklist: readonly ClosingItem[];
}
