import type { Platform } from '@fundguard/casework';
import { loadLaunchConfig } from '@fundguard/config';
import { type Instant, instant, startOf } from '@fundguard/domain';
import {
  type Database,
  type Installed,
  StoredCalendars,
  installOrganisation,
  migrate,
  openDatabase,
} from '@fundguard/persistence';
import { Relay } from '@fundguard/relay';
import { createWorker, installRuntime } from '@fundguard/worker';
import { CHECKOUT } from '../../../../scripts/host.mjs';
import { throwAwayPostgres } from '../postgres/index.js';
import type { RehearsalOptions } from './options.js';
import { skippingTime } from './skipping-time.js';

/** A platform of its own on which a plan is played: throw-away PostgreSQL, and a Temporal server that skips time. */
export interface Stage {
  readonly platform: Platform;
  readonly db: Database;
  readonly installed: Installed;
  /** Lets time pass until the instant, with whatever falls due on the way. */
  passUntil(moment: Instant): Promise<void>;
  /** Brings what was committed to the workflows. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The curtain rises this long before the first day, so that there is time to draft and approve. */
const BEFORE = 60_000;

export async function openStage({
  rulebook,
  organisation,
  start,
}: Pick<RehearsalOptions, 'rulebook' | 'organisation' | 'start'>): Promise<Stage> {
  installRuntime('ERROR');
  const postgres = await throwAwayPostgres();
  await migrate(postgres.ownerUrl('fundguard'), postgres.access.appPassword);
  const db = await openDatabase(postgres.appUrl('fundguard'));
  const temporal = await skippingTime(loadLaunchConfig(CHECKOUT).temporalTestServer);
  const clockOffset = Date.parse(startOf(start)) - BEFORE - (await temporal.currentTimeMs());
  const clock = { now: async () => instant((await temporal.currentTimeMs()) + clockOffset) };
  const calendars = new StoredCalendars(db);
  await calendars.load(rulebook.calendarYears, await clock.now());
  const installed = await installOrganisation(db, organisation);
  const relay = new Relay(db, temporal.client, { clockOffset });
  const platform: Platform = { db, clock, calendars, rules: rulebook, wake: () => undefined };
  const worker = await createWorker(platform, temporal.nativeConnection);
  const running = worker.run();

  return {
    platform,
    db,
    installed,
    async passUntil(moment) {
      const left = Date.parse(moment) - Date.parse(await clock.now());
      if (left > 0) await temporal.sleep(left);
    },
    async settle() {
      await relay.sweepOnce();
    },
    async close() {
      await relay.stop();
      worker.shutdown();
      await running;
      await temporal.teardown();
      await db.close();
      await postgres.discard();
    },
  };
}
