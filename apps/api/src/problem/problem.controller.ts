import { type Answer, type Command, type Platform, actOnProblem, addToLedger } from '@fundguard/casework';
import { PROBLEM_ACTS, type Person, type ProblemActName, problemPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { ProblemReader } from './problem.reader.js';
import { PROBLEM_ROUTES } from './problem.routes.js';
import { problemPage, problemQuery, problemTally, problemView, tallyQuery } from './problem.views.js';

/** 问题台账: what each unit has to put right, closed line by line. */
@ApiTags('campaign')
@Controller('problems')
export class ProblemController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ProblemReader) private readonly problems: ProblemReader,
  ) {}

  @Post()
  @Requires('problem.enter')
  @ApiOperation({ operationId: 'enterProblem' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  enter(
    @Body({ schema: problemPayload }) payload: z.output<typeof problemPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return addToLedger(this.platform, payload, command);
  }

  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: problemPage })
  list(@Me() me: Person, @Query({ schema: problemQuery }) query: z.output<typeof problemQuery>) {
    return this.problems.list(me, query);
  }

  @Get('tally')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: problemTally })
  tally(@Me() me: Person, @Query({ schema: tallyQuery }) query: z.output<typeof tallyQuery>) {
    return this.problems.tally(me, query);
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: problemView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const problem = await this.problems.one(me, id);
    void reply.header('etag', `"${problem.version}"`);
    return problem;
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnProblem(this.platform, id, name as ProblemActName, payload, command);
  }
}

defineActRoutes(ProblemController, PROBLEM_ROUTES, PROBLEM_ACTS);
