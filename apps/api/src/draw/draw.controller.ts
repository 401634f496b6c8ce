import { type Answer, type Command, type Platform, actOnDraw, prepareDraw } from '@fundguard/casework';
import { DRAW_ACTS, type DrawActName, type Person, drawPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { DrawReader } from './draw.reader.js';
import { DRAW_ROUTES } from './draw.routes.js';
import { drawFileView, drawLine, drawQuery, drawView, drawnPage, drawnQuery } from './draw.views.js';

/** 双随机抽取: lock the list, draw before a witness, publish; anybody can do it again from the file (docs/draw.md). */
@ApiTags('campaign')
@Controller('draws')
export class DrawController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(DrawReader) private readonly draws: DrawReader,
  ) {}

  @Post()
  @Requires('draw.make')
  @ApiOperation({ operationId: 'commitDraw' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  commit(
    @Body({ schema: drawPayload }) payload: z.output<typeof drawPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return prepareDraw(this.platform, payload, command);
  }

  /** The newest first; before they are published only those who draw, lead or audit see them. */
  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(drawLine) }) })
  list(@Me() me: Person, @Query({ schema: drawQuery }) { campaign }: z.infer<typeof drawQuery>) {
    return this.draws.list(me, campaign);
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: drawView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const draw = await this.draws.one(me, id);
    void reply.header('etag', `"${draw.version}"`);
    return draw;
  }

  @Get(':id/drawn')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: drawnPage })
  drawn(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: drawnQuery }) query: z.infer<typeof drawnQuery>,
  ) {
    return this.draws.drawn(me, id, query);
  }

  /** For `fundguard verify draw`, or for anybody who would rather write it themselves. */
  @Get(':id/file')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: drawFileView })
  async file(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const file = await this.draws.file(me, id);
    void reply.header('content-disposition', `attachment; filename="draw-${id}.json"`);
    return file;
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnDraw(this.platform, id, name as DrawActName, payload, command);
  }
}

defineActRoutes(DrawController, DRAW_ROUTES, DRAW_ACTS);
