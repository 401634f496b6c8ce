import { type Answer, type Command, type Platform, attachToWork } from '@fundguard/casework';
import type { Person } from '@fundguard/domain';
import type { BlobStore } from '@fundguard/persistence';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { ApiUpload, sendFile, upload } from '../http/upload.js';
import { BLOBS, PLATFORM } from '../ports.js';
import { WorkReader } from './work.reader.js';

/** What is attached to a record of work; whoever may read the record may read it. */
@ApiTags('campaign')
@Controller('work-records/:id/files')
export class WorkFileController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(WorkReader) private readonly works: WorkReader,
  ) {}

  @Post()
  @Requires('work.write')
  @ApiOperation({ operationId: 'attachToWork' })
  @ApiCommand()
  @ApiUpload()
  @ApiCreatedResponse({ standardSchema: answer })
  async attach(
    @Param('id', { schema: idParam }) id: string,
    @TheCommand() command: Command & { actor: Person },
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    await this.works.one(command.actor, id);
    return attachToWork(this.platform, id, await upload(request, this.blobs), command);
  }

  @Get(':file')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'downloadWorkFile' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('file', { schema: idParam }) file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.blobs, await this.works.file(me, id, file));
  }
}
