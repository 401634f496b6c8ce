import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { birthOf, freePort } from '../../../../scripts/host.mjs';
import { launch, untilReady, type Program, type Running } from '../program.js';
import { dataOf, keepAccess, NEUTRAL, openCluster, type Access } from './cluster.js';
import { findPlace, type Place } from './place.js';
import { endLeftovers, readPostmasterPid } from './postmaster-pid.js';

/** PostgreSQL on this machine, answering on 127.0.0.1 only. */
export interface Postgres {
  readonly place: Place;
  readonly access: Access;
  readonly port: number;
  readonly program: Program;
  /** The address for its owner; the application's is made by `appUrl`. */
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  /** Ends whoever still serves these data, and serves them. */
  serve(): Promise<Running>;
}

export interface PostgresOptions {
  readonly folder: string;
  readonly log: string;
  /** Made empty together with the data. */
  readonly database?: string;
  readonly settings?: Readonly<Record<string, string | number>>;
}

export async function openPostgres({ folder, log, database, settings = {} }: PostgresOptions): Promise<Postgres> {
  const place = findPlace(folder);
  const data = dataOf(place);
  await endLeftovers(data);
  const known = openCluster(place, database);
  const port = await freePort(known.port);
  const access = { ...known, port };
  if (port !== known.port) keepAccess(place, access);
  const all = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', ...settings };
  const program: Program = {
    name: 'postgresql',
    command: join(place.binaries.folder, 'bin', 'postgres'),
    args: ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: NEUTRAL,
    log,
    account: place.account,
    stopBy: 'SIGINT',
    graceMs: 20_000,
  };
  const url = (user: string, password: string, name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    place,
    access,
    port,
    program,
    ownerUrl: (name) => url('postgres', access.ownerPassword, name),
    appUrl: (name) => url('fundguard_app', access.appPassword, name),
    async serve() {
      await endLeftovers(data);
      mkdirSync(dirname(log), { recursive: true });
      const running = await launch(program);
      const isReady = () => {
        const note = readPostmasterPid(data);
        return Promise.resolve(note?.pid === running.pid && note.ready);
      };
      await untilReady(program, running, isReady, 60_000);
      return running;
    },
  };
}

const THROW_AWAY = 'fundguard-throw-away-';

/** A server for a test run or a rehearsal: quick, in a temporary folder, and gone with it. */
export async function throwAwayPostgres(settings: Readonly<Record<string, number>> = {}): Promise<Postgres & { running: Running; discard(): Promise<void> }> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${THROW_AWAY}${process.pid}-${birthOf(process.pid)}-`));
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const postgres = await openPostgres({ folder, log: join(folder, 'log'), settings: { ...careless, ...settings } });
  const running = await postgres.serve();
  const discard = async () => {
    await running.stop();
    for (const each of [folder, postgres.place.folder]) rmSync(each, { recursive: true, force: true });
  };
  return { ...postgres, running, discard };
}
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(THROW_AWAY)) continue;
  }
  await Promise.resolve();
}
