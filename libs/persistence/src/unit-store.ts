import type { Tx } from './database.js';

/** A unit as the base ledger knows it. What the ledger does not say of it is null. */
export interface LedgerUnit {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly code: string | null;
  readonly level: string | null;
  readonly ownership: string | null;
  readonly contactEmail: string | null;
}
export type UnitEntry = Omit<LedgerUnit, 'id'>;

/** Nobody else writes units until the transaction ends: two imports of one ledger then find each other's units. */
export const holdUnits = (tx: Tx): Promise<unknown> =>
  tx.query({ text: `select pg_advisory_xact_lock(hashtext('unit'))`, values: [] });

/** The units that go by one of the codes, or by one of the names in its region. */
export const unitsLike = (
  tx: Tx,
  entries: readonly Pick<UnitEntry, 'code' | 'region' | 'name'>[],
): Promise<LedgerUnit[]> =>
  tx.query<LedgerUnit>({
    text: `select id, region, name, kind, type, code, level, ownership, contact_email as "contactEmail" from unit
           where code = any($1) or (region, name) in (select * from unnest($2::text[], $3::text[]))`,
    values: [
      entries.flatMap(({ code }) => code ?? []),
      entries.map(({ region }) => region),
      entries.map(({ name }) => name),
    ],
  });

/** Adds units, and sets right those that are there; what an entry does not say is left as it was. */
export const saveUnits = (tx: Tx, units: readonly LedgerUnit[]): Promise<unknown> =>
  tx.query({
    text: `insert into unit (id, region, name, kind, type, code, level, ownership, contact_email)
           select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
           on conflict (id) do update set region = excluded.region, name = excluded.name, kind = excluded.kind, type = excluded.type,
             code = coalesce(excluded.code, unit.code), level = coalesce(excluded.level, unit.level),
             ownership = coalesce(excluded.ownership, unit.ownership), contact_email = coalesce(excluded.contact_email, unit.contact_email)`,
    values: [
      units.map(({ id }) => id),
      units.map(({ region }) => region),
      units.map(({ name }) => name),
      units.map(({ kind }) => kind),
      units.map(({ type }) => type),
      units.map(({ code }) => code),
      units.map(({ level }) => level),
      units.map(({ ownership }) => ownership),
      units.map(({ contactEmail }) => contactEmail),
    ],
  });

/** Units that take part in a campaign, as a sheet may name them: by code or by name. */
export const participantsNamed = (
  tx: Tx,
  campaign: string,
  names: readonly string[],
): Promise<{ id: string; name: string; code: string | null; region: string }[]> =>
  tx.query({
    text: `select u.id, u.name, u.code, p.region from participant p join unit u on u.id = p.unit_id
           where p.campaign_id = $1 and p.dropped_at is null and (u.name = any($2) or u.code = any($2))`,
    values: [campaign, names],
  });

/** What such a unit owes in one campaign, by source and period. */
export const owedBy = (
  tx: Tx,
  campaign: string,
  { source, period }: { readonly source: string; readonly period: string },
  units: readonly string[],
): Promise<{ id: string; unit: string; status: string; report: Readonly<Record<string, unknown>> | null }[]> =>
  tx.query({
    text: `select id, unit_id as unit, status, report from obligation
           where campaign_id = $1 and source = $2 and period = $3 and unit_id = any($4)`,
    values: [campaign, source, period, units],
  });
