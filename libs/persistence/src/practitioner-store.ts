import type { Instant, Practitioner, RegionPath } from '@fundguard/domain';
import type { Tx } from './database.js';
import type { SealedIdentity } from './identity-store.js';
import { toJson } from './json.js';
import type { OwnRecord } from './own-record.js';

export type LockedPractitioner = { readonly state: Practitioner } & Pick<OwnRecord, 'seq' | 'head'>;

/** Held until the transaction ends. */
export async function lockPractitioner(tx: Tx, id: string): Promise<LockedPractitioner | undefined> {
  const [row] = await tx.query<LockedPractitioner>({
    text: 'select state, seq, head from practitioner where id = $1 for no key update',
    values: [id],
  });
  return row;
}

/** False where somebody with that identity number is listed in the region. */
export async function addPractitioner(
  tx: Tx,
  person: Practitioner,
  identity: SealedIdentity | undefined,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into practitioner (id, region, version, name, role, units, masked, blind, sealed, state, entered_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning 1`,
    values: [
      ...[person.id, person.region, person.version, person.name, person.role, person.units],
      ...[identity?.masked ?? null, identity?.blind ?? null, identity?.sealed ?? null, toJson(person), at],
    ],
  });
  return rows.length > 0;
}

export const savePractitioner = (tx: Tx, person: Practitioner): Promise<unknown> =>
  tx.query({
    text: 'update practitioner set version = $2, name = $3, role = $4, units = $5, state = $6 where id = $1',
    values: [person.id, person.version, person.name, person.role, person.units, toJson(person)],
  });

/** Of these units, those that are there in a subtree of regions. */
export const unitsWithin = (
  tx: Tx,
  ids: readonly string[],
  region: RegionPath,
): Promise<{ readonly id: string; readonly region: RegionPath; readonly name: string }[]> =>
  tx.query({
    text: 'select id, region, name from unit where id = any($1::uuid[]) and starts_with(region, $2)',
    values: [ids, region],
  });
