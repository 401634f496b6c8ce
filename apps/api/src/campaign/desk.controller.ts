import { type Clock, OBLIGATION_STATUSES, type Person } from '@fundguard/domain';
import { type Database } from '@fundguard/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { page, pageQuery } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { obligationPage, obligationView } from './campaign.views.js';
import { type Line, SELECT, offered } from './obligation.reader.js';

const previous = z.object({
  period: z.string(),
  content: z.string(),
  figures: z.record(z.string(), z.string()),
  zero: z.boolean(),
  submittedAt: z.string(),
});
const duty = obligationView
  .extend({ previous: previous.nullable().meta({ description: 'What was last reported of the same thing' }) })
  .meta({ id: 'Duty' });

const OWED = ['open', 'returned', 'overdue'];
const MOST = 200;
const reportQuery = pageQuery.extend({
  status: z.enum(OBLIGATION_STATUSES).exclude(['open', 'returned', 'overdue']).optional(),
  campaign: z.uuid().optional(),
});

/** A unit's own desk: what it owes now, and what it reported. */
@ApiTags('campaign')
@Controller('desk')
export class DeskController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get('duties')
  @Requires('obligation.submit')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(duty) }) })
  async duties(@Me() me: Person) {
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Line>({
        text: `select owed.*, last.previous
               from (${SELECT} where o.unit_id = $1 and o.status = any($2) order by o.due_at, o.id limit $3) owed
               left join lateral (
                 select jsonb_build_object('period', b.period, 'content', coalesce(b.report ->> 'content', ''),
                   'figures', coalesce(b.report -> 'figures', '{}'), 'zero', b.zero, 'submittedAt', b.submitted_at) as previous
                 from obligation b
                 where b.unit_id = owed.unit and b.campaign_id = owed.campaign and b.source = owed.source
                   and b.due_at < owed.due and b.report is not null
                 order by b.due_at desc limit 1
               ) last on true
               order by owed.due, owed.id`,
        values: [me.unit ?? null, OWED, MOST],
      }),
    );
    const now = await this.clock.now();
    return { items: rows.map((row) => offered(row, me, now)) };
  }

  @Get('reports')
  @Requires('obligation.submit')
  @ApiOkResponse({ standardSchema: obligationPage })
  async reports(
    @Me() me: Person,
    @Query({ schema: reportQuery }) { status, campaign, after, limit }: z.infer<typeof reportQuery>,
  ) {
    const [dueBefore, idBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Line>({
        text: `${SELECT} where o.unit_id = $1 and o.status <> all($2) and ($3::text is null or o.status = $3)
                 and ($4::uuid is null or o.campaign_id = $4) and ($5::timestamptz is null or (o.due_at, o.id) < ($5, $6::uuid))
               order by o.due_at desc, o.id desc limit $7`,
        values: [
          me.unit ?? null,
          OWED,
          status ?? null,
          campaign ?? null,
          dueBefore ?? null,
          idBefore ?? null,
          limit + 1,
        ],
      }),
    );
    const now = await this.clock.now();
    const lines = rows.map((row) => offered(row, me, now));
    return page(lines, limit, ({ due, id }) => `${due.toISOString()}_${id}`);
  }
}
