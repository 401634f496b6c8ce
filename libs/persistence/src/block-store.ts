import type { Block, Day, Instant } from '@fundguard/domain';
import type { Tx } from './database.js';
import { toJson } from './json.js';
import type { OwnRecord } from './own-record.js';

export type LockedBlock = { readonly state: Block } & Pick<OwnRecord, 'seq' | 'head'>;

/** Held until the transaction ends. */
export async function lockBlock(tx: Tx, id: string): Promise<LockedBlock | undefined> {
  const [row] = await tx.query<LockedBlock>({
    text: 'select state, seq, head from block where id = $1 for no key update',
    values: [id],
  });
  return row;
}

/** False where one is proposed or holds already. */
export async function addBlock(tx: Tx, block: Block, at: Instant): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into block (id, region, version, status, unit_id, practitioner_id, from_day, state, proposed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    values: [
      ...[block.id, block.region, block.version, block.status, block.unit ?? null, block.practitioner ?? null],
      ...[block.from, toJson(block), at],
    ],
  });
  return rows.length > 0;
}

export const saveBlock = (tx: Tx, block: Block): Promise<unknown> =>
  tx.query({
    text: 'update block set version = $2, status = $3, restored_on = $4, state = $5 where id = $1',
    values: [block.id, block.version, block.status, block.restoredOn ?? null, toJson(block)],
  });

/** What holds of units on a day, in the transaction's region. */
export async function unitsBlockedOn(tx: Tx, on: Day): Promise<Block[]> {
  const rows = await tx.query<{ state: Block }>({
    text: `select state from block where unit_id is not null and status in ('approved', 'lifted') and from_day <= $1
             and (restored_on is null or $1 < restored_on) order by from_day desc, id`,
    values: [on],
  });
  return rows.map(({ state }) => state);
}

/** By which bases somebody was blocked from a day of this year on: what their points of it have led to already. */
export async function basesDecided(tx: Tx, practitioner: string, year: string): Promise<string[]> {
  const rows = await tx.query<{ basis: string }>({
    text: `select state ->> 'basis' as basis from block where practitioner_id = $1 and status in ('approved', 'lifted')
             and extract(year from from_day) = $2::int`,
    values: [practitioner, year],
  });
  return rows.map(({ basis }) => basis);
}
