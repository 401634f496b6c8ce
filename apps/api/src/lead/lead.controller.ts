import { type Command, type Platform, type Reported, takeReport } from '@fundguard/casework';
import type { Person } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { PLATFORM } from '../ports.js';
import { LeadReader } from './lead.reader.js';
import {
  assignedPage,
  assignedQuery,
  leadPage,
  leadQuery,
  report,
  reported,
  similarLead,
  similarQuery,
} from './lead.views.js';

/** 线索台: what came in and waits for verification. A lead is a case in its first stage, and acted on as one. */
@ApiTags('lead')
@Controller('leads')
export class LeadController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LeadReader) private readonly leads: LeadReader,
  ) {}

  /** 接报: the lead, and whoever reported it into the vault. */
  @Post()
  @Requires('case.intake')
  @ApiOperation({ operationId: 'takeReport' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: reported })
  take(
    @Body({ schema: report }) body: z.output<typeof report>,
    @TheCommand() command: Command & { actor: Person },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reported> {
    void reply.header('cache-control', 'no-store');
    return takeReport(this.platform, body, command);
  }

  @Get()
  @Requires('lead.sort')
  @ApiOperation({ operationId: 'leadQueue' })
  @ApiOkResponse({ standardSchema: leadPage })
  queue(@Me() me: Person, @Query({ schema: leadQuery }) query: z.output<typeof leadQuery>) {
    return this.leads.queue(me, query);
  }

  @Get('similar')
  @Requires('lead.sort')
  @ApiOperation({ operationId: 'similarLeads' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(similarLead) }) })
  async similar(@Me() me: Person, @Query({ schema: similarQuery }) query: z.output<typeof similarQuery>) {
    return { items: await this.leads.similar(me, query) };
  }

  @Get('assigned')
  @Requires('case.read')
  @ApiOperation({ operationId: 'assignedLeads' })
  @ApiOkResponse({ standardSchema: assignedPage })
  assigned(@Me() me: Person, @Query({ schema: assignedQuery }) query: z.output<typeof assignedQuery>) {
    return this.leads.assigned(me, query);
  }
}
