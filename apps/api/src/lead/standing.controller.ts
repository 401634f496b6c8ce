import { type Platform, standingByCode } from '@fundguard/casework';
import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Public } from '../http/access.js';
import { PLATFORM } from '../ports.js';
import { standingQuery, standingView } from './lead.views.js';

/** 举报进度查询 by whoever brings a code. */
@ApiTags('lead')
@Controller('reports')
export class StandingController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Public: whoever reported without a name has no account, only the code. A body, so that the code is in no address and no log. */
  @Post('standing')
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: { max: 20, timeWindow: '1 minute', hook: 'preHandler' } })
  @ApiOperation({ operationId: 'reportStanding' })
  @ApiOkResponse({ standardSchema: standingView })
  ask(
    @Body({ schema: standingQuery }) { code }: z.output<typeof standingQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('cache-control', 'no-store');
    return standingByCode(this.platform, code);
  }
}
