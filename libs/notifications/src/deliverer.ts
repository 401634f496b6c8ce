import { type Clock, type Instant, instant } from '@fundguard/domain';
import {
  type Database,
  type Parcel,
  claimParcels,
  planDeliveries,
  recoverParcels,
  settleParcel,
} from '@fundguard/persistence';
import { type Channels, Uncertain, Undeliverable } from './channel.js';

const BATCH = 20;
const LEASE = 60_000;
const ATTEMPTS = 10;

/** Sends what notifications demand: claims, sends, settles; retries with growing pauses; never sends twice. */
export class Deliverer {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<number> | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
  ) {}

  start(everyMillis: number): void {
    this.timer = setInterval(() => {
      this.running ??= this.deliverDue()
        .catch((error: unknown) => {
          this.onTrouble(error);
          return 0;
        })
        .finally(() => {
          this.running = undefined;
        });
    }, everyMillis);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round: everything that is due now. Returns how many parcels were handled. */
  async deliverDue(): Promise<number> {
    const now = await this.clock.now();
    await recoverParcels(this.db, now, this.channels.email.repeatable);
    while ((await planDeliveries(this.db, now)) > 0);
    let handled = 0;
    for (;;) {
      const parcels = await claimParcels(this.db, now, later(now, LEASE), BATCH);
      if (parcels.length === 0) return handled;
      await Promise.all(parcels.map((parcel) => this.deliver(parcel)));
      handled += parcels.length;
    }
  }

  private async deliver(parcel: Parcel): Promise<void> {
    try {
      await this.channels[parcel.channel].send(parcel);
      await settleParcel(this.db, parcel.id, { status: 'sent', at: await this.clock.now() });
    } catch (error) {
      const now = await this.clock.now();
      const final = error instanceof Undeliverable || error instanceof Uncertain || parcel.attempts >= ATTEMPTS;
      await settleParcel(this.db, parcel.id, {
        status: error instanceof Uncertain ? 'uncertain' : final ? 'failed' : 'waiting',
        at: final ? now : later(now, pause(parcel.attempts)),
        error: error instanceof Error ? error.message.slice(0, 500) : 'unknown',
      });
    }
  }
}

/** 5 s, 10 s, 20 s … at most an hour. */
const pause = (attempts: number): number => Math.min(5_000 * 2 ** (attempts - 1), 3_600_000);
const later = (now: Instant, millis: number): Instant => instant(Date.parse(now) + millis);
