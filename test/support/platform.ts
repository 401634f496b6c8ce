import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi } from '@fundguard/api';
import { Identities, type Platform, Vault } from '@fundguard/casework';
import { skippingTime } from '@fundguard/cli';
import { type Fundguard, connect } from '@fundguard/client';
import { type Instant, instant } from '@fundguard/domain';
import { BlobStore, StoredCalendars, installOrganisation, openDatabase } from '@fundguard/persistence';
import { Relay } from '@fundguard/relay';
import { loadRulebook } from '@fundguard/rulebook';
import { createWorker, installRuntime } from '@fundguard/worker';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { type Name, PASSWORD, hire } from './people.js';
import { freshDatabase } from './postgres.js';

installRuntime('ERROR');

export const bundleWorkflows = () =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(import.meta.resolve('@fundguard/workflows')),
    logger: new DefaultLogger('ERROR'),
  });

export interface PlatformOptions {
  /** The platform's clock starts here; it goes on with the time-skipping server's. */
  readonly startAt?: Instant;
  /** Without a worker, people's acts are committed and wait. */
  readonly worker?: boolean;
}

/** The real platform, in one process: PostgreSQL, a Temporal server that can skip time, the worker and the API. */
export async function startPlatform(options: PlatformOptions = {}) {
  const database = await freshDatabase();
  const db = await openDatabase(database.appUrl);
  const rulebook = await loadRulebook();
  const calendars = new StoredCalendars(db);
  const temporal = await skippingTime(process.env['TEMPORAL_TEST_SERVER_PATH']);
  const clockOffset = options.startAt ? Date.parse(options.startAt) - (await temporal.currentTimeMs()) : 0;
  const clock = { now: async () => instant((await temporal.currentTimeMs()) + clockOffset) };
  await calendars.load(rulebook.calendarYears, await clock.now());
  const organisation = await installOrganisation(db, rulebook.demo);
  const accounts = await hire(db, organisation);

  const identities = new Identities(randomBytes(32));
  const masterKey = randomBytes(32);
  const vault = new Vault(masterKey);
  const files = await mkdtemp(join(tmpdir(), 'fundguard-files-'));
  const blobs = new BlobStore(files);
  const relay = new Relay(db, temporal.client, { clockOffset, sweepEvery: 250 });
  const platform: Platform = { db, clock, calendars, rules: rulebook, wake: relay.wake, identities, vault, blobs };
  const worker =
    options.worker === false
      ? undefined
      : await createWorker(platform, temporal.nativeConnection, { workflowBundle: await bundleWorkflows() });
  const running = worker?.run();

  const api = await createApi({
    platform,
    rulebook,
    calendars,
    blobs,
    temporalAnswers: () => Promise.resolve(true),
    isDemo: false,
  });
  await api.listen(0, '127.0.0.1');
  const url = await api.getUrl();
  const clients = new Map<Name, Promise<Fundguard>>();
  const tokens = new Map<Name, Promise<string>>();
  const tokenOf = (name: Name): Promise<string> => {
    let token = tokens.get(name);
    if (!token) tokens.set(name, (token = signIn(url, name)));
    return token;
  };

  const signOut = () => [clients, tokens].forEach((each) => each.clear());

  return {
    ...{
      masterKey,
      platform,
      db,
      database,
      rulebook,
      calendars,
      temporal,
      clock,
      organisation,
      accounts,
      api,
      url,
      files,
    },
    /** The API as this person sees it. */
    as(name: Name): Promise<Fundguard> {
      let client = clients.get(name);
      if (!client) clients.set(name, (client = tokenOf(name).then((token) => connect(url, token))));
      return client;
    },
    /** A request as it stands, with this person's token. */
    async send(name: Name, path: string, init: RequestInit = {}): Promise<Response> {
      return fetch(`${url}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${await tokenOf(name)}`, ...init.headers },
      });
    },
    /** Lets time pass, with whatever falls due on the way. */
    async pass(duration: string | number): Promise<void> {
      await temporal.sleep(duration);
      signOut(); // sessions live on the platform's time
    },
    async passUntil(moment: Instant): Promise<void> {
      const left = Date.parse(moment) - Date.parse(await clock.now());
      if (left > 0) await temporal.sleep(left);
      signOut();
    },
    async stop(): Promise<void> {
      await api.close();
      await relay.stop();
      worker?.shutdown();
      await running;
      await temporal.teardown();
      await db.close();
      await database.drop();
      await rm(files, { recursive: true });
    },
  };
}
export type TestPlatform = Awaited<ReturnType<typeof startPlatform>>;

export async function signIn(url: string, name: Name): Promise<string> {
  const { data, error } = await connect(url).POST('/api/v1/sessions', {
    body: { login: name.toLowerCase(), password: PASSWORD, bearer: true },
  });
  if (!data?.token) throw new Error(`${name} could not sign in: ${JSON.stringify(error)}`);
  return data.token;
}

export const newKey = (): string => randomUUID();
