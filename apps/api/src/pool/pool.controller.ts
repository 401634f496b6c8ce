import { type Answer, type Command, type Platform, actOnMember, addToPool } from '@fundguard/casework';
import { MEMBER_ACTS, type MemberActName, type MemberDetails, type Person, memberPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { PoolReader } from './pool.reader.js';
import { MEMBER_ROUTES } from './pool.routes.js';
import { contractView, memberPage, memberQuery, memberView } from './pool.views.js';

/** 专家库、第三方力量: whom a region may draw into its inspection teams (R-ORG-14, R-ORG-15). */
@ApiTags('inspection')
@Controller('pool-members')
export class PoolController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(PoolReader) private readonly pool: PoolReader,
  ) {}

  @Post()
  @Requires('pool.keep')
  @ApiOperation({ operationId: 'listMember' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  add(
    @Body({ schema: memberPayload }) payload: MemberDetails,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return addToPool(this.platform, payload, command);
  }

  /** The newest first. */
  @Get()
  @Requires('pool.read')
  @ApiOperation({ operationId: 'poolMembers' })
  @ApiOkResponse({ standardSchema: memberPage })
  list(@Me() me: Person, @Query({ schema: memberQuery }) query: z.output<typeof memberQuery>) {
    return this.pool.list(me, query);
  }

  @Get('contracts')
  @Requires('pool.read')
  @ApiOperation({ operationId: 'thirdPartyContracts' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(contractView) }) })
  contracts(@Me() me: Person) {
    return this.pool.contracts(me);
  }

  @Get(':id')
  @Requires('pool.read')
  @ApiOperation({ operationId: 'poolMember' })
  @ApiOkResponse({ standardSchema: memberView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const member = await this.pool.one(me, id);
    void reply.header('etag', `"${member.version}"`);
    return member;
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnMember(this.platform, id, name as MemberActName, payload, command);
  }
}

defineActRoutes(PoolController, MEMBER_ROUTES, MEMBER_ACTS);
