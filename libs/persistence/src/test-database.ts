import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createDataSource, migrate, openDatabase } from './data-source.js';
import type { Database } from './database.js';

/** A database of one test's own, on the server the tests are given. No part of the package. */

const APP_PASSWORD = 'app';
const server = process.env['TEST_DATABASE_URL'] ?? '';

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The owner's own connection, for what the application may not do. */
  readonly owner: pg.Client;
  /** As the application sees it. */
  readonly db: Database;
  drop(): Promise<void>;
}

/** One after the other: the application's role belongs to the whole server, whatever the database. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('fundguard test template'))`);
    return await work();
  } finally {
    await client.end();
  }
}

export const migrated = (ownerUrl: string): Promise<void> => migrate(ownerUrl, APP_PASSWORD);

export async function testDatabase(): Promise<TestDatabase> {
  const admin = new pg.Client(server);
  await admin.connect();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const ownerUrl = new URL(server);
  ownerUrl.pathname = name;
  await alone(() => migrated(ownerUrl.href));
  const appUrl = new URL(ownerUrl);
  appUrl.username = 'fundguard_app';
  appUrl.password = APP_PASSWORD;
  const owner = new pg.Client(ownerUrl.href);
  await owner.connect();
  const db = await openDatabase(appUrl.href);
  return {
    ...{ ownerUrl: ownerUrl.href, appUrl: appUrl.href, owner, db },
    async drop() {
      await db.close();
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** A migrating connection of the owner's. */
export const ownerSource = (ownerUrl: string) => createDataSource(ownerUrl, 2).initialize();
