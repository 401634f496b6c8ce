import { type Answer, type Command, type Platform, actOnRule, writeRule } from '@fundguard/casework';
import { type Person, RULE_ACTS, type RuleActName, rulePayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { RuleReader } from './rule.reader.js';
import { RULE_ROUTES } from './rule.routes.js';
import { rulePage, ruleQuery, ruleView } from './rule.views.js';

/** 长效制度: what a campaign leaves behind, approved by another, carried by the campaigns after it. */
@ApiTags('rule')
@Controller('standing-rules')
export class RuleController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(RuleReader) private readonly rules: RuleReader,
  ) {}

  @Post()
  @Requires('rule.write')
  @ApiOperation({ operationId: 'draftRule' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  draft(
    @Body({ schema: rulePayload }) payload: z.output<typeof rulePayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return writeRule(this.platform, payload, command);
  }

  @Get()
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: rulePage })
  list(@Me() me: Person, @Query({ schema: ruleQuery }) query: z.output<typeof ruleQuery>) {
    return this.rules.list(me, query);
  }

  @Get(':id')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: ruleView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const rule = await this.rules.one(me, id);
    void reply.header('etag', `"${rule.version}"`);
    return rule;
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnRule(this.platform, id, name as RuleActName, payload, command);
  }
}

defineActRoutes(RuleController, RULE_ROUTES, RULE_ACTS);
