import { type Answer, type Command, type Platform, actOnObligation, notFound } from '@fundguard/casework';
import { OBLIGATION_ACTS, type ObligationActName, type Person } from '@fundguard/domain';
import { type Database, EVERYWHERE, type LockedObligation, obligationChanges } from '@fundguard/persistence';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { shown } from '../case/case.reader.js';
import { eventView } from '../case/case.views.js';
import { Me, Requires } from '../http/access.js';
import { type ActController, defineActRoutes } from '../http/act-routes.js';
import { idParam, page } from '../http/page.js';
import { DATABASE, PLATFORM } from '../ports.js';
import { unitOf } from './campaign.reader.js';
import { OBLIGATION_ROUTES } from './campaign.routes.js';
import { type Line, SELECT, offered } from './obligation.reader.js';
import { obligationPage, obligationQuery, obligationView } from './campaign.views.js';

const HISTORY = 200;

@ApiTags('campaign')
@Controller('obligations')
export class ObligationController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /** What units owe; a unit contact sees the own unit's. */
  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: obligationPage })
  async list(@Me() me: Person, @Query({ schema: obligationQuery }) query: z.infer<typeof obligationQuery>) {
    const [dueAfter, idAfter] = query.after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Line>({
        text: `${SELECT} where ($1::text is null or o.status = $1) and ($2::uuid is null or o.campaign_id = $2)
                 and ($3::uuid is null or o.unit_id = $3) and ($4::uuid is null or o.unit_id = $4) and ($5::timestamptz is null or o.due_at = $5)
                 and ($6::timestamptz is null or (o.due_at, o.id) > ($6, $7::uuid))
               order by o.due_at, o.id limit $8`,
        values: [
          query.status ?? null,
          query.campaign ?? null,
          query.unit ?? null,
          unitOf(me),
          query.due ?? null,
          dueAfter ?? null,
          idAfter ?? null,
          query.limit + 1,
        ],
      }),
    );
    const now = await this.platform.clock.now();
    const lines = rows.map((row) => offered(row, me, now));
    return page(lines, query.limit, ({ due, id }) => `${due.toISOString()}_${id}`);
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: obligationView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Line>({
        text: `${SELECT} where o.id = $1 and ($2::uuid is null or o.unit_id = $2)`,
        values: [id, unitOf(me)],
      }),
    );
    if (!row) throw notFound('obligation');
    void reply.header('etag', `"${row.version}"`);
    return offered(row, me, await this.platform.clock.now());
  }

  /** What happened to it, oldest first. The campaign may be of a region above: of what concerned others too, only that it was. */
  @Get(':id/events')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(eventView) }) })
  async events(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<Pick<LockedObligation, 'id' | 'campaign'>>({
        text: 'select id, campaign_id as campaign from obligation where id = $1 and ($2::uuid is null or unit_id = $2)',
        values: [id, unitOf(me)],
      }),
    );
    if (!row) throw notFound('obligation');
    const events = await this.db.within(EVERYWHERE, (tx) => obligationChanges(tx, row, HISTORY));
    return {
      items: events.map((event) => ({ ...shown(event), data: event.data['obligation'] === id ? event.data : {} })),
    };
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnObligation(this.platform, id, name as ObligationActName, payload, command);
  }
}

defineActRoutes(ObligationController, OBLIGATION_ROUTES, OBLIGATION_ACTS);
