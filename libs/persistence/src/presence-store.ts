import type { Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** A page says every ten seconds that its form is open. Silent for this long, it counts as closed. */
const COUNTS_FOR = `interval '30 seconds'`;

/** Somebody's form of an act on a campaign or case. */
export interface FormAt {
  readonly file: string;
  readonly account: string;
  readonly form: string;
}

export interface FileWithForms {
  readonly about: 'case' | 'campaign';
  readonly region: string;
  readonly version: number;
}

/** What forms may be open on, if it lies in the transaction's region. */
export async function fileWithForms(tx: Tx, id: string): Promise<FileWithForms | undefined> {
  const [file] = await tx.query<FileWithForms>({
    name: 'file-with-forms',
    text: `select 'case' as about, region, version from case_file where id = $1
           union all select 'campaign', region, version from campaign where id = $1`,
    values: [id],
  });
  return file;
}

/**
 * Notes that the form is open, and sweeps away those of whom nothing was heard. Rows that another sweep or their own page
 * holds are left to them: two that wait for each other's would be a deadlock.
 */
export async function keepFormOpen(
  tx: Tx,
  { file, account, form }: FormAt,
  region: string,
  now: Instant,
): Promise<void> {
  await tx.query({
    name: 'keep-form-open',
    text: `with swept as (
             delete from presence where (file_id, account_id, form) in (
               select file_id, account_id, form from presence
               where seen_at <= $5::timestamptz - ${COUNTS_FOR} and (file_id, account_id, form) <> ($1, $2, $3)
               for update skip locked))
           insert into presence as p (file_id, account_id, form, region, since, seen_at) values ($1, $2, $3, $4, $5, $5)
           on conflict (file_id, account_id, form) do update
             set seen_at = excluded.seen_at,
                 since = case when p.seen_at > excluded.seen_at - ${COUNTS_FOR} then p.since else excluded.since end`,
    values: [file, account, form, region, now],
  });
}

export const closeForm = (tx: Tx, { file, account, form }: FormAt): Promise<unknown> =>
  tx.query({
    text: 'delete from presence where file_id = $1 and account_id = $2 and form = $3',
    values: [file, account, form],
  });

export interface OpenForm {
  readonly account: string;
  readonly name: string;
  readonly form: string;
  readonly since: Date;
}

/** The forms that others have open on the file now, the longest open first. */
export const formsOfOthers = (tx: Tx, { file, account }: FormAt, now: Instant): Promise<OpenForm[]> =>
  tx.query<OpenForm>({
    name: 'forms-of-others',
    text: `select p.account_id as account, a.name, p.form, p.since from presence p join account a on a.id = p.account_id
           where p.file_id = $1 and p.account_id <> $2 and p.seen_at > $3::timestamptz - ${COUNTS_FOR}
           order by p.since, a.name, p.form`,
    values: [file, account, now],
  });
