import type { Person } from '@fundguard/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { planUnit, rehearsalQuery, rehearsalView } from './plan.views.js';
import { RehearsalReader } from './rehearsal.reader.js';

const unitsQuery = rehearsalQuery.pick({ region: true });
const rehearsalScope = rehearsalQuery
  .extend({ units: z.array(z.uuid()).min(1).max(5_000).meta({ description: 'Only these units' }) })
  .strict()
  .meta({ id: 'RehearsalScope' });

/** A plan tried before it is drafted. Nothing is written. */
@ApiTags('rulebook')
@Controller('plans/:plan')
export class RehearsalController {
  constructor(
    @Inject(PlanCatalogue) private readonly plans: PlanCatalogue,
    @Inject(RehearsalReader) private readonly rehearsals: RehearsalReader,
  ) {}

  /** Everything that fires when the campaign runs, for every unit of the region the plan takes in. */
  @Get('rehearsal')
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'rehearsePlan' })
  @ApiOkResponse({ standardSchema: rehearsalView })
  async rehearse(
    @Me() me: Person,
    @Param('plan') plan: string,
    @Query({ schema: rehearsalQuery }) query: z.infer<typeof rehearsalQuery>,
  ) {
    return this.rehearsals.rehearse(me, await this.plans.byId(me, plan), query, undefined);
  }

  /** The same for chosen units: thousands of them do not fit into an address. */
  @Post('rehearsal')
  @HttpCode(200)
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'rehearsePlanForUnits' })
  @ApiOkResponse({ standardSchema: rehearsalView })
  async rehearseFor(
    @Me() me: Person,
    @Param('plan') plan: string,
    @Body({ schema: rehearsalScope }) { units, ...scope }: z.infer<typeof rehearsalScope>,
  ) {
    return this.rehearsals.rehearse(me, await this.plans.byId(me, plan), scope, units);
  }

  @Get('units')
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'unitsForPlan' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(planUnit) }) })
  async units(
    @Me() me: Person,
    @Param('plan') plan: string,
    @Query({ schema: unitsQuery }) { region }: z.infer<typeof unitsQuery>,
  ) {
    return { items: await this.rehearsals.units(me, await this.plans.byId(me, plan), region) };
  }
}
