import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { birthOf } from '../../../../scripts/host.mjs';
import type { Running } from '../program.js';
import { serve } from '../service.js';
import { openPostgres, type Postgres } from './server.js';
import { throwAwayPostgres } from './throw-away.js';

let folder: string;
let postgres: Postgres;
let running: Running;

const open = async () => {
  postgres = await openPostgres({ folder, log: join(folder, 'log'), database: 'fundguard' });
  running = await serve(postgres);
};
async function ask<Row>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row & pg.QueryResultRow>(query)).rows;
  } finally {
    await client.end();
  }
}
const rows = () => ask<{ n: number }>(postgres.ownerUrl('fundguard'), 'select n from kept');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fundguard-postgres-'));
  await open();
  await ask(postgres.ownerUrl('fundguard'), 'create table unfinished ()');
  await running.stop();
  await open();
  await ask(postgres.ownerUrl('fundguard'), 'create table kept as select 1 as n');
  postgres.settle();
});
afterAll(async () => {
  await running.stop();
  for (const each of [folder, postgres.place.folder]) rmSync(each, { recursive: true, force: true });
});

describe('PostgreSQL on this machine', () => {
  it('speaks UTF-8, sorts Chinese names, and lets nobody in without the password', async () => {
    const url = postgres.ownerUrl('fundguard');
    const sorted = `select string_agg(x, '' order by x collate "zh-Hans-CN-x-icu") as names from unnest(array['张','阿','王','李']) x`;
    expect(await ask(url, sorted)).toEqual([{ names: '阿李王张' }]);
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select')).rejects.toThrow('password authentication failed');
  });

  it('is made anew until somebody says that it holds what it must, and then never', async () => {
    expect(postgres.isNew).toBe(true);
    await expect(ask(postgres.ownerUrl('fundguard'), 'select from unfinished')).rejects.toThrow('does not exist');
    await running.stop();
    await open();
    expect(postgres.isNew).toBe(false);
    expect(await rows()).toEqual([{ n: 1 }]);
  });

  it('is not touched where its password is missing', async () => {
    await running.stop();
    const access = join(postgres.place.folder, 'access.json');
    renameSync(access, `${access}.away`);
    await expect(open()).rejects.toThrow('access.json is missing');
    renameSync(`${access}.away`, access);
    await open();
    expect(await rows()).toEqual([{ n: 1 }]);
  });

  it('is ended and served again when its launcher was killed', async () => {
    const orphan = running.pid;
    await open();
    expect(birthOf(orphan)).toBeUndefined();
    expect(await rows()).toEqual([{ n: 1 }]);
  });

  it('comes back with its data when it was killed itself', async () => {
    process.kill(running.pid, 'SIGKILL');
    await running.ended;
    await open();
    expect(await rows()).toEqual([{ n: 1 }]);
  });

  it('starts where its note names somebody else’s process', async () => {
    await running.stop();
    writeFileSync(join(postgres.place.folder, 'data/postmaster.pid'), `${process.pid}\n/elsewhere\n1\n5432\n`);
    await open();
    expect(await rows()).toEqual([{ n: 1 }]);
  });

  it('is gone with its folder when it was thrown away', async () => {
    const other = await throwAwayPostgres({ max_connections: 30 });
    expect(await ask(other.ownerUrl('postgres'), 'show max_connections')).toEqual([{ max_connections: '30' }]);
    await other.discard();
    await expect(ask(other.ownerUrl('postgres'), 'select')).rejects.toThrow('ECONNREFUSED');
  });
});
