import type { AccountId, Instant, RegionPath } from '@fundguard/domain';
import type { Tx } from './database.js';

/** 工作总结: a file that was made, under its hash. */
export interface Summary {
  readonly id: string;
  readonly campaign: string;
  readonly region: RegionPath;
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly madeBy: AccountId;
  readonly madeAt: Instant;
}

export async function addSummary(tx: Tx, summary: Summary): Promise<void> {
  const { id, campaign, region, sha256, bytes, name, madeBy, madeAt } = summary;
  await tx.query({
    text: `insert into campaign_summary (id, campaign_id, region, sha256, bytes, name, made_by, made_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, campaign, region, sha256, bytes, name, madeBy, madeAt],
  });
}

/** The newest first, with who made it. */
export const summariesOf = (tx: Tx, campaign: string) =>
  tx.query<{
    readonly id: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly name: string;
    readonly madeBy: string;
    readonly madeAt: Date;
  }>({
    text: `select s.id, s.sha256, s.bytes, s.name, a.name as "madeBy", s.made_at as "madeAt"
           from campaign_summary s join account a on a.id = s.made_by where s.campaign_id = $1 order by s.made_at desc, s.id`,
    values: [campaign],
  });
