import { type Answer, type Command, type Platform, actOnSelfCheck, handInSelfCheck } from '@fundguard/casework';
import { type Person, SELF_CHECK_ACTS, type SelfCheckActName, selfCheckPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { writeOfficial } from '@fundguard/documents';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { SelfCheckReader } from './self-check.reader.js';
import { SELF_CHECK_ROUTES } from './self-check.routes.js';
import {
  formQuery,
  selfCheckForm,
  selfCheckPage,
  selfCheckQuery,
  selfCheckTally,
  selfCheckView,
} from './self-check.views.js';

/** 自查自纠: each unit goes through its list, promises, and is judged one by one. */
@ApiTags('campaign')
@Controller('self-checks')
export class SelfCheckController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(SelfCheckReader) private readonly selfChecks: SelfCheckReader,
  ) {}

  @Post()
  @Requires('selfCheck.submit')
  @ApiOperation({ operationId: 'submitSelfCheck' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  submit(
    @Body({ schema: selfCheckPayload }) payload: z.output<typeof selfCheckPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return handInSelfCheck(this.platform, payload, command);
  }

  /** Everybody who owes one, also who has not handed it in. */
  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: selfCheckPage })
  list(@Me() me: Person, @Query({ schema: selfCheckQuery }) query: z.output<typeof selfCheckQuery>) {
    return this.selfChecks.list(me, query);
  }

  @Get('tally')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: selfCheckTally })
  tally(@Me() me: Person, @Query({ schema: formQuery }) { campaign }: z.output<typeof formQuery>) {
    return this.selfChecks.tally(me, campaign);
  }

  /** The list to go through, for the unit itself. */
  @Get('form')
  @Requires('selfCheck.submit')
  @ApiOkResponse({ standardSchema: selfCheckForm })
  form(@Me() me: Person, @Query({ schema: formQuery }) { campaign }: z.output<typeof formQuery>) {
    return this.selfChecks.form(me, campaign);
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: selfCheckView })
  one(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.selfChecks.one(me, id);
  }

  /** 承诺书, to be signed and sealed. */
  @Get(':id/commitment/docx')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'downloadCommitment' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async commitment(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, letter } = await this.selfChecks.letter(me, id);
    await sendDocx(reply, `承诺书-${unit}`, await writeOfficial(letter));
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnSelfCheck(this.platform, id, name as SelfCheckActName, payload, command);
  }
}

defineActRoutes(SelfCheckController, SELF_CHECK_ROUTES, SELF_CHECK_ACTS);
