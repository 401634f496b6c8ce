import { randomBytes, randomUUID } from 'node:crypto';
import type { AccountId, PartnerAuthority, Person, Role } from '@fundguard/domain';
import {
  BlobStore,
  type Installed,
  StoredCalendars,
  addAccount,
  installOrganisation,
  openDatabase,
} from '@fundguard/persistence';
import { loadRulebook } from '@fundguard/rulebook';
import { hash } from '@node-rs/argon2';
import type { DemoAccount } from '../accounts.js';
import { seedCampaign } from './campaign.js';
import { seedCases } from './cases.js';
import { Scene } from './scene.js';

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly filesDir: string;
  readonly now: Date;
}

interface Part {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly region: string;
  readonly unit?: string;
  readonly partner?: PartnerAuthority;
}

/** Who plays in the demonstration: positions of an invented county, no real persons. */
const CAST = {
  coordinator: { name: '甲县综合协调', roles: ['coordinator'], region: '990001' },
  leader: { name: '甲县分管领导', roles: ['leader'], region: '990001' },
  investigator: { name: '甲县办案人员一', roles: ['investigator'], region: '990001' },
  officer: { name: '甲县办案人员二', roles: ['investigator'], region: '990001' },
  reviewer: { name: '甲县法制审核', roles: ['legalReviewer'], region: '990001' },
  hotline: { name: '甲县举报受理', roles: ['leadHandler'], region: '990001' },
  agency: { name: '甲县经办稽核', roles: ['agencyAuditor'], region: '990001', unit: 'a-agency' },
  hospital: { name: '甲县人民医院医保办', roles: ['unitContact'], region: '990001', unit: 'a-peoples' },
  bureau: { name: '甲县医保局联络员', roles: ['unitContact'], region: '990001', unit: 'a-bureau' },
  police: { name: '甲县公安局联络员', roles: ['partnerContact'], region: '990001', partner: 'police' },
  discipline: { name: '甲县纪委监委联络员', roles: ['partnerContact'], region: '990001', partner: 'discipline' },
  auditor: { name: '示范市审计', roles: ['auditor'], region: '990000' },
  admin: { name: '系统管理员', roles: ['administrator'], region: '990000' },
} as const satisfies Record<string, Part>;
export type CastName = keyof typeof CAST;

/** Fills a fresh platform with a campaign half-way through and cases in several stages. */
export async function seedDemo({ databaseUrl, filesDir, now }: SeedOptions): Promise<readonly DemoAccount[]> {
  const db = await openDatabase(databaseUrl, 2);
  try {
    const rulebook = await loadRulebook();
    const installed = await installOrganisation(db, rulebook.demo);
    const cast: Record<string, Person> = {};
    const accounts: DemoAccount[] = [];
    for (const [login, part] of Object.entries(CAST) as [string, Part][]) {
      const password = randomBytes(9).toString('base64url');
      const person = personFor(part, installed);
      await addAccount(db, {
        ...person,
        id: person.account,
        login,
        passwordHash: await hash(password),
        email: `${login}@demo.invalid`,
        demo: true,
      });
      cast[login] = person;
      accounts.push({ role: part.roles[0] ?? '', login, password });
    }
    const scene = new Scene(db, rulebook, new StoredCalendars(db), installed, cast as Record<CastName, Person>, now);
    await scene.load();
    const campaign = await seedCampaign(scene);
    await seedCases(scene, campaign, new BlobStore(filesDir));
    return accounts;
  } finally {
    await db.close();
  }
}

const personFor = ({ name, roles, region, unit, partner }: Part, installed: Installed): Person => ({
  kind: 'person',
  account: randomUUID() as AccountId,
  name,
  roles,
  region: installed.region(region),
  ...(unit ? { unit: installed.unit(unit) } : {}),
  ...(partner ? { partner } : {}),
});
