import 'reflect-metadata';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { Database } from './database.js';
import { installTypeParsers } from './json.js';
import { Organisation1764000000001 } from './migrations/1764000000001-organisation.js';
import { Record1764000000002 } from './migrations/1764000000002-record.js';
import { Campaign1764000000003 } from './migrations/1764000000003-campaign.js';
import { Case1764000000004 } from './migrations/1764000000004-case.js';
import { Notification1764000000005 } from './migrations/1764000000005-notification.js';
import { Isolation1764000000006 } from './migrations/1764000000006-isolation.js';
import { Lists1764000000007 } from './migrations/1764000000007-lists.js';
import { Job1764000000008 } from './migrations/1764000000008-job.js';
import { Chases1764000000010 } from './migrations/1764000000010-chases.js';
import { Audit1764000000012 } from './migrations/1764000000012-audit.js';
import { Presence1764000000013 } from './migrations/1764000000013-presence.js';
import { Views1764000000014 } from './migrations/1764000000014-views.js';
import { Plans1764000000015 } from './migrations/1764000000015-plans.js';
import { Identity1764000000016 } from './migrations/1764000000016-identity.js';
import { Draws1764000000017 } from './migrations/1764000000017-draws.js';
import { Problems1764000000018 } from './migrations/1764000000018-problems.js';
import { Reports1764000000019 } from './migrations/1764000000019-reports.js';
import { Targets1764000000023 } from './migrations/1764000000023-targets.js';
import { Imports1764000000020 } from './migrations/1764000000020-imports.js';
import { People1764000000022 } from './migrations/1764000000022-people.js';
import { Visits1764000000021 } from './migrations/1764000000021-visits.js';
import { Kin1764000000024 } from './migrations/1764000000024-kin.js';
import { Publicity1764000000025 } from './migrations/1764000000025-publicity.js';
import { SelfChecks1764000000026 } from './migrations/1764000000026-self-checks.js';
import { Work1764000000027 } from './migrations/1764000000027-work.js';
import { Pool1764000000028 } from './migrations/1764000000028-pool.js';
import { CampaignDocuments1764000000029 } from './migrations/1764000000029-campaign-documents.js';
import { FiguresOfReports1764000000030 } from './migrations/1764000000030-figures-of-reports.js';
import { Reporters1764000000031 } from './migrations/1764000000031-reporters.js';
import { Evidence1764000000035 } from './migrations/1764000000035-evidence.js';
import { Points1764000000036 } from './migrations/1764000000036-points.js';
import { Surcharge1764000000037 } from './migrations/1764000000037-surcharge.js';
import { Partners1764000000033 } from './migrations/1764000000033-partners.js';
import { AccountRow } from './rows/account.row.js';
import { CampaignRow } from './rows/campaign.row.js';
import { CaseRow } from './rows/case.row.js';
import { DeliveryRow } from './rows/delivery.row.js';
import { NotificationRow } from './rows/notification.row.js';
import { ObligationRow } from './rows/obligation.row.js';
import { RegionRow } from './rows/region.row.js';
import { SessionRow } from './rows/session.row.js';
import { UnitRow } from './rows/unit.row.js';

/** Rows and migrations are listed, not globbed: the list is what a reviewer reads. */
export function createDataSource(url: string, poolSize = 10): DataSource {
  installTypeParsers();
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    // A PostgreSQL that is frozen or out of reach answers nobody: better an error than a request that hangs.
    connectTimeoutMS: 10_000,
    entities: [
      RegionRow,
      UnitRow,
      AccountRow,
      SessionRow,
      CampaignRow,
      ObligationRow,
      CaseRow,
      NotificationRow,
      DeliveryRow,
    ],
    migrations: [
      Organisation1764000000001,
      Record1764000000002,
      Campaign1764000000003,
      Case1764000000004,
      Notification1764000000005,
      Isolation1764000000006,
      Lists1764000000007,
      Job1764000000008,
      Chases1764000000010,
      Audit1764000000012,
      Presence1764000000013,
      Views1764000000014,
      Plans1764000000015,
      Identity1764000000016,
      Draws1764000000017,
      Problems1764000000018,
      Reports1764000000019,
      Targets1764000000023,
      Imports1764000000020,
      People1764000000022,
      Visits1764000000021,
      Kin1764000000024,
      Publicity1764000000025,
      SelfChecks1764000000026,
      Work1764000000027,
      Pool1764000000028,
      CampaignDocuments1764000000029,
      FiguresOfReports1764000000030,
      Reporters1764000000031,
      Evidence1764000000035,
      Points1764000000036,
      Partners1764000000033,
      Surcharge1764000000037,
    ],
    migrationsTransactionMode: 'each',
    synchronize: false,
    // A pool that lost its server reports it here; without a listener Node would end the process.
    poolErrorHandler: () => undefined,
  });
}

export async function openDatabase(url: string, poolSize?: number): Promise<Database> {
  return new Database(await createDataSource(url, poolSize).initialize());
}

/** Brings the schema up to date as its owner and sets the application role's password. Safe to run twice, or at once. */
export async function migrate(ownerUrl: string, appPassword: string): Promise<void> {
  const source = await createDataSource(ownerUrl, 2).initialize();
  const lock = new pg.Client(ownerUrl);
  try {
    await lock.connect();
    await lock.query(`select pg_advisory_lock(hashtext('fundguard migrations'))`);
    await source.runMigrations();
    await lock.query(`alter role fundguard_app login password ${lock.escapeLiteral(appPassword)}`);
  } finally {
    await lock.end();
    await source.destroy();
  }
}
