import type { Person } from '@fundguard/domain';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { rollUpQuery, rollUpView } from './report.views.js';
import { RollUpReader } from './roll-up.reader.js';

/** 逐级汇总 of what units reported. */
@ApiTags('campaign')
@Controller('campaigns')
export class RollUpController {
  constructor(@Inject(RollUpReader) private readonly reader: RollUpReader) {}

  /** The sums of a report's figures by region, how many reported of how many owe, and who is missing. */
  @Get(':id/roll-up')
  @Requires('report.roll-up')
  @ApiOkResponse({ standardSchema: rollUpView })
  rollUp(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: rollUpQuery }) query: z.output<typeof rollUpQuery>,
  ) {
    return this.reader.rollUp(me, id, query);
  }
}
