import { randomUUID } from 'node:crypto';
import { type Command, type Platform } from '@fundguard/casework';
import { type Actor, type Day, type Instant, type Person, at, dayOf, instant, plusDays } from '@fundguard/domain';
import type { Database, Installed, StoredCalendars } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import type { CastName } from './seed.js';

/** The demonstration's past: acts are recorded at the time they are said to have happened. */
export class Scene {
  private moment: Instant;
  readonly platform: Platform;

  constructor(
    readonly db: Database,
    readonly rulebook: Rulebook,
    private readonly calendars: StoredCalendars,
    readonly installed: Installed,
    readonly cast: Readonly<Record<CastName, Person>>,
    private readonly now: Date,
  ) {
    this.moment = instant(now);
    // Nobody is woken: the worker's relay finds what was seeded.
    this.platform = {
      db,
      calendars,
      rules: rulebook,
      clock: { now: () => Promise.resolve(this.moment) },
      wake: () => undefined,
    };
  }

  load(): Promise<void> {
    return this.calendars.load(this.rulebook.calendarYears, instant(this.now));
  }

  /** The day so many days ago. */
  daysAgo(days: number): Day {
    return plusDays(dayOf(instant(this.now)), -days);
  }

  /** Acts from here on happen at this time of that day. */
  setTime(on: Day, time = '10:00'): void {
    this.moment = at(on, time);
  }

  setInstant(moment: Instant): void {
    this.moment = moment;
  }

  /** The present, in which the demonstration is seen. */
  get today(): Instant {
    return instant(this.now);
  }

  get time(): Instant {
    return this.moment;
  }

  command(actor: Actor): Command {
    return { id: randomUUID(), actor };
  }
}
