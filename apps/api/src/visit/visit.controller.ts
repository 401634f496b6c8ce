import {
  type Answer,
  type Command,
  type Platform,
  actOnVisit,
  findingAsLead,
  findingAsProblem,
  planVisits,
  recordInVisit,
} from '@fundguard/casework';
import {
  type EntryContent,
  type Person,
  VISIT_ACTS,
  type VisitActName,
  type VisitPlan,
  checklist,
  entryPayload,
  findingToLead,
  findingToLedger,
  visitPlan,
} from '@fundguard/domain';
import type { Rulebook } from '@fundguard/rulebook';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM, RULEBOOK } from '../ports.js';
import { VisitReader } from './visit.reader.js';
import { VISIT_ROUTES } from './visit.routes.js';
import { lookView, overlapQuery, visitOverlap, visitPage, visitQuery, visitView } from './visit.views.js';

type ByPerson = Command & { actor: Person };

/** 现场检查: planned, made known, carried out line by line, signed; what is found becomes a problem or a lead. */
@ApiTags('inspection')
@Controller('visits')
export class VisitController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(RULEBOOK) private readonly rulebook: Rulebook,
    @Inject(VisitReader) private readonly visits: VisitReader,
  ) {}

  @Post()
  @Requires('visit.plan')
  @ApiOperation({ operationId: 'planVisits' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  plan(@Body({ schema: visitPlan }) payload: VisitPlan, @TheCommand() command: ByPerson): Promise<Answer> {
    return planVisits(this.platform, payload, command);
  }

  /** By day. A unit's are there once it was told of them. */
  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: visitPage })
  list(@Me() me: Person, @Query({ schema: visitQuery }) query: z.output<typeof visitQuery>) {
    return this.visits.list(me, query);
  }

  @Get('overlaps')
  @Requires('visit.plan')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(visitOverlap) }) })
  overlaps(@Me() me: Person, @Query({ schema: overlapQuery }) query: z.output<typeof overlapQuery>) {
    return this.visits.overlaps(me, query);
  }

  @Get('checklists')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(checklist) }) })
  checklists() {
    return { items: this.rulebook.checklists };
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: visitView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const visit = await this.visits.one(me, id);
    void reply.header('etag', `"${visit.version}"`).header('cache-control', 'no-store');
    return visit;
  }

  @Get(':id/looks')
  @Requires('record.verify')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(lookView) }) })
  looks(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.visits.looks(me, id);
  }

  /** An answer, a photo, a signature, an inquiry: its idempotency key is its id, so a phone may send it as often as it likes. */
  @Post(':id/entries')
  @Requires('visit.inspect')
  @ApiOperation({ operationId: 'recordInVisit' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  enter(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: entryPayload }) content: EntryContent,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return recordInVisit(this.platform, id, content, command);
  }

  @Post(':id/problems')
  @Requires('problem.enter')
  @ApiOperation({ operationId: 'findingAsProblem' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  problem(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: findingToLedger }) given: z.output<typeof findingToLedger>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return findingAsProblem(this.platform, id, given, command);
  }

  @Post(':id/leads')
  @Requires('case.intake')
  @ApiOperation({ operationId: 'findingAsLead' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  lead(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: findingToLead }) given: z.output<typeof findingToLead>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return findingAsLead(this.platform, id, given, command);
  }

  act(id: string, name: string, payload: unknown, command: ByPerson): Promise<Answer> {
    return actOnVisit(this.platform, id, name as VisitActName, payload, command);
  }
}

defineActRoutes(VisitController, VISIT_ROUTES, VISIT_ACTS);
