import { CAMPAIGN_STATUSES, type Person, givenDay, regionPath } from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { DATABASE } from '../ports.js';

const overlapQuery = z.object({
  region: regionPath,
  from: givenDay,
  to: givenDay,
});
const overlap = z
  .object({
    campaign: z.uuid(),
    name: z.string(),
    status: z.enum(CAMPAIGN_STATUSES),
    start: z.string(),
    end: z.string(),
    units: z.array(z.uuid()).meta({ description: 'Units of the region that take part in it' }),
  })
  .meta({ id: 'Overlap' });

/** 多项行动并行: which units other campaigns keep busy at the same time, for whoever plans another (R-CAMP-37). */
@ApiTags('campaign')
@Controller('campaign-overlaps')
export class OverlapController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'campaignOverlaps' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(overlap) }) })
  async overlaps(
    @Me() me: Person,
    @Query({ schema: overlapQuery }) { region, from, to }: z.infer<typeof overlapQuery>,
  ) {
    const items = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<z.infer<typeof overlap>>({
        text: `select c.id as campaign, c.name, c.status, c.start_on::text as start, c.end_on::text as end,
                 array_agg(p.unit_id order by p.unit_id) as units
               from campaign c join participant p on p.campaign_id = c.id and p.dropped_at is null
               where starts_with(p.region, $1) and starts_with(p.region, $2)
                 and c.status in ('draft', 'approved', 'running', 'paused') and c.start_on <= $4 and c.end_on >= $3
               group by c.id order by c.start_on, c.id`,
        values: [me.region, region, from, to],
      }),
    );
    return { items };
  }
}
