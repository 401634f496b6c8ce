import type { CampaignDocument, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

const COLUMNS = `d.id, d.campaign_id as campaign, d.region, d.version, d.status, d.facts, d.reason, d.recorded_by as "recordedBy"`;

type Row = Omit<CampaignDocument, 'reason'> & { readonly reason: string | null };
/** A version as the history shows it. */
export interface DocumentVersion extends CampaignDocument {
  readonly by: string;
  readonly at: Date;
}

const asKnown = <Known extends Row>({ reason, ...row }: Known) => ({ ...row, ...(reason ? { reason } : {}) });

/** The newest version; the lock on its campaign is what another correction waits for. */
export async function documentById(tx: Tx, id: string): Promise<CampaignDocument | undefined> {
  const [row] = await tx.query<Row>({
    text: `select ${COLUMNS} from campaign_document d where d.id = $1 order by d.version desc limit 1`,
    values: [id],
  });
  return row && asKnown(row);
}

/** Every version of a campaign's document, the newest first, with who recorded it. */
export async function documentVersions(tx: Tx, campaign: string): Promise<DocumentVersion[]> {
  const rows = await tx.query<Row & { by: string; at: Date }>({
    text: `select ${COLUMNS}, a.name as by, d.recorded_at as at from campaign_document d join account a on a.id = d.recorded_by
           where d.campaign_id = $1 order by d.version desc`,
    values: [campaign],
  });
  return rows.map(asKnown);
}

export const addDocumentVersion = (tx: Tx, row: CampaignDocument, at: Instant): Promise<unknown> =>
  tx.query({
    text: `insert into campaign_document (id, version, campaign_id, region, facts, status, reason, recorded_by, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[row.id, row.version, row.campaign, row.region, toJson(row.facts), row.status],
      ...[row.reason ?? null, row.recordedBy, at],
    ],
  });
