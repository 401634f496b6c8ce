import { type Answer, type Command, type Platform, attachToReport } from '@fundguard/casework';
import { type Person, Refusal } from '@fundguard/domain';
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
import { ReportReader } from './report.reader.js';
import { draftView, reportView } from './report.views.js';

/** 报表: what is filled in beforehand, what was handed in, and the written report with it. */
@ApiTags('campaign')
@Controller('obligations/:id')
export class ReportController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(ReportReader) private readonly reports: ReportReader,
  ) {}

  /** The form with what the system knows, last time's values and the differences. */
  @Get('report-draft')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: draftView })
  draft(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.reports.draft(me, id);
  }

  /** Every submission and correction, and what counts now. */
  @Get('report')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: reportView })
  report(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.reports.entries(me, id);
  }

  /** 上传书面报告, before the report is handed in with it. */
  @Post('files')
  @Requires('obligation.submit')
  @ApiOperation({ operationId: 'attachToReport' })
  @ApiCommand()
  @ApiUpload()
  @ApiCreatedResponse({ standardSchema: answer })
  async attach(
    @Param('id', { schema: idParam }) id: string,
    @TheCommand() command: Command & { actor: Person },
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const { unit } = await this.reports.find(command.actor, id);
    if (unit !== command.actor.unit)
      throw new Refusal('not-found', 'obligation.not-found', { zh: '没有此应报事项', en: 'no such obligation' });
    return attachToReport(this.platform, id, await upload(request, this.blobs), command);
  }

  @Get('files/:file')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'downloadReportFile' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('file', { schema: idParam }) file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.blobs, await this.reports.file(me, id, file));
  }
}
