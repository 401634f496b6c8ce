import { join } from 'node:path';
import { freePort } from '../../../../scripts/host.mjs';
import type { Service } from '../service.js';
import { dataOf, keepAccess, NEUTRAL, openCluster, type Access } from './cluster.js';
import { findPlace, type Place } from './place.js';
import { endLeftovers, readPostmasterPid } from './postmaster-pid.js';

/** PostgreSQL on this machine, answering on 127.0.0.1 only. */
export interface Postgres extends Service {
  readonly place: Place;
  readonly access: Access;
  readonly isNew: boolean;
  /** To be said once the data hold all they must hold from the beginning; until then the next start makes them anew. */
  settle(): void;
  ownerUrl(database: string): string;
  appUrl(database: string): string;
}

export interface PostgresOptions {
  readonly folder: string;
  readonly log: string;
  /** Made, empty, together with the data. */
  readonly database: string;
  /** Off for data that need not outlive a crash. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string | number>>;
}

export async function openPostgres({
  folder,
  log,
  database,
  durable = true,
  settings = {},
}: PostgresOptions): Promise<Postgres> {
  const place = findPlace(folder);
  const data = dataOf(place);
  await endLeftovers(data); // or its port would count as taken
  const { isNew, ...known } = openCluster(place, database, durable);
  const port = await freePort(known.port);
  const access = { ...known, port };
  if (port !== known.port) keepAccess(place, access);
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const ours = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
  const all = { ...ours, ...(durable ? {} : careless), ...settings };
  const program = {
    name: 'postgresql',
    command: join(place.binaries.folder, 'bin', 'postgres'),
    args: ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: NEUTRAL,
    cwd: '/',
    log,
    account: place.account,
    stopBy: 'SIGINT', // its "fast" shutdown: sessions are ended, nothing is lost
    graceMs: 20_000,
  } as const;
  const url = (user: string, password: string, name: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    name: program.name,
    place,
    access,
    isNew,
    settle: () => keepAccess(place, { ...access, settled: true }),
    ownerUrl: (name) => url('postgres', access.ownerPassword, name),
    appUrl: (name) => url('fundguard_app', access.appPassword, name),
    async program() {
      await endLeftovers(data);
      return program;
    },
    isReady({ pid }) {
      const note = readPostmasterPid(data);
      return note?.pid === pid && note.ready;
    },
    waitMs: 60_000,
  };
}
