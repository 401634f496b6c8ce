import { randomUUID } from 'node:crypto';
import type { Platform } from '@fundguard/casework';
import { type AccountId, type Person, type RegionPath, type Role, instant } from '@fundguard/domain';
import {
  type Database,
  type Installed,
  StoredCalendars,
  addAccount,
  installOrganisation,
  migrate,
  openDatabase,
} from '@fundguard/persistence';
import { type Rulebook, loadRulebook } from '@fundguard/rulebook';
import pg from 'pg';

const CAST = {
  investigator: 'investigator',
  leader: 'leader',
  hotline: 'leadHandler',
  coordinator: 'coordinator',
} as const;

/** A fresh, migrated database on the durable server, with the people and units of the demonstration. */
export interface Stage {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Connections of the schema's owner: no row-level security, nothing of ours in between. */
  readonly bare: pg.Pool;
  readonly db: Database;
  readonly rulebook: Rulebook;
  readonly installed: Installed;
  readonly cast: Readonly<Record<keyof typeof CAST, Person>>;
  /** Nobody is woken, and the clock is the machine's. */
  readonly platform: Platform;
  close(): Promise<void>;
}

const PASSWORD = 'bench';

export async function openStage(server: string, connections = 16): Promise<Stage> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`create database ${name}`);
  const ownerUrl = at(server, name);
  const appUrl = at(server, name, 'fundguard_app', PASSWORD);
  await migrate(ownerUrl, PASSWORD);
  const bare = new pg.Pool({ connectionString: ownerUrl, max: connections }).on('error', () => undefined);
  const db = await openDatabase(appUrl, connections);
  const rulebook = await loadRulebook();
  const calendars = new StoredCalendars(db);
  const clock = { now: () => Promise.resolve(instant(Date.now())) };
  await calendars.load(rulebook.calendarYears, await clock.now());
  const installed = await installOrganisation(db, rulebook.demo);
  const cast = {} as Record<keyof typeof CAST, Person>;
  for (const [login, role] of Object.entries(CAST) as [keyof typeof CAST, Role][]) {
    cast[login] = personFor(login, role, installed.region('990001'));
    await addAccount(db, { ...cast[login], id: cast[login].account, login, passwordHash: '-', demo: true });
  }
  return {
    ...{ ownerUrl, appUrl, bare, db, rulebook, installed, cast },
    platform: { db, clock, calendars, rules: rulebook, wake: () => undefined },
    async close() {
      await bare.end();
      await db.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

const personFor = (name: string, role: Role, region: RegionPath): Person => ({
  kind: 'person',
  account: randomUUID() as AccountId,
  name,
  roles: [role],
  region,
});

function at(server: string, database: string, user?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = database;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.href;
}
