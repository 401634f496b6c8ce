import type { Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** Filters of a list under a name. Row security knows no owners: each statement names the account. */
export interface SavedView {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
}

const MOST = 50;
const COLUMNS = 'id, list, name, search';

export const viewsOf = (tx: Tx, account: string): Promise<SavedView[]> =>
  tx.query<SavedView>({
    text: `select ${COLUMNS} from saved_view where account_id = $1 order by created_at, id`,
    values: [account],
  });

/** Whether there was room for one more. */
export async function insertView(tx: Tx, account: string, view: SavedView, at: Instant): Promise<boolean> {
  // One at a time: of two at once neither would count the other.
  await tx.query({ text: 'select 1 from account where id = $1 for no key update', values: [account] });
  const rows = await tx.query({
    text: `insert into saved_view (id, account_id, list, name, search, created_at) select $1, $2, $3, $4, $5, $6
           where (select count(*) from saved_view where account_id = $2) < ${MOST} returning 1`,
    values: [view.id, account, view.list, view.name, JSON.stringify(view.search), at],
  });
  return rows.length > 0;
}

/** Whether the account has this view. */
export async function updateView(tx: Tx, account: string, { id, list, name, search }: SavedView): Promise<boolean> {
  const rows = await tx.query({
    text: 'update saved_view set list = $3, name = $4, search = $5 where id = $1 and account_id = $2 returning 1',
    values: [id, account, list, name, JSON.stringify(search)],
  });
  return rows.length > 0;
}

export async function deleteView(tx: Tx, account: string, id: string): Promise<boolean> {
  const rows = await tx.query({
    text: 'delete from saved_view where id = $1 and account_id = $2 returning 1',
    values: [id, account],
  });
  return rows.length > 0;
}
