import type { z } from 'zod';
import type { AccountId, UnitId } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import type { Report, ReportBasis } from '../report/report.js';
import { type RowAct, rowAct } from '../row-act.js';
import type { Bilingual } from '../text.js';
import type { Instant } from '../time/instant.js';

export type ObligationId = string & { readonly __id: 'obligation' };

export const OBLIGATION_STATUSES = ['open', 'submitted', 'accepted', 'returned', 'overdue', 'waived'] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];

export const OBLIGATION_STATUS_NAMES: Readonly<Record<ObligationStatus, Bilingual>> = {
  open: { zh: '待报', en: 'open' },
  submitted: { zh: '已报待审', en: 'submitted' },
  accepted: { zh: '审核通过', en: 'accepted' },
  returned: { zh: '已退回', en: 'returned' },
  overdue: { zh: '逾期未报', en: 'overdue' },
  waived: { zh: '免报', en: 'waived' },
};

/** 应报事项: something one unit owes by an instant. */
export interface Obligation {
  readonly id: ObligationId;
  readonly unit: UnitId;
  readonly due: Instant;
  readonly status: ObligationStatus;
  readonly version: number;
  readonly submittedBy: AccountId | null;
  /** As it counts now: what was handed in, with its corrections. */
  readonly report?: Report | null;
  /** Looked up for the acts on reports. */
  readonly basis?: ReportBasis;
}

/** What an act makes of an obligation, and what the campaign's record says of it. */
export interface ObligationOutcome {
  readonly kind: string;
  readonly status: ObligationStatus;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the report says from now on. */
  readonly report?: Report;
  /** The unit becomes a key target of inspection, and why. */
  readonly keyTarget?: string;
}

export type ObligationAct<Payload extends z.ZodType = z.ZodType> = RowAct<Obligation, ObligationOutcome, Payload>;

/** Another status is in the way. */
export const outsideStatus = ({ status, version }: Pick<Obligation, 'status' | 'version'>): Refusal => {
  const now = OBLIGATION_STATUS_NAMES[status];
  return new Refusal(
    'conflict',
    'obligation.status',
    { zh: `该事项处于“${now.zh}”状态，不能进行此操作`, en: `the obligation is ${now.en}; this is not done then` },
    { standing: { status, version } },
  );
};

/** Declares an act on an obligation. */
export const obligationAct = rowAct<Obligation, ObligationOutcome>(outsideStatus);
