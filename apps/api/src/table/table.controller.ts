import { type Answer, type Command, type Platform, actOnCopy, fillTable } from '@fundguard/casework';
import { COPY_ACTS, type CopyActName, type Person, fillPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { asOfQuery } from '../target/target.views.js';
import { TableReader } from './table.reader.js';
import { COPY_ROUTES } from './table.routes.js';
import { copyPage, copyQuery, copyView, tableLine, tableView } from './table.views.js';

const tableParam = z.string().max(60);

/** 统计表 of a campaign, counted from its ledgers. */
@ApiTags('campaign')
@Controller('campaigns/:id')
export class TableController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(TableReader) private readonly tables: TableReader,
  ) {}

  @Get('tables')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(tableLine) }) })
  async list(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return { items: await this.tables.list(me, id) };
  }

  @Get('tables/:table')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: tableView })
  one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('table', { schema: tableParam }) table: string,
    @Query({ schema: asOfQuery }) { asOf }: z.output<typeof asOfQuery>,
  ) {
    return this.tables.table(me, id, table, asOf);
  }

  @Post('table-copies')
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'fillTable' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  fill(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: fillPayload }) payload: z.output<typeof fillPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return fillTable(this.platform, id, payload, command);
  }
}

/** 定稿: tables as they were filled in and signed. */
@ApiTags('campaign')
@Controller('table-copies')
export class TableCopyController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(TableReader) private readonly tables: TableReader,
  ) {}

  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: copyPage })
  async list(@Me() me: Person, @Query({ schema: copyQuery }) query: z.output<typeof copyQuery>) {
    return { items: await this.tables.copies(me, query) };
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: copyView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const copy = await this.tables.copy(me, id);
    void reply.header('etag', `"${copy.version}"`);
    return copy;
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnCopy(this.platform, id, name as CopyActName, payload, command);
  }
}

defineActRoutes(TableCopyController, COPY_ROUTES, COPY_ACTS);
