import { type Person } from '@fundguard/domain';
import { type Database } from '@fundguard/persistence';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CampaignReader } from '../campaign/campaign.reader.js';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { coverageView } from './visit.views.js';

type NotYet = z.infer<typeof coverageView>['notYet'];
const MOST = 1_000;

/** 全覆盖、检查频次 (R-SCOPE-04, 07), counted from finished visits. */
@ApiTags('campaign')
@Controller('campaigns/:id/coverage')
export class CoverageController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  @Get()
  @Requires('visit.oversee')
  @ApiOperation({ operationId: 'campaignCoverage' })
  @ApiOkResponse({ standardSchema: coverageView })
  async coverage(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
  ): Promise<z.infer<typeof coverageView>> {
    await this.campaigns.file(me, id);
    // Where a city's campaign reaches one's county, what the city plans there is not one's to know: its own campaigns only.
    return this.db.within(me.region, async (tx) => {
      const rows = await tx.query<NotYet[number] & { visits: number }>({
        text: `select p.unit_id as unit, u.name, u.region, p.key_target as "keyTarget",
                 count(v.id) filter (where v.campaign_id = $1 and v.status = 'finished')::int as visits,
                 coalesce(bool_or(v.campaign_id = $1 and v.status in ('planned', 'noticed', 'arrived')
                   and (v.noticed_at is not null or exists (select from campaign where id = $1))), false) as "isPlanned",
                 coalesce(bool_or(v.campaign_id <> $1 and v.status = 'finished' and v.day between s.start_on and s.end_on), false) as elsewhere
               from participant p join unit u on u.id = p.unit_id and u.kind in ('institution', 'pharmacy')
                 left join campaign s on s.id = $1 left join visit v on v.unit_id = p.unit_id
               where p.campaign_id = $1 and p.dropped_at is null group by p.unit_id, u.name, u.region, p.key_target
               order by p.key_target is null, u.region, u.name`,
        values: [id],
      });
      const kinds = await tx.query<{ kind: string; count: number }>({
        text: `select kind, count(*)::int as count from visit where campaign_id = $1 and status = 'finished' group by kind order by kind`,
        values: [id],
      });
      const visits = rows.reduce((sum, each) => sum + each.visits, 0);
      const notYet = rows.filter((each) => each.visits === 0).map(({ visits: _visits, ...each }) => each);
      return {
        ...{ institutions: rows.length, inspected: rows.length - notYet.length, visits },
        average: rows.length > 0 ? Math.round((visits * 100) / rows.length) / 100 : 0,
        elsewhere: notYet.filter((each) => each.elsewhere).length,
        planned: notYet.filter((each) => each.isPlanned).length,
        byKind: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
        notYet: notYet.slice(0, MOST),
      };
    });
  }
}
