import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instant } from '@fundguard/domain';
import { Identities, Vault } from '@fundguard/casework';
import { loadConfig } from '@fundguard/config';
import { BlobStore, StoredCalendars, openDatabase } from '@fundguard/persistence';
import { Relay } from '@fundguard/relay';
import { loadRulebook } from '@fundguard/rulebook';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApi } from './app.js';

const config = loadConfig(process.env);
const log = pino({ name: 'api', level: config.logLevel });
const rulebook = await loadRulebook();
const db = await openDatabase(config.databaseUrl);
const calendars = new StoredCalendars(db);
const identities = config.identityKey && new Identities(config.identityKey);
const vault = config.vaultKey && new Vault(config.vaultKey, config.vaultKeyPrevious);
const clock = { now: () => Promise.resolve(instant(Date.now())) };
await calendars.load(rulebook.calendarYears, await clock.now());

// Lazy: the API serves people whether or not Temporal answers; the worker's relay brings what this one could not.
// After a long outage it would otherwise look only every two minutes whether Temporal is back.
const connection = Connection.lazy({
  address: config.temporalAddress,
  channelArgs: { 'grpc.max_reconnect_backoff_ms': 2_000 },
});
const temporal = new Client({ connection, namespace: config.temporalNamespace });
const relay = new Relay(db, temporal, { onTrouble: (error) => log.warn({ err: error }, 'workflows not told') });

const blobs = new BlobStore(config.filesDir);
const temporalAnswers = () =>
  connection
    .withDeadline(Date.now() + 1_000, () => connection.workflowService.getSystemInfo({}))
    .then(
      () => true,
      () => false,
    );

const api = await createApi({
  platform: { db, clock, calendars, rules: rulebook, wake: relay.wake, identities, vault, blobs },
  rulebook,
  calendars,
  blobs,
  temporalAnswers,
  isDemo: config.demo,
  trustProxy: config.trustProxy,
  webDir: dirname(fileURLToPath(import.meta.resolve('@fundguard/web/index.html'))),
});
await api.listen({ port: config.port, host: config.host });
log.info({ port: config.port }, 'api listens');
process.send?.('ready');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // What is being answered is waited for; a connection that only stays open for more would be waited for too.
  const closing = setInterval(() => api.getHttpServer().closeIdleConnections(), 100);
  await api.close();
  clearInterval(closing);
  await relay.stop();
  await connection.close();
  await db.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop());
