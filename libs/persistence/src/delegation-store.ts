import type { AccountId, Delegable, Person } from '@fundguard/domain';
import type { Tx } from './database.js';

/** Who acted for whom on a file, as its record says: deputy and principal. */
export async function actingPairs(tx: Tx, file: string): Promise<(readonly [AccountId, AccountId])[]> {
  const rows = await tx.query<{ deputy: AccountId; principal: AccountId }>({
    name: 'acting-pairs',
    text: `select distinct actor ->> 'account' as deputy, actor -> 'actingFor' ->> 'account' as principal
           from event where file_id = $1 and actor ? 'actingFor'`,
    values: [file],
  });
  return rows.map(({ deputy, principal }) => [deputy, principal]);
}

export interface NewDelegation {
  readonly id: string;
  readonly principal: Person;
  readonly deputy: string;
  readonly permissions: readonly Delegable[];
  readonly campaigns: readonly string[];
  readonly cases: readonly string[];
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly at: string;
}

/** Sent twice it is there once. */
export async function addDelegation(tx: Tx, given: NewDelegation): Promise<void> {
  const { id, principal, deputy, permissions, campaigns, cases, reason, from, until, at } = given;
  await tx.query({
    text: `insert into delegation (id, region, principal_id, deputy_id, permissions, campaigns, cases, reason, from_at, until_at, given_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
    values: [
      ...[id, principal.region, principal.account, deputy, permissions, campaigns, cases, reason],
      ...[from, until, at],
    ],
  });
}

/** Revoked by who gave it; false where there is none that still could be. */
export async function revokeDelegation(tx: Tx, id: string, principal: string, at: string): Promise<boolean> {
  const rows = await tx.query({
    text: 'update delegation set revoked_at = $3 where id = $1 and principal_id = $2 and revoked_at is null and until_at > $3 returning 1',
    values: [id, principal, at],
  });
  return rows.length > 0;
}

export interface DelegationRow {
  readonly id: string;
  readonly principal: string;
  readonly principalName: string;
  readonly deputy: string;
  readonly deputyName: string;
  readonly permissions: readonly Delegable[];
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  readonly cases: readonly { readonly id: string; readonly name: string }[];
  readonly reason: string;
  readonly from: Date;
  readonly until: Date;
  readonly givenAt: Date;
  readonly revokedAt: Date | null;
}

/** Delegations of a region, the newest first: of one person on either side, or all of them. */
export const delegationsOf = (tx: Tx, account: string | null): Promise<DelegationRow[]> =>
  tx.query<DelegationRow>({
    text: `select d.id, p.id as principal, p.name as "principalName", a.id as deputy, a.name as "deputyName", d.permissions,
             coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name)) from campaign c where c.id = any(d.campaigns)), '[]') as campaigns,
             coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.number)) from case_file c where c.id = any(d.cases)), '[]') as cases,
             d.reason, d.from_at as "from", d.until_at as "until", d.given_at as "givenAt", d.revoked_at as "revokedAt"
           from delegation d join account p on p.id = d.principal_id join account a on a.id = d.deputy_id
           where $1::uuid is null or $1 in (d.principal_id, d.deputy_id) order by d.given_at desc, d.id limit 200`,
    values: [account],
  });
