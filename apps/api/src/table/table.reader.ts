import { type Platform, copyHash, notFound, openTable, tableOf, tablesFor } from '@fundguard/casework';
import {
  COPY_ACTS,
  type CampaignFile,
  type ComputedTable,
  type CopyStatus,
  type Person,
  differences,
  holds,
  within,
} from '@fundguard/domain';
import { type Database, EVERYWHERE, figuresOf } from '@fundguard/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { unitOf } from '../campaign/campaign.reader.js';
import { offersFor } from '../http/offers.js';
import { DATABASE, PLATFORM } from '../ports.js';
import { TargetReader } from '../target/target.reader.js';
import { COPY_ROUTES } from './table.routes.js';

export interface Line {
  readonly id: string;
  readonly campaign: string;
  readonly table: string;
  readonly asOf: string;
  readonly status: CopyStatus;
  readonly version: number;
  readonly sha256: string;
  readonly filledBy: string;
  readonly filledAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
}

const LINE = `select t.id, t.campaign_id as campaign, t.table_id as "table", t.as_of as "asOf", t.status, t.version, t.sha256,
  f.name as "filledBy", t.filled_at as "filledAt", d.name as "decidedBy", t.decided_at as "decidedAt", t.note`;
const FROM = 'from table_copy t join account f on f.id = t.filled_by left join account d on d.id = t.decided_by';

/** 统计表 of a campaign as they stand, and as they were signed off. */
@Injectable()
export class TableReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(TargetReader) private readonly targets: TargetReader,
  ) {}

  async list(me: Person, campaign: string) {
    const { plan } = await this.targets.led(me, campaign);
    const counts = await this.db.within(me.region, (tx) =>
      tx.query<{ table: string; count: number }>({
        text: 'select table_id as "table", count(*) as count from table_copy where campaign_id = $1 group by 1',
        values: [campaign],
      }),
    );
    return tablesFor(this.platform.rules, plan).map(({ id, version, title, plans, source, certainty, notes }) => ({
      ...{ id, version, title, ofPlan: plans !== undefined, source, certainty, notes },
      copies: counts.find(({ table }) => table === id)?.count ?? 0,
    }));
  }

  async table(me: Person, campaign: string, id: string, on: string | undefined) {
    const file = await this.targets.led(me, campaign);
    const { source, certainty, notes, rows } = tableOf(this.platform.rules, id, file.plan);
    return {
      ...(await this.computed(me, file, id, on)),
      ...{ source, certainty, notes, records: 'each' in rows && rows.each === 'record' },
      mayFill:
        holds(me.roles, 'campaign.coordinate') &&
        within(file.region, me.region) &&
        ['running', 'summingUp'].includes(file.status),
    };
  }

  private async computed(
    { region }: Person,
    file: CampaignFile,
    id: string,
    on: string | undefined,
  ): Promise<ComputedTable> {
    const asOf = await this.targets.instantOf(on);
    const figures = await this.db.within(region, (tx) => figuresOf(tx, file.id));
    const of = { campaign: file.id, campaignRegion: file.region, region };
    const table = tableOf(this.platform.rules, id, file.plan);
    // The campaign may be run from above, and its record with it: rows are chosen by the region they lie in.
    return this.db.within(EVERYWHERE, (tx) => openTable(tx, table, of, { asOf, isNow: on === undefined }, figures));
  }

  /** The newest first. */
  async copies(me: Person, { campaign, table }: { campaign: string; table?: string | undefined }): Promise<Line[]> {
    await this.targets.led(me, campaign);
    return this.db.within(me.region, (tx) =>
      tx.query<Line>({
        text: `${LINE} ${FROM} where t.campaign_id = $1 and ($2::text is null or t.table_id = $2) order by t.filled_at desc, t.id`,
        values: [campaign, table ?? null],
      }),
    );
  }

  async copy(me: Person, id: string) {
    if (unitOf(me)) throw notFound('table');
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Line & { content: ComputedTable }>({ text: `${LINE}, t.content ${FROM} where t.id = $1`, values: [id] }),
    );
    if (!row) throw notFound('table');
    const file = await this.targets.led(me, row.campaign);
    const isKnown = tablesFor(this.platform.rules, file.plan).some((each) => each.id === row.table);
    // Counted for the same region as the copy, whoever reads it.
    const now = isKnown ? await this.computed({ ...me, region: file.region }, file, row.table, undefined) : undefined;
    return {
      ...row,
      intact: copyHash(row.content) === row.sha256,
      differences: now ? differences(row.content, now) : [],
      acts: offersFor(COPY_ROUTES, COPY_ACTS, row, me),
    };
  }
}
