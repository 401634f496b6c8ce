import { z } from 'zod';
import { type AccountId, type UnitId, requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { type RowAct, rowAct } from '../row-act.js';
import { type Bilingual, reason, text } from '../text.js';
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
}

/** What an act makes of an obligation, and what the campaign's record says of it. */
export interface ObligationOutcome {
  readonly kind: string;
  readonly status: ObligationStatus;
  readonly data: Readonly<Record<string, unknown>>;
  /** The unit becomes a key target of inspection, and why. */
  readonly keyTarget?: string;
}

export type ObligationAct<Payload extends z.ZodType = z.ZodType> = RowAct<Obligation, ObligationOutcome, Payload>;

const act = rowAct<Obligation, ObligationOutcome>(({ status, version }) => {
  const now = OBLIGATION_STATUS_NAMES[status];
  return new Refusal(
    'conflict',
    'obligation.status',
    { zh: `该事项处于“${now.zh}”状态，不能进行此操作`, en: `the obligation is ${now.en}; this is not done then` },
    { standing: { status, version } },
  );
});

/** What a figure is called; a leading `$` is kept for how money is written down. */
const figureName = text(100).refine(
  (name) => !name.startsWith('$'),
  '指标名不得以 $ 开头 · a name does not start with $',
);

/** 报送. After the due instant it counts as late. A zero report (零报告) is a report, and makes the unit a key target. */
export const submitReport = act(
  'obligation.submit',
  ['open', 'returned', 'overdue'],
  z.strictObject({
    content: text(50_000),
    figures: z.record(figureName, text(100)).default({}),
    zero: z.boolean().default(false).meta({ description: 'A zero report: nothing was found' }),
  }),
  (obligation, data, { actor, now }) => {
    if (actor.unit !== obligation.unit) {
      throw new Refusal('not-found', 'obligation.not-found', { zh: '没有此应报事项', en: 'no such obligation' });
    }
    return {
      kind: 'reportSubmitted',
      status: 'submitted',
      data: { ...data, late: now > obligation.due },
      ...(data.zero ? { keyTarget: 'zero-report' } : {}),
    };
  },
);

/** 代录报送: what a unit reported on paper or in a sheet, entered by whoever coordinates; the record says for whom it stands. */
export const enterReport = act(
  'campaign.coordinate',
  ['open', 'returned', 'overdue'],
  submitReport.payload,
  (obligation, data, { now }) => ({
    kind: 'reportSubmitted',
    status: 'submitted',
    data: { ...data, late: now > obligation.due, onBehalf: true },
    ...(data.zero ? { keyTarget: 'zero-report' } : {}),
  }),
);

/** 审核通过. */
export const acceptReport = act(
  'obligation.review',
  ['submitted'],
  z.strictObject({ note: text(5_000).optional() }),
  (obligation, data, { actor }) => {
    requireOther(actor, obligation.submittedBy ?? undefined);
    return { kind: 'reportAccepted', status: 'accepted', data };
  },
);

/** 退回. Past the due instant it is overdue again: a poor report does not buy time. */
export const returnReport = act(
  'obligation.review',
  ['submitted'],
  z.strictObject({ reason }),
  (obligation, data, { actor, now }) => {
    requireOther(actor, obligation.submittedBy ?? undefined);
    return { kind: 'reportReturned', status: now > obligation.due ? 'overdue' : 'returned', data };
  },
);

/** 免报, with the reason on record. */
export const waiveReport = act(
  'campaign.coordinate',
  ['open', 'returned', 'overdue'],
  z.strictObject({ reason }),
  (_obligation, data) => ({ kind: 'reportWaived', status: 'waived', data }),
);

export const OBLIGATION_ACTS = { submitReport, enterReport, acceptReport, returnReport, waiveReport } as const;
export type ObligationActName = keyof typeof OBLIGATION_ACTS;
