import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate } from '@fundguard/persistence';
import pg from 'pg';

const APP_PASSWORD = 'app';
const SCHEMA = fileURLToPath(new URL('../../libs/persistence/src/', import.meta.url));

/** A database of one test file's own: a clone, which costs milliseconds, of one that was migrated once. */
export async function freshDatabase() {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error('TEST_DATABASE_URL names no PostgreSQL server: run the tests by npm test, which starts one');
  const client = new pg.Client(server);
  await client.connect();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${name} template ${await migratedTemplate(client, server)}`);
  const ownerUrl = databaseOn(server, name);
  const app = new URL(ownerUrl);
  app.username = 'fundguard_app';
  app.password = APP_PASSWORD;
  return {
    ownerUrl,
    appUrl: app.href,
    async drop() {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
    },
  };
}

/** Test files run at once and any of them may be the first. The name follows the schema, so that no run meets an older one. */
async function migratedTemplate(client: pg.Client, server: string): Promise<string> {
  const name = `template_${fingerprint()}`;
  await client.query(`select pg_advisory_lock(hashtext('fundguard test template'))`);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    await client.query('drop database if exists template_in_making');
    await client.query('create database template_in_making');
    await migrate(databaseOn(server, 'template_in_making'), APP_PASSWORD);
    await client.query(`alter database template_in_making rename to ${name}`);
    return name;
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('fundguard test template'))`);
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(SCHEMA, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|sql)$/.test(file));
  for (const file of files.sort()) hash.update(file).update(readFileSync(SCHEMA + file));
  return hash.digest('hex').slice(0, 16);
}

function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
