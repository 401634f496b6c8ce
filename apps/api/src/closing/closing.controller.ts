import { type Answer, type Command, type Platform, makeSummary } from '@fundguard/casework';
import { type Narrative, type Person, narrative } from '@fundguard/domain';
import type { BlobStore } from '@fundguard/persistence';
import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { BLOBS, PLATFORM } from '../ports.js';
import { ClosingReader } from './closing.reader.js';
import { closingView } from './closing.views.js';

/** 收尾与总结: what is missing, and the summary made of the records. */
@ApiTags('campaign')
@Controller('campaigns/:id')
export class ClosingController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(ClosingReader) private readonly reader: ClosingReader,
  ) {}

  @Get('closing')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: closingView })
  closing(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.reader.closing(me, id);
  }

  /** Makes the .docx of the figures as they stand, with what people wrote; its hash goes on the record. */
  @Post('summaries')
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'makeSummary' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  make(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: narrative }) told: Narrative,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return makeSummary(this.platform, this.blobs, id, told, command);
  }

  @Get('summaries/:summary/docx')
  @Requires('case.read')
  @ApiOperation({ operationId: 'downloadSummary' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async docx(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('summary', { schema: idParam }) summary: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, sha256 } = await this.reader.summary(me, id, summary);
    await sendDocx(reply.header('x-sha256', sha256), name, this.blobs.get(sha256));
  }
}
