import { type Answer, type Command, type Platform, actOnTypical, writeTypical } from '@fundguard/casework';
import { writeOfficial } from '@fundguard/documents';
import {
  type Clock,
  type Person,
  TYPICAL_ACTS,
  type TypicalActName,
  chineseDay,
  day,
  dayOf,
  typicalPayload,
} from '@fundguard/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { CLOCK_PORT, PLATFORM } from '../ports.js';
import { TypicalReader } from './typical.reader.js';
import { TYPICAL_ROUTES } from './typical.routes.js';
import {
  typicalCheck,
  typicalChecked,
  typicalPage,
  typicalQuery,
  typicalTally,
  typicalTallyQuery,
  typicalView,
} from './typical.views.js';

/** 典型案例: what the public may read of a case, approved by another, and withdrawn when the decision no longer stands. */
@ApiTags('publicity')
@Controller('typical-cases')
export class TypicalController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(TypicalReader) private readonly typicals: TypicalReader,
  ) {}

  @Post()
  @Requires('publicity.write')
  @ApiOperation({ operationId: 'draftTypical' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  draft(
    @Body({ schema: typicalPayload }) payload: z.output<typeof typicalPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return writeTypical(this.platform, payload, command);
  }

  /** What the file gives to be told, with its marks; and the marks of a text somebody is writing. Nothing is kept. */
  @Post('check')
  @HttpCode(200)
  @Requires('publicity.write')
  @ApiOperation({ operationId: 'checkTypical' })
  @ApiOkResponse({ standardSchema: typicalChecked })
  check(@Me() me: Person, @Body({ schema: typicalCheck }) text: z.output<typeof typicalCheck>) {
    return this.typicals.check(me, text);
  }

  @Get()
  @Requires('publicity.read')
  @ApiOkResponse({ standardSchema: typicalPage })
  list(@Me() me: Person, @Query({ schema: typicalQuery }) query: z.output<typeof typicalQuery>) {
    return this.typicals.list(me, query);
  }

  @Get('tally')
  @Requires('publicity.read')
  @ApiOkResponse({ standardSchema: typicalTally })
  tally(@Me() me: Person, @Query({ schema: typicalTallyQuery }) { campaign }: z.output<typeof typicalTallyQuery>) {
    return this.typicals.tally(me, campaign);
  }

  @Get(':id')
  @Requires('publicity.read')
  @ApiOkResponse({ standardSchema: typicalView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const typical = await this.typicals.one(me, id);
    void reply.header('etag', `"${typical.version}"`);
    return typical;
  }

  @Get(':id/docx')
  @Requires('publicity.read')
  @ApiOperation({ operationId: 'downloadTypical' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async docx(@Me() me: Person, @Param('id', { schema: idParam }) id: string, @Res() reply: FastifyReply) {
    const { title, text, bureau, publications } = await this.typicals.approved(me, id);
    const on = day(publications[0]?.on ?? dayOf(await this.clock.now()));
    const paper = { title, paragraphs: text.split('\n'), signature: bureau, date: chineseDay(on) };
    await sendDocx(reply, title, await writeOfficial(paper));
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnTypical(this.platform, id, name as TypicalActName, payload, command);
  }
}

defineActRoutes(TypicalController, TYPICAL_ROUTES, TYPICAL_ACTS);
