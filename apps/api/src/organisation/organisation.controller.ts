import { type Person, role } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { page, pageOf, pageQuery } from '../http/page.js';
import { DATABASE } from '../ports.js';

const regionView = z
  .object({ path: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string(), level: z.string() })
  .meta({ id: 'Region' });
const unitView = z
  .object({
    ...{ id: z.uuid(), region: z.string(), name: z.string(), kind: z.string(), type: z.string() },
    code: z.string().nullable().meta({ description: 'Of the insurance, where the base ledger gives it' }),
    level: z.string().nullable().meta({ description: '3, 2, 1 or none' }),
    ownership: z.string().nullable().meta({ description: 'public or private' }),
  })
  .meta({ id: 'Unit' });
const unitQuery = pageQuery.extend({
  kind: z.string().max(40).optional(),
  q: z.string().trim().max(100).optional().meta({ description: 'Part of the name' }),
});
const personView = z
  .object({ id: z.uuid(), name: z.string(), roles: z.array(role), region: z.string() })
  .meta({ id: 'Colleague' });

/** Regions and units of one's own subtree. These two tables carry no row policy, so the filter stands here. */
@ApiTags('organisation')
@Controller()
export class OrganisationController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get('regions')
  @Requires('organisation.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(regionView) }) })
  async regions(@Me() { region }: Person) {
    const items = await this.db.within(region, (tx) =>
      tx.query({
        text: `select path, code, name_zh as "nameZh", name_en as "nameEn", level from region where starts_with(path, $1) order by path`,
        values: [region],
      }),
    );
    return { items };
  }

  /** Colleagues one may name in an act: who they are, without how they sign in. */
  @Get('people')
  @Requires('organisation.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(personView) }) })
  async people(@Me() { region }: Person) {
    const items = await this.db.within(region, (tx) =>
      tx.query({
        text: `select id, name, roles, region from account where starts_with(region, $1) and disabled_at is null order by name`,
        values: [region],
      }),
    );
    return { items };
  }

  @Get('units')
  @Requires('organisation.read')
  @ApiOkResponse({ standardSchema: pageOf(unitView, 'UnitPage') })
  async units(
    @Me() { region }: Person,
    @Query({ schema: unitQuery }) { kind, q, after, limit }: z.infer<typeof unitQuery>,
  ) {
    const rows = await this.db.within(region, (tx) =>
      tx.query<{ id: string }>({
        text: `select id, region, name, kind, type, code, level, ownership from unit
               where starts_with(region, $1) and ($2::text is null or kind = $2) and ($3::uuid is null or id > $3)
                 and ($5::text is null or position($5 in name) > 0) order by id limit $4`,
        values: [region, kind ?? null, after ?? null, limit + 1, q || null],
      }),
    );
    return page(rows, limit, ({ id }) => id);
  }
}
