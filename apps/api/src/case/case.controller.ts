import { type Answer, type Command, type Platform, actOnCase, openCase, readIdentity } from '@fundguard/casework';
import { CASE_ACTS, type CaseActName, type Person, leadPayload, reason } from '@fundguard/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { CaseReader } from './case.reader.js';
import { CASE_ROUTES } from './case.routes.js';
import { casePage, caseQuery, caseView, eventPage, eventQuery } from './case.views.js';
import { FunnelReader, funnelQuery, funnelView } from './funnel.reader.js';

const identityReading = z.strictObject({ reason }).meta({ id: 'IdentityReading' });

@ApiTags('case')
@Controller('cases')
export class CaseController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(FunnelReader) private readonly funnels: FunnelReader,
  ) {}

  @Post()
  @Requires('case.intake')
  @ApiOperation({ operationId: 'openLead' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  open(
    @Body({ schema: leadPayload }) lead: z.output<typeof leadPayload>,
    @TheCommand() command: Command,
  ): Promise<Answer> {
    return openCase(this.platform, lead, command);
  }

  @Get()
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: casePage })
  list(@Me() me: Person, @Query({ schema: caseQuery }) query: z.infer<typeof caseQuery>) {
    return this.cases.list(me, query);
  }

  /** How far the cases of the region come, or those of one campaign, and how long each step takes. */
  @Get('funnel')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: funnelView })
  funnel(@Me() me: Person, @Query({ schema: funnelQuery }) query: z.infer<typeof funnelQuery>) {
    return this.funnels.funnel(me, query);
  }

  @Get(':id')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: caseView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const file = await this.cases.one(me, id);
    void reply.header('etag', `"${file.version}"`);
    return file;
  }

  @Get(':id/events')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: eventPage })
  events(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: eventQuery }) query: z.infer<typeof eventQuery>,
  ) {
    return this.cases.events(me, id, query.after, query.limit);
  }

  /** 查看身份证号: each look is on the record, with its reason. */
  @Post(':id/identity-reading')
  @HttpCode(200)
  @Requires('identity.read')
  @ApiOperation({ operationId: 'readIdentity' })
  @ApiOkResponse({ standardSchema: z.object({ idNumber: z.string() }) })
  async identity(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: identityReading }) why: z.infer<typeof identityReading>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('cache-control', 'no-store');
    return { idNumber: await readIdentity(this.platform, id, why, me) };
  }

  act(id: string, name: string, payload: unknown, command: Command): Promise<Answer> {
    return actOnCase(this.platform, id, name as CaseActName, payload, command);
  }
}

defineActRoutes(CaseController, CASE_ROUTES, CASE_ACTS);
