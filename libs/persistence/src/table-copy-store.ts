import type { AccountId, Instant, TableCopy } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';

const COLUMNS = `id, campaign_id as campaign, region, status, version, content, sha256, filled_by as "filledBy", filled_at as "filledAt"`;

/** Held for one act; another act on it waits. */
export async function lockCopy(tx: Tx, id: string): Promise<TableCopy | undefined> {
  const [row] = await tx.query<TableCopy>({
    text: `select ${COLUMNS} from table_copy where id = $1 for no key update`,
    values: [id],
  });
  return row;
}

export async function addCopy(tx: Tx, copy: TableCopy): Promise<void> {
  const { id, campaign, region, status, version, content, sha256, filledBy, filledAt } = copy;
  await tx.query({
    text: `insert into table_copy (id, campaign_id, region, table_id, table_version, as_of, content, sha256, status, version, filled_by, filled_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      ...[id, campaign, region, content.table, content.version, content.asOf, toJson(content), sha256],
      ...[status, version, filledBy, filledAt],
    ],
  });
}

/** Its decision; nothing else of it ever changes. */
export async function decideCopy(
  tx: Tx,
  { id, status, version }: Pick<TableCopy, 'id' | 'status' | 'version'>,
  by: { readonly account: AccountId; readonly at: Instant; readonly note?: string | undefined },
): Promise<void> {
  await tx.query({
    text: 'update table_copy set status = $2, version = $3, decided_by = $4, decided_at = $5, note = $6 where id = $1',
    values: [id, status, version, by.account, by.at, by.note ?? null],
  });
}
