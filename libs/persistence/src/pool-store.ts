import type { Instant, PoolMember } from '@fundguard/domain';
import type { Tx } from './database.js';
import { type OwnEntry, type OwnRecord, recordOwn } from './own-record.js';

const COLUMNS = `id, region, status, version, kind, name, title, specialties, unit_id as unit, employer, contract, scope,
  from_day as from, until_day as until, withdrawn_because as "withdrawnBecause", entered_by as "enteredBy"`;

/** What is not there is null in the table. */
type MemberRow = { readonly [Key in keyof PoolMember]-?: Exclude<PoolMember[Key], undefined> | null };

export type LockedMember = PoolMember & Pick<OwnRecord, 'seq' | 'head'>;

const given = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Held until the transaction ends. Those of regions above are read, and not held. */
export async function lockMember(tx: Tx, id: string): Promise<LockedMember | undefined> {
  const [row] = await tx.query<MemberRow & OwnRecord>({
    text: `select ${COLUMNS}, seq, head from pool_member where id = $1 for no key update`,
    values: [id],
  });
  return row && (given(row) as unknown as LockedMember);
}

/** Of these, whoever is in the pool of the transaction's region or of one above it. */
export async function membersById(tx: Tx, ids: readonly string[]): Promise<PoolMember[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<MemberRow>({
    text: `select ${COLUMNS} from pool_member where id = any($1) order by id`,
    values: [ids],
  });
  return rows.map((row) => given(row) as unknown as PoolMember);
}

/** False where somebody of that name and employer is in the region's pool. */
export async function addMember(tx: Tx, member: PoolMember, at: Instant): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into pool_member (id, region, status, version, kind, name, title, specialties, unit_id, employer, contract, scope,
             from_day, until_day, entered_by, entered_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing returning 1`,
    values: [
      ...[member.id, member.region, member.status, member.version, member.kind, member.name, member.title ?? null],
      ...[member.specialties, member.unit ?? null, member.employer, member.contract ?? null, member.scope ?? null],
      ...[member.from, member.until ?? null, member.enteredBy, at],
    ],
  });
  return rows.length > 0;
}

/** False where another of that name and employer is in the region's pool. */
export async function saveMember(tx: Tx, member: PoolMember): Promise<boolean> {
  const rows = await tx.query({
    text: `update pool_member m set status = $2, version = $3, kind = $4, name = $5, title = $6, specialties = $7, unit_id = $8, employer = $9,
             contract = $10, scope = $11, from_day = $12, until_day = $13, withdrawn_because = $14
           where id = $1 and not exists (select from pool_member o where o.id <> $1 and o.region = m.region and o.name = $5
             and o.employer = $9 and o.status = 'listed' and $2 = 'listed') returning 1`,
    values: [
      ...[member.id, member.status, member.version, member.kind, member.name, member.title ?? null, member.specialties],
      ...[member.unit ?? null, member.employer, member.contract ?? null, member.scope ?? null, member.from],
      ...[member.until ?? null, member.withdrawnBecause ?? null],
    ],
  });
  return rows.length > 0;
}

export const recordMember = (tx: Tx, member: OwnRecord, entry: OwnEntry): Promise<void> =>
  recordOwn(tx, 'pool_member', member, entry);

/** What a unit is called, inside a subtree of regions. */
export async function unitNameWithin(tx: Tx, id: string, region: string): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>({
    text: 'select name from unit where id = $1 and starts_with(region, $2)',
    values: [id, region],
  });
  return row?.name;
}
