import { randomUUID } from 'node:crypto';
import type { AccountId, PartnerAuthority, Role } from '@fundguard/domain';
import { type Database, type Installed, addAccount } from '@fundguard/persistence';
import { hash } from '@node-rs/argon2';

/** Cheap to hash: tests sign in often, and what is tested is not argon2. */
const QUICK = { memoryCost: 1024, timeCost: 1, parallelism: 1 };

export const PASSWORD = 'a long enough password';

interface Part {
  readonly roles: readonly Role[];
  readonly region: string;
  readonly unit?: string;
  readonly partner?: PartnerAuthority;
}

/** The cast of the tests: everybody in County A unless said otherwise. */
export const CAST = {
  coordinator: { roles: ['coordinator'], region: '990001' },
  leader: { roles: ['leader'], region: '990001' },
  deputy: { roles: ['leader'], region: '990001' },
  investigator: { roles: ['investigator'], region: '990001' },
  officer: { roles: ['investigator'], region: '990001' },
  reviewer: { roles: ['legalReviewer'], region: '990001' },
  hotline: { roles: ['leadHandler'], region: '990001' },
  agency: { roles: ['agencyAuditor'], region: '990001', unit: 'a-agency' },
  hospital: { roles: ['unitContact'], region: '990001', unit: 'a-peoples' },
  clinic: { roles: ['unitContact'], region: '990001', unit: 'a-clinic-1' },
  bureau: { roles: ['unitContact'], region: '990001', unit: 'a-bureau' },
  agencyContact: { roles: ['unitContact'], region: '990001', unit: 'a-agency' },
  police: { roles: ['partnerContact'], region: '990001', partner: 'police' },
  discipline: { roles: ['partnerContact'], region: '990001', partner: 'discipline' },
  health: { roles: ['partnerContact'], region: '990001', partner: 'health' },
  auditor: { roles: ['auditor'], region: '990001' },
  admin: { roles: ['administrator'], region: '990001' },
  cityAdmin: { roles: ['administrator'], region: '990000' },
  cityCoordinator: { roles: ['coordinator'], region: '990000' },
  cityHotline: { roles: ['leadHandler'], region: '990000' },
  cityInvestigator: { roles: ['investigator'], region: '990000' },
  cityLeader: { roles: ['leader'], region: '990000' },
  countyB: {
    roles: ['coordinator', 'leader', 'investigator', 'legalReviewer', 'agencyAuditor', 'auditor', 'administrator'],
    region: '990002',
  },
  countyBContact: { roles: ['unitContact'], region: '990002', unit: 'b-bureau' },
  countyBPolice: { roles: ['partnerContact'], region: '990002', partner: 'police' },
} as const satisfies Record<string, Part>;
export type Name = keyof typeof CAST;

export async function hire(db: Database, { region, unit }: Installed): Promise<Record<Name, AccountId>> {
  const passwordHash = await hash(PASSWORD, QUICK);
  const ids = {} as Record<Name, AccountId>;
  for (const [name, part] of Object.entries(CAST) as [Name, Part][]) {
    ids[name] = randomUUID() as AccountId;
    await addAccount(db, {
      id: ids[name],
      login: name.toLowerCase(),
      name,
      passwordHash,
      roles: part.roles,
      region: region(part.region),
      unit: part.unit ? unit(part.unit) : undefined,
      partner: part.partner,
      email: `${name.toLowerCase()}@example.test`,
    });
  }
  return ids;
}
