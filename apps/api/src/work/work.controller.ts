import {
  type Answer,
  type Command,
  type Platform,
  actOnWork,
  confirmReceipt,
  enterWork,
  noteReached,
  scheduleWork,
  takeBackReached,
} from '@fundguard/casework';
import {
  type Person,
  WORK_ACTS,
  type WorkActName,
  reachPayload,
  unreachPayload,
  workPayload,
  workPlanPayload,
} from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { WorkReader } from './work.reader.js';
import { WORK_ROUTES } from './work.routes.js';
import { formQuery, reachPage, reachQuery, workForm, workPage, workQuery, workView } from './work.views.js';

type ByPerson = Command & { actor: Person };

/** 工作纪实: meetings, joint work, supervision, publicity and briefings of a campaign, planned and held. */
@ApiTags('campaign')
@Controller('work-records')
export class WorkController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(WorkReader) private readonly works: WorkReader,
  ) {}

  @Post()
  @Requires('work.write')
  @ApiOperation({ operationId: 'recordWork' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  record(
    @Body({ schema: workPayload }) payload: z.output<typeof workPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return enterWork(this.platform, payload, command);
  }

  @Post('plans')
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'planWork' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  plan(
    @Body({ schema: workPlanPayload }) payload: z.output<typeof workPlanPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return scheduleWork(this.platform, payload, command);
  }

  /** The newest first, by the day it was held or is planned for. */
  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: workPage })
  list(@Me() me: Person, @Query({ schema: workQuery }) query: z.output<typeof workQuery>) {
    return this.works.list(me, query);
  }

  @Get('form')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'workForm' })
  @ApiOkResponse({ standardSchema: workForm })
  form(@Me() me: Person, @Query({ schema: formQuery }) { campaign }: z.output<typeof formQuery>) {
    return this.works.form(me, campaign);
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: workView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const record = await this.works.one(me, id);
    void reply.header('etag', `"${record.version}"`);
    return record;
  }

  @Get(':id/units')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'briefedUnits' })
  @ApiOkResponse({ standardSchema: reachPage })
  units(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: reachQuery }) query: z.output<typeof reachQuery>,
  ) {
    return this.works.units(me, id, query);
  }

  /** 登记送达: a unit it had reached before stays as it was. */
  @Post(':id/reaches')
  @Requires('work.write')
  @ApiOperation({ operationId: 'reachUnits' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  reach(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: reachPayload }) payload: z.output<typeof reachPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return noteReached(this.platform, id, payload, command);
  }

  @Post(':id/reach-withdrawals')
  @Requires('work.write')
  @ApiOperation({ operationId: 'withdrawReach' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  unreach(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: unreachPayload }) payload: z.output<typeof unreachPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return takeBackReached(this.platform, id, payload, command);
  }

  /** 回执, by the unit itself. */
  @Post(':id/receipt')
  @Requires('work.confirm')
  @ApiOperation({ operationId: 'confirmBriefing' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  confirm(@Param('id', { schema: idParam }) id: string, @TheCommand() command: ByPerson): Promise<Answer> {
    return confirmReceipt(this.platform, id, command);
  }

  act(id: string, name: string, payload: unknown, command: ByPerson): Promise<Answer> {
    return actOnWork(this.platform, id, name as WorkActName, payload, command);
  }
}

defineActRoutes(WorkController, WORK_ROUTES, WORK_ACTS);
