import {
  type Command,
  type Platform,
  type Reported,
  type ReporterLine,
  addReporterTo,
  openReporter,
  reportersFor,
} from '@fundguard/casework';
import { type NewReporter, type Person, reporterPayload } from '@fundguard/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CaseReader } from '../case/case.reader.js';
import { Me, Requires } from '../http/access.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { type PageQuery, idParam, pageQuery } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { LeadReader } from './lead.reader.js';
import { lookPage, reported, reporterIdentity, reporterLine, reporterReading } from './lead.views.js';

/** 举报人: kept in the vault, shown masked, opened for a reason. */
@ApiTags('lead')
@Controller()
export class ReporterController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(LeadReader) private readonly leads: LeadReader,
  ) {}

  @Post('cases/:id/reporters')
  @Requires('case.intake')
  @ApiOperation({ operationId: 'registerReporter' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: reported })
  register(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: reporterPayload }) reporter: NewReporter,
    @TheCommand() command: Command & { actor: Person },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reported> {
    void reply.header('cache-control', 'no-store');
    return addReporterTo(this.platform, id, reporter, command);
  }

  @Get('cases/:id/reporters')
  @Requires('case.read')
  @ApiOperation({ operationId: 'reportersOfCase' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(reporterLine) }) })
  async list(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<{ items: ReporterLine[] }> {
    return { items: await reportersFor(this.platform, await this.cases.file(me, id), me) };
  }

  /** 查看举报人: each look is on the case's record and in the auditor's list, with its reason. */
  @Post('cases/:id/reporter-reading')
  @HttpCode(200)
  @Requires('reporter.read')
  @ApiOperation({ operationId: 'openReporter' })
  @ApiOkResponse({ standardSchema: reporterIdentity })
  async open(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: reporterReading }) why: z.output<typeof reporterReading>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('cache-control', 'no-store');
    return openReporter(this.platform, id, why, me);
  }

  @Get('reporters/looks')
  @Requires('record.verify')
  @ApiOperation({ operationId: 'reporterLooks' })
  @ApiOkResponse({ standardSchema: lookPage })
  looks(@Me() me: Person, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.leads.looks(me, query);
  }
}
