import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith, loadConfig, loadLaunchConfig, type LaunchConfig } from '@fundguard/config';
import { migrate } from '@fundguard/persistence';
import { CHECKOUT, isPortFree } from '../../../scripts/host.mjs';
import { say, Unmet } from '../../../scripts/say.mjs';
import { keepAccounts, readAccounts } from './accounts.js';
import { keepConnections } from './connections.js';
import { keyIn } from './keys.js';
import { seedDemo } from './demo/seed.js';
import { isHealthy, nodeService } from './node-service.js';
import { openPostgres } from './postgres/index.js';
import { claimRun } from './run-file.js';
import { Supervisor } from './supervisor.js';
import { devServer, forgetDevServer } from './temporal.js';
import { welcome, type Started } from './welcome.js';

export const help = `fundguard start

  在本机启动全部服务 · starts everything on this machine and keeps it running until Ctrl-C:
  PostgreSQL, Temporal's dev server, the api and the worker. Data are kept in .data.

  PORT (3000) · HOST (127.0.0.1) · DATA_DIR (.data) · DEMO=false for no demo data · LOG_LEVEL (info)
  PUBLIC_URL, SMTP_URL, MAIL_FROM: as in production; without SMTP_URL mails are kept as files`;

const DATABASE = 'fundguard';

export async function run(): Promise<number> {
  const config = loadLaunchConfig(CHECKOUT);
  const file = await claimRun(config.dataDir, config.url, ({ name, pid }) =>
    say(`清理上次遗留 … ending ${name} (process ${pid}), left behind by a start that was killed`),
  );
  const supervisor = new Supervisor(file, say);
  const asked = stopAsked();
  try {
    const started = await Promise.race([bringUp(config, supervisor), asked]);
    if (started) {
      console.log(welcome(started));
      await asked;
    }
    return 0;
  } finally {
    say('正在停止 … stopping');
    await supervisor.stop();
    file.release();
    say('已停止 · stopped');
  }
}

/** Ctrl-C, a closed terminal, an ended service: once, however often it is asked. npm may pass a Ctrl-C on a second time. */
function stopAsked(): Promise<undefined> {
  process.stdout.on('error', () => undefined); // a closed terminal must not keep us from stopping the rest
  return new Promise((asked) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => asked(undefined));
  });
}

async function bringUp(config: LaunchConfig, supervisor: Supervisor): Promise<Started> {
  const inData = (...names: string[]) => join(config.dataDir, ...names);
  const log = (name: string) => inData('logs', `${name}.log`);
  for (const name of ['files', 'mail', 'logs']) mkdirSync(inData(name), { recursive: true, mode: 0o700 });
  if (!(await isPortFree(config.port, config.host)))
    throw new Unmet(`Port ${config.port} is used by another program: end it, or choose another with PORT.`);

  if (!config.temporalCli) throw new Unmet('TEMPORAL_CLI_PATH is not set: use npm start, which fetches the program.');

  say('PostgreSQL · Temporal …');
  const postgres = await openPostgres({ folder: inData('postgres'), log: log('postgresql'), database: DATABASE });
  const workflows = inData('temporal.db');
  if (postgres.isNew) forgetDevServer(workflows);
  const workflowsLost = !postgres.isNew && !existsSync(workflows);
  const temporal = devServer(config.temporalCli, workflows, log('temporal'));
  await Promise.all([
    supervisor.start(postgres).then(() => migrate(postgres.ownerUrl(DATABASE), postgres.access.appPassword)),
    // It looks for more free ports than the ones we give it, and another program may be quicker to take one.
    supervisor.start(temporal, /address already in use|ended with code/),
  ]);

  const databaseUrl = postgres.appUrl(DATABASE);
  keepConnections(config.dataDir, { databaseUrl, temporalAddress: temporal.address(), temporalNamespace: 'default' });
  const env = environmentWith({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address(),
    TEMPORAL_NAMESPACE: 'default',
    HOST: config.host,
    PORT: String(config.port),
    FILES_DIR: inData('files'),
    ...(config.identityKey ? {} : { IDENTITY_KEY: keyIn(inData('identity.key')) }),
    ...(config.vaultKey ? {} : { VAULT_KEY: keyIn(inData('vault.key')) }),
    MAIL_DIR: inData('mail'),
    DEMO: String(config.demo),
  });
  loadConfig(env); // a bad variable is reported here in a sentence, and not from a log
  say('API 与 worker … api and worker');
  await Promise.all([
    supervisor.start(nodeService('worker', env, log('worker'), (worker) => worker.isReady())),
    supervisor.start(nodeService('api', env, log('api'), async (api) => api.isReady() && isHealthy(config.url))),
  ]);

  const accounts = inData('accounts.json');
  if (postgres.isNew && config.demo) {
    say('演示数据 … filling in the demo');
    keepAccounts(accounts, await seedDemo({ databaseUrl, filesDir: inData('files'), now: new Date() }));
  }
  postgres.settle();
  return {
    url: config.url,
    temporalUi: temporal.uiUrl(),
    dataDir: config.dataDir,
    databaseDir: postgres.place.folder,
    demo: config.demo,
    accounts: readAccounts(accounts),
    workflowsLost,
  };
}
