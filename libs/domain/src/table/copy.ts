import { z } from 'zod';
import { slug } from '../campaign/plan-day.js';
import type { CampaignId } from '../campaign/file.js';
import { type AccountId, type RegionPath, requireOther } from '../people/actor.js';
import { Refusal } from '../refusal.js';
import { rowAct } from '../row-act.js';
import { type Bilingual, reason, text } from '../text.js';
import { type Instant, givenDay } from '../time/instant.js';
import type { ComputedTable } from './computed.js';

export const COPY_STATUSES = ['filled', 'approved', 'returned'] as const;
export type CopyStatus = (typeof COPY_STATUSES)[number];

export const COPY_STATUS_NAMES: Readonly<Record<CopyStatus, Bilingual>> = {
  filled: { zh: '待审核', en: 'waiting for approval' },
  approved: { zh: '已定稿', en: 'signed off' },
  returned: { zh: '已退回', en: 'returned' },
};

/** 定稿: a table as it was filled in on a day, kept as it is with its hash, whatever is counted later. */
export interface TableCopy {
  readonly id: string;
  readonly campaign: CampaignId;
  readonly region: RegionPath;
  readonly status: CopyStatus;
  readonly version: number;
  readonly content: ComputedTable;
  /** Of the content's canonical JSON. */
  readonly sha256: string;
  readonly filledBy: AccountId;
  readonly filledAt: Instant;
}

export const fillPayload = z
  .strictObject({
    table: slug.meta({ examples: ['amounts'] }),
    asOf: givenDay.optional().meta({ description: 'The end of this day instead of now' }),
  })
  .meta({ id: 'NewTableCopy' });

export interface CopyOutcome {
  readonly kind: string;
  readonly status: CopyStatus;
  readonly note?: string;
}

const act = rowAct<TableCopy, CopyOutcome>(
  ({ status, version }) =>
    new Refusal(
      'conflict',
      'table.status',
      {
        zh: `该统计表${COPY_STATUS_NAMES[status].zh}，不能进行此操作`,
        en: `the table is ${COPY_STATUS_NAMES[status].en}; this is not done then`,
      },
      { standing: { status, version } },
    ),
);

/** 审核定稿: by somebody else than who filled it in. */
export const approveTable = act(
  'campaign.approve',
  ['filled'],
  z.strictObject({ note: text(2_000).exactOptional() }),
  (copy, data, { actor }) => {
    requireOther(actor, copy.filledBy);
    return { kind: 'tableApproved', status: 'approved', ...data };
  },
);

/** 退回: it is filled in again, as another copy. */
export const returnTable = act(
  'campaign.approve',
  ['filled'],
  z.strictObject({ reason }),
  (copy, { reason: note }, { actor }) => {
    requireOther(actor, copy.filledBy);
    return { kind: 'tableReturned', status: 'returned', note };
  },
);

export const COPY_ACTS = { approveTable, returnTable } as const;
export type CopyActName = keyof typeof COPY_ACTS;
