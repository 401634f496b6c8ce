import { type Answer, type Command, type Platform, actOnCase, notFound } from '@fundguard/casework';
import { type Person, exhibit } from '@fundguard/domain';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { ApiUpload, sendFile, upload } from '../http/upload.js';
import { BLOBS, PLATFORM } from '../ports.js';
import type { BlobStore } from '@fundguard/persistence';
import { CaseReader } from './case.reader.js';

const evidenceQuery = z.object({ kind: exhibit.shape.kind.meta({ description: 'Kind of evidence (行政处罚法 46)' }) });

@ApiTags('case')
@Controller('cases/:id/evidence')
export class EvidenceController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(CaseReader) private readonly cases: CaseReader,
  ) {}

  @Post()
  @Requires('case.handle')
  @ApiOperation({ operationId: 'addEvidence' })
  @ApiCommand()
  @ApiUpload()
  @ApiCreatedResponse({ standardSchema: answer })
  async add(
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: evidenceQuery }) { kind }: z.infer<typeof evidenceQuery>,
    @TheCommand() command: Command & { actor: Person },
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    await this.cases.file(command.actor, id);
    const data = { ...(await upload(request, this.blobs)), kind };
    return actOnCase(this.platform, id, 'addEvidence', data, command);
  }

  @Get(':exhibit')
  @Requires('case.read')
  @ApiOperation({ operationId: 'downloadEvidence' })
  @ApiProduces('application/octet-stream')
  async download(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('exhibit', { schema: idParam }) exhibitId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = (await this.cases.file(me, id)).evidence.find((each) => each.id === exhibitId);
    if (!found) throw notFound('evidence');
    await sendFile(reply, this.blobs, found);
  }
}
