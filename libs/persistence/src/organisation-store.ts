import { createHash } from 'node:crypto';
import type { AccountId, PartnerAuthority, RegionPath, Role, UnitId } from '@fundguard/domain';
import { type Database, EVERYWHERE } from './database.js';

export interface NewOrganisation {
  /** Parents before children. */
  readonly regions: readonly {
    readonly code: string;
    readonly parent?: string | undefined;
    readonly name: { readonly zh: string; readonly en: string };
    readonly level: string;
  }[];
  readonly units: readonly {
    readonly key: string;
    readonly region: string;
    readonly name: string;
    readonly kind: string;
    readonly type: string;
  }[];
}

/** Paths by region code, and unit ids by key. */
export interface Installed {
  readonly region: (code: string) => RegionPath;
  readonly unit: (key: string) => UnitId;
}

/** Installs regions and units; running it again changes nothing. */
export async function installOrganisation(db: Database, { regions, units }: NewOrganisation): Promise<Installed> {
  const paths = new Map<string, string>();
  for (const { code, parent } of regions) paths.set(code, `${parent ? paths.get(parent) : '/'}${code}/`);
  const region = (code: string) => known(paths, code) as RegionPath;
  await db.within(EVERYWHERE, async (tx) => {
    await tx.query({
      text: `insert into region (path, code, name_zh, name_en, level)
             select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) on conflict do nothing`,
      values: [
        regions.map(({ code }) => region(code)),
        regions.map(({ code }) => code),
        regions.map(({ name }) => name.zh),
        regions.map(({ name }) => name.en),
        regions.map(({ level }) => level),
      ],
    });
    await tx.query({
      text: `insert into unit (id, region, name, kind, type)
             select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) on conflict do nothing`,
      values: [
        units.map(({ key }) => unitId(key)),
        units.map((unit) => region(unit.region)),
        units.map(({ name }) => name),
        units.map(({ kind }) => kind),
        units.map(({ type }) => type),
      ],
    });
  });
  return { region, unit: unitId };
}

export interface NewAccount {
  readonly id: AccountId;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly region: RegionPath;
  readonly unit?: UnitId | undefined;
  readonly partner?: PartnerAuthority | undefined;
  readonly email?: string | undefined;
  /** Of the demonstration: may be entered without a password where the process runs as one. */
  readonly demo?: boolean;
}

export const addAccount = (db: Database, account: NewAccount): Promise<unknown> =>
  db.within(EVERYWHERE, (tx) =>
    tx.query({
      text: `insert into account (id, login, name, password_hash, roles, region, unit_id, partner, email, demo)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (login) do nothing`,
      values: [
        account.id,
        account.login,
        account.name,
        account.passwordHash,
        account.roles,
        account.region,
        account.unit ?? null,
        account.partner ?? null,
        account.email ?? null,
        account.demo ?? false,
      ],
    }),
  );

export const hasAdministrator = (db: Database): Promise<boolean> =>
  db.within(EVERYWHERE, async (tx) => {
    const rows = await tx.query({
      text: `select 1 from account where 'administrator' = any(roles) and disabled_at is null limit 1`,
      values: [],
    });
    return rows.length > 0;
  });

/** A unit's id follows from its key, so that installing twice finds the same units. */
function unitId(key: string): UnitId {
  const hex = createHash('sha256').update(`unit ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as UnitId;
}

function known(paths: ReadonlyMap<string, string>, code: string): string {
  const path = paths.get(code);
  if (path === undefined) throw new Error(`no region ${code}`);
  return path;
}
