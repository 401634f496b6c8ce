import { randomUUID } from 'node:crypto';
import { migrate } from '@fundguard/persistence';
import pg from 'pg';

/** A database of one test file's own. */
export async function freshDatabase() {
  const admin = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(`create database ${name}`);
  const owner = new URL(admin);
  owner.pathname = name;
  await migrate(owner.href, 'app');
  const app = new URL(owner);
  app.username = 'fundguard_app';
  app.password = 'app';
  return {
    ownerUrl: owner.href,
    appUrl: app.href,
    async drop() {
      await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}
