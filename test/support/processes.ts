import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devServer, isHealthy, nodeService, openPostgres } from '@fundguard/cli';
import { type Fundguard, connect } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { installOrganisation, migrate, openDatabase } from '@fundguard/persistence';
import { loadRulebook } from '@fundguard/rulebook';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { freePort } from '../../scripts/host.mjs';
import { type Name, PASSWORD, hire } from './people.js';
import type { TestPlatform } from './platform.js';
import { Handle } from './processes-handle.js';
import { startReaper } from './processes-reaper.js';

const DATABASE = 'fundguard';
/** A crash of PostgreSQL must lose nothing; one of the machine is not what is tested. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: 60 };

/** The product as `fundguard start` runs it, each program a process of its own, in real time. */
export async function startInstallation() {
  const folder = mkdtempSync(join(tmpdir(), 'fundguard-faults-'));
  chmodSync(folder, 0o711);
  const reaper = startReaper(folder);
  const log = (name: string) => join(folder, `${name}.log`);
  const server = await openPostgres({
    folder: join(folder, 'postgres'),
    log: log('postgresql'),
    database: DATABASE,
    settings: SETTINGS,
  });
  const temporalFile = join(folder, 'temporal.db');
  // Not its usual port: while it is down here, another's would take it.
  const engine = devServer(process.env['TEMPORAL_CLI_PATH'] ?? '', temporalFile, log('temporal'), {});
  const postgres = new Handle(() => server, reaper);
  const temporal = new Handle(() => engine, reaper);
  await Promise.all([postgres.start(), temporal.start()]);

  await migrate(server.ownerUrl(DATABASE), server.access.appPassword);
  const databaseUrl = server.appUrl(DATABASE);
  const db = await openDatabase(databaseUrl, 4);
  const rulebook = await loadRulebook();
  const organisation = await installOrganisation(db, rulebook.demo);
  const accounts = await hire(db, organisation);
  const owner = new pg.Pool({ connectionString: server.ownerUrl(DATABASE), max: 6 });
  owner.on('error', () => undefined);

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mailDir = join(folder, 'mail');
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: engine.address(),
    HOST: '127.0.0.1',
    PORT: String(port),
    FILES_DIR: join(folder, 'files'),
    MAIL_DIR: mailDir,
  };
  const api = new Handle(
    (env) => nodeService('api', { ...environment, ...env }, log('api'), () => isHealthy(url)),
    reaper,
  );
  const worker = new Handle(
    (env) => nodeService('worker', { ...environment, ...env }, log('worker'), (running) => running.isReady()),
    reaper,
  );
  await Promise.all([api.start(), worker.start()]);
  const connection = Connection.lazy({ address: engine.address() });

  const tokens = new Map<Name, Promise<string>>();
  const tokenOf = (name: Name): Promise<string> => {
    let token = tokens.get(name);
    if (!token) tokens.set(name, (token = signIn(url, name)));
    return token;
  };
  const installation = {
    ...{
      api,
      worker,
      temporal,
      postgres,
      db,
      owner,
      organisation,
      accounts,
      environment,
      url,
      mailDir,
      temporalFile,
      log,
    },
    client: new Client({ connection }),
    clock: { now: () => Promise.resolve(instant(Date.now())) },
    as: async (name: Name): Promise<Fundguard> => connect(url, await tokenOf(name)),
    send: async (name: Name, path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${await tokenOf(name)}`, ...init.headers } }),
    async stop(): Promise<void> {
      await connection.close();
      await Promise.all([owner.end(), db.close()]);
      await Promise.all([api.stop(), worker.stop()]);
      await Promise.all([temporal.kill9(), postgres.stop()]);
      reaper.dismiss();
    },
  };
  /** For the walks of the other tests, which ask no more of a platform than what is here. */
  return { ...installation, platform: installation as unknown as TestPlatform };
}
export type Installation = Awaited<ReturnType<typeof startInstallation>>;

async function signIn(url: string, name: Name): Promise<string> {
  const { data, error } = await connect(url).POST('/api/v1/sessions', {
    body: { login: name.toLowerCase(), password: PASSWORD, bearer: true },
  });
  if (!data?.token) throw new Error(`${name} could not sign in: ${JSON.stringify(error)}`);
  return data.token;
}
