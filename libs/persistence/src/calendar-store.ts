import { createHash } from 'node:crypto';
import { type CalendarYear, type Calendars, type Instant, WorkingCalendar } from '@fundguard/domain';
import { type Database, EVERYWHERE } from './database.js';
import { canonicalJson } from './json.js';

/** How old the calendar a deadline is computed with may be. Whatever slips through is computed again by the worker. */
const FRESH = 5_000;

export interface LoadedYear {
  readonly days: CalendarYear;
  readonly loadedAt: Date;
  /** By an administrator, rather than with the product. */
  readonly byHand: boolean;
}

/** The working-day calendar as loaded into the platform. */
export class StoredCalendars implements Calendars {
  private cached: { readonly calendar: WorkingCalendar; readonly until: number } | undefined;

  constructor(private readonly db: Database) {}

  async current(): Promise<WorkingCalendar> {
    if (this.cached && performance.now() < this.cached.until) return this.cached.calendar;
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ days: CalendarYear }>({ text: 'select days from calendar_year order by year', values: [] }),
    );
    const years = rows.map(({ days }) => days);
    const version = createHash('sha256').update(canonicalJson(years)).digest('hex').slice(0, 12);
    this.cached = { calendar: new WorkingCalendar(version, years), until: performance.now() + FRESH };
    return this.cached.calendar;
  }

  /** The years as loaded, for those who look after them. */
  years(): Promise<LoadedYear[]> {
    return this.db.within(EVERYWHERE, (tx) =>
      tx.query<LoadedYear>({
        text: 'select days, loaded_at as "loadedAt", loaded_by is not null as "byHand" from calendar_year order by year desc',
        values: [],
      }),
    );
  }

  /** Loads years; those already there are replaced only when told so. */
  async load(years: readonly CalendarYear[], at: Instant, by?: string, replace = false): Promise<void> {
    await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: `insert into calendar_year (year, days, loaded_at, loaded_by)
               select (d ->> 'year')::int, d, $2, $3 from unnest($1::jsonb[]) as y (d)
               on conflict (year) do update set days = excluded.days, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
                 where $4 and calendar_year.days <> excluded.days`,
        values: [years.map((year) => JSON.stringify(year)), at, by ?? null, replace],
      }),
    );
    this.cached = undefined;
  }
}
