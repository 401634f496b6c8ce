import { type Answer, type Command, type Platform, actOnBlock, proposeBlockOf } from '@fundguard/casework';
import { BLOCK_ACTS, type BlockActName, type BlockDetails, type Person, blockPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { BlockReader } from './block.reader.js';
import { BLOCK_ROUTES } from './credit.routes.js';
import { blockPage, blockQuery, blockView, blockedUnit } from './credit.views.js';

/** 暂停、解除协议与恢复; 暂停、终止支付资格 (R-MEAS-03, R-MEAS-17, R-MEAS-19). */
@ApiTags('credit')
@Controller('blocks')
export class BlockController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BlockReader) private readonly blocks: BlockReader,
  ) {}

  @Post()
  @Requires('block.propose')
  @ApiOperation({ operationId: 'proposeBlock' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  propose(
    @Body({ schema: blockPayload }) payload: BlockDetails,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return proposeBlockOf(this.platform, payload, command);
  }

  /** The newest first. */
  @Get()
  @Requires('block.read')
  @ApiOperation({ operationId: 'blocks' })
  @ApiOkResponse({ standardSchema: blockPage })
  list(@Me() me: Person, @Query({ schema: blockQuery }) query: z.output<typeof blockQuery>) {
    return this.blocks.list(me, query);
  }

  /** Units that are blocked today: what new work thinks twice about. */
  @Get('units')
  @Requires('block.read')
  @ApiOperation({ operationId: 'blockedUnits' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(blockedUnit) }) })
  async units(@Me() me: Person) {
    return { items: await this.blocks.units(me) };
  }

  @Get(':id')
  @Requires('block.read')
  @ApiOperation({ operationId: 'block' })
  @ApiOkResponse({ standardSchema: blockView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.blocks.one(me, id);
    void reply.header('etag', `"${found.version}"`);
    return found;
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnBlock(this.platform, id, name as BlockActName, payload, command);
  }
}

defineActRoutes(BlockController, BLOCK_ROUTES, BLOCK_ACTS);
