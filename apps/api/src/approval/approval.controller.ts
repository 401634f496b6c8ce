import type { Person } from '@fundguard/domain';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { ApprovalReader } from './approval.reader.js';
import { approvalPage, approvalQuery } from './approval.views.js';

/** What waits for a leader or a reviewer. It is decided by the acts of the case or campaign itself. */
@ApiTags('approval')
@Controller('approvals')
export class ApprovalController {
  constructor(@Inject(ApprovalReader) private readonly approvals: ApprovalReader) {}

  @Get()
  @Requires('approval.read')
  @ApiOkResponse({ standardSchema: approvalPage })
  list(@Me() me: Person, @Query({ schema: approvalQuery }) query: z.infer<typeof approvalQuery>) {
    return this.approvals.waitingFor(me, query);
  }
}
