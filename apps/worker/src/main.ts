import { Identities, type Platform, Vault, checkAllEvidence, reproject } from '@fundguard/casework';
import { loadConfig } from '@fundguard/config';
import { instant } from '@fundguard/domain';
import { Deliverer, createMailChannel, createWebhookChannel } from '@fundguard/notifications';
import { BlobStore, StoredCalendars, openDatabase } from '@fundguard/persistence';
import { Relay } from '@fundguard/relay';
import { loadRulebook } from '@fundguard/rulebook';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { createWorker, installRuntime } from './worker.js';

const SWEEP = 1_000;
const DELIVER = 1_000;
const REPROJECT = 60_000;
const EVIDENCE = 600_000;

const config = loadConfig(process.env);
const log = pino({ name: 'worker', level: config.logLevel });
installRuntime('WARN');

const rulebook = await loadRulebook();
const db = await openDatabase(config.databaseUrl);
const calendars = new StoredCalendars(db);
const blobs = new BlobStore(config.filesDir);
const identities = config.identityKey && new Identities(config.identityKey);
const vault = config.vaultKey && new Vault(config.vaultKey, config.vaultKeyPrevious);
const clock = { now: () => Promise.resolve(instant(Date.now())) };
await calendars.load(rulebook.calendarYears, await clock.now());

const connection = await NativeConnection.connect({ address: config.temporalAddress });
const client = new Client({ connection, namespace: config.temporalNamespace });
const trouble = (what: string) => (error: unknown) => log.warn({ err: error }, what);
const relay = new Relay(db, client, { sweepEvery: SWEEP, onTrouble: trouble('workflows not told') });
const platform: Platform = { db, clock, calendars, rules: rulebook, wake: relay.wake, identities, vault, blobs };
const deliverer = new Deliverer(
  db,
  clock,
  { email: createMailChannel({ ...config, from: config.mailFrom }), webhook: createWebhookChannel(clock) },
  trouble('deliveries wait'),
);
const worker = await createWorker(platform, connection, { namespace: config.temporalNamespace });

deliverer.start(DELIVER);
const calendarWatch = setInterval(() => void reproject(platform).catch(trouble('calendar not applied')), REPROJECT);
void reproject(platform).catch(trouble('calendar not applied'));
const evidenceWatch = setInterval(
  () => void checkAllEvidence(platform).catch(trouble('evidence not verified')),
  EVIDENCE,
);

const stop = () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
process.send?.('ready');
log.info('worker runs');
await worker.run();

clearInterval(calendarWatch);
clearInterval(evidenceWatch);
await Promise.all([relay.stop(), deliverer.stop()]);
await connection.close();
await db.close();
process.exit(0);
