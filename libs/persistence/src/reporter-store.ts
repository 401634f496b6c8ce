import type { CaseFile, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';

/** An identity under seal: itself, its mask, and the key of both, sealed by a master key that is not in the database. */
export interface SealedReporter {
  readonly sealed: Buffer;
  readonly mask: Buffer;
  readonly wrapped: Buffer;
  readonly keyId: string;
}

export type Wrapped = Pick<SealedReporter, 'wrapped' | 'keyId'>;

export interface StoredReporter {
  readonly id: string;
  readonly caseId: string;
  readonly kind: 'named' | 'anonymous';
  readonly sealed: SealedReporter | undefined;
}

export interface NewReporterRow {
  readonly id: string;
  readonly caseId: string;
  readonly region: string;
  readonly sealed?: SealedReporter | undefined;
  readonly codeHash?: Buffer | undefined;
  readonly by: string;
  readonly at: Instant;
}

export async function addReporter(tx: Tx, row: NewReporterRow): Promise<void> {
  const { id, caseId, region, sealed, codeHash, by, at } = row;
  await tx.query({
    text: `insert into reporter (id, case_id, region, kind, sealed, mask, wrapped, key_id, code_hash, registered_by, registered_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      ...[id, caseId, region, sealed ? 'named' : 'anonymous', sealed?.sealed ?? null, sealed?.mask ?? null],
      ...[sealed?.wrapped ?? null, sealed?.keyId ?? null, codeHash ?? null, by, at],
    ],
  });
}

type Row = Omit<StoredReporter, 'sealed'> & { readonly [Part in keyof SealedReporter]: SealedReporter[Part] | null };

const COLUMNS = 'id, case_id as "caseId", kind, sealed, mask, wrapped, key_id as "keyId"';

const stored = ({ id, caseId, kind, sealed, mask, wrapped, keyId }: Row): StoredReporter => ({
  ...{ id, caseId, kind },
  sealed: sealed && mask && wrapped && keyId ? { sealed, mask, wrapped, keyId } : undefined,
});

/** Those of a case, and of the leads that were merged into it. */
export async function reportersOf(tx: Tx, caseId: string): Promise<StoredReporter[]> {
  const rows = await tx.query<Row>({
    text: `select ${COLUMNS} from reporter
           where case_id = $1 or case_id in (select id from case_file where state ->> 'mergedInto' = $1::text)
           order by registered_at, id`,
    values: [caseId],
  });
  return rows.map(stored);
}

export async function reporterByCode(tx: Tx, hash: Buffer): Promise<StoredReporter | undefined> {
  const rows = await tx.query<Row>({ text: `select ${COLUMNS} from reporter where code_hash = $1`, values: [hash] });
  return rows.map(stored)[0];
}

/** The file a report has become part of: its own, or the one it was merged into, however often. */
export async function caseOfReport(tx: Tx, caseId: string): Promise<CaseFile | undefined> {
  const rows = await tx.query<{ state: CaseFile }>({
    text: `with recursive onward (id, depth) as (
             select $1::uuid, 0
             union all select (c.state ->> 'mergedInto')::uuid, o.depth + 1 from onward o join case_file c on c.id = o.id
               where c.state ? 'mergedInto' and o.depth < 20
           ) select c.state from onward o join case_file c on c.id = o.id order by o.depth desc limit 1`,
    values: [caseId],
  });
  return rows[0]?.state;
}

export async function noteLook(
  tx: Tx,
  look: {
    readonly id: string;
    readonly reporter: string;
    readonly file: CaseFile;
    readonly account: string;
    readonly reason: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { id, reporter, file, account, reason, at } = look;
  await tx.query({
    text: `insert into reporter_look (id, reporter_id, case_id, region, account, reason, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, reporter, file.id, file.region, account, reason, at],
  });
}

/** Keeps a secret of the vault if there is none of that name yet; returns the one that stands. */
export async function vaultSecret(tx: Tx, name: string, made: () => Wrapped): Promise<Wrapped> {
  const read = async () =>
    (
      await tx.query<Wrapped>({
        text: `select wrapped, key_id as "keyId" from vault_secret where name = $1`,
        values: [name],
      })
    )[0];
  const found = await read();
  if (found) return found;
  const { wrapped, keyId } = made();
  await tx.query({
    text: 'insert into vault_secret (name, wrapped, key_id) values ($1, $2, $3) on conflict do nothing',
    values: [name, wrapped, keyId],
  });
  return (await read()) ?? { wrapped, keyId };
}

/** Keys of the vault that another master key than this one sealed, locked, some at a time. */
export const keysToRewrap = (tx: Tx, current: string, limit: number): Promise<(Wrapped & { id: string })[]> =>
  tx.query({
    text: `select id::text, wrapped, key_id as "keyId" from reporter where key_id is not null and key_id <> $1
           order by id limit $2 for no key update`,
    values: [current, limit],
  });

export const secretsToRewrap = (tx: Tx, current: string): Promise<(Wrapped & { id: string })[]> =>
  tx.query({
    text: `select name as id, wrapped, key_id as "keyId" from vault_secret where key_id <> $1 order by name for no key update`,
    values: [current],
  });

/** Only the keys' own seals: what they open is not touched. */
export async function rewrap(
  tx: Tx,
  table: 'reporter' | 'vault_secret',
  id: string,
  { wrapped, keyId }: Wrapped,
): Promise<void> {
  const key = table === 'reporter' ? 'id' : 'name';
  await tx.query({
    text: `update ${table} set wrapped = $2, key_id = $3 where ${key} = $1`,
    values: [id, wrapped, keyId],
  });
}

/** How many keys each master key seals. */
export const keysByMaster = (tx: Tx): Promise<{ keyId: string; count: number }[]> =>
  tx.query({
    text: `select key_id as "keyId", count(*)::int as count from (
             select key_id from reporter where key_id is not null union all select key_id from vault_secret) each
           group by key_id order by key_id`,
    values: [],
  });
