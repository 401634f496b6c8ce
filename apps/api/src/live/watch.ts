import type { Person } from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DATABASE } from '../ports.js';

const EVERY = 1_000;

interface Watched {
  readonly file: string;
  /** How long the file's record was when it was last looked at. */
  seen: number | undefined;
  readonly tell: () => void;
}

/**
 * Follows the record for everybody whose page is open: one question a second for all the files they look at, however many
 * pages there are. PostgreSQL's own notifications would put all commits into one queue.
 */
@Injectable()
export class RecordWatch implements OnApplicationShutdown {
  private readonly watched = new Set<Watched>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Tells whenever the file's record grew. Returns how to stop. */
  follow(file: string, tell: () => void): () => void {
    const watched: Watched = { file, seen: undefined, tell };
    this.watched.add(watched);
    this.timer ??= setTimeout(() => void this.look(), 0);
    return () => this.watched.delete(watched);
  }

  /** May be followed by whoever may see it: in their own region, or as a unit that takes part in the campaign. */
  async isVisible(me: Person, file: string): Promise<boolean> {
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: `select 1 from case_file where id = $1 and starts_with(region, $2) and $3
               union all select 1 from campaign c where id = $1 and (starts_with(region, $2)
                 or exists (select from participant p where p.campaign_id = c.id and starts_with(p.region, $2)))
               union all select 1 from job where id = $1 and owner = $4`,
        values: [
          file,
          me.region,
          me.roles.some((role) => role !== 'unitContact' && role !== 'partnerContact'),
          me.account,
        ],
      }),
    );
    return rows.length > 0;
  }

  onApplicationShutdown(): void {
    this.watched.clear();
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    try {
      const lengths = await this.lengths([...new Set([...this.watched].map(({ file }) => file))]);
      for (const each of this.watched) {
        const now = lengths.get(each.file);
        if (each.seen !== undefined && now !== each.seen) each.tell();
        each.seen = now;
      }
    } catch {
      // The database is away: pages are told when it is back and something happened.
    }
    this.timer = this.watched.size > 0 ? setTimeout(() => void this.look(), EVERY) : undefined;
  }

  private async lengths(files: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ id: string; seq: number }>({
        name: 'record-lengths',
        text: `select id, seq from case_file where id = any($1) union all select id, seq from campaign where id = any($1)
                 union all select id, version from job where id = any($1)`,
        values: [files],
      }),
    );
    return new Map(rows.map(({ id, seq }) => [id, seq]));
  }
}
