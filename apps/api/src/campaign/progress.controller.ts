import type { Person } from '@fundguard/domain';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { ProgressReader } from './progress.reader.js';
import { chasePage, chaseQuery, progressQuery, progressView } from './progress.views.js';

@ApiTags('campaign')
@Controller('campaigns')
export class ProgressController {
  constructor(@Inject(ProgressReader) private readonly reader: ProgressReader) {}

  /** Every unit and what it owes; a unit contact sees the own unit. */
  @Get(':id/progress')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: progressView })
  progress(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: progressQuery }) query: z.infer<typeof progressQuery>,
  ) {
    return this.reader.progress(me, id, query);
  }

  /** Who was chased, when, by whom, and how far it got. */
  @Get(':id/chases')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: chasePage })
  chases(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: chaseQuery }) query: z.infer<typeof chaseQuery>,
  ) {
    return this.reader.chases(me, id, query);
  }
}
