import { closingChecklist, closingFigures, notFound } from '@fundguard/casework';
import { type CampaignFile, type Clock, type Person, closingReport, dayOf, missingOf } from '@fundguard/domain';
import { type Database, EVERYWHERE, type StoredCalendars, summariesOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, CLOCK_PORT, DATABASE } from '../ports.js';

/** 收尾: what a campaign of one's own region still misses, and what its summary would say. */
@Injectable()
export class ClosingReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(CALENDARS) private readonly calendars: StoredCalendars,
  ) {}

  async closing(me: Person, id: string) {
    const file = await this.own(me, id);
    const [calendar, now] = [await this.calendars.current(), await this.clock.now()];
    // Rows of the regions below are counted too; the campaign itself was looked for in one's own.
    return this.db.within(EVERYWHERE, async (tx) => {
      const items = await closingChecklist(tx, id);
      const figures = await closingFigures(tx, file, calendar);
      const { title, blocks } = closingReport(figures, file.summary ? { overview: file.summary } : {}, dayOf(now));
      return {
        items,
        missing: missingOf(items).filter(({ required }) => required).length,
        summary: file.summary ?? null,
        report: { title, blocks },
        summaries: (await summariesOf(tx, id)).map((each) => ({ ...each, madeAt: each.madeAt.toISOString() })),
      };
    });
  }

  async summary(me: Person, id: string, summary: string) {
    await this.own(me, id);
    const all = await this.db.within(me.region, (tx) => summariesOf(tx, id));
    const found = all.find((each) => each.id === summary);
    if (!found) throw notFound('summary');
    return found;
  }

  private async own(me: Person, id: string): Promise<CampaignFile> {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<{ state: CampaignFile }>({ text: 'select state from campaign where id = $1', values: [id] }),
    );
    if (!row) throw notFound('campaign');
    return row.state;
  }
}
