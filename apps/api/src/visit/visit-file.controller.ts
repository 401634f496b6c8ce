import { type Command, type Platform, keepVisitFile, notFound } from '@fundguard/casework';
import { writeOfficial } from '@fundguard/documents';
import { type Person, Refusal } from '@fundguard/domain';
import type { BlobStore } from '@fundguard/persistence';
import { Controller, Get, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { buffer } from 'node:stream/consumers';
import { Me, Requires } from '../http/access.js';
import { TheCommand } from '../http/command.js';
import { DOCX, sendDocx } from '../http/download.js';
import { refuseLies } from '../http/file-kind.js';
import { idParam } from '../http/page.js';
import { BLOBS, PLATFORM } from '../ports.js';
import { VisitReader } from './visit.reader.js';
import { fileParam, recordView, storedFile } from './visit.views.js';

const PICTURES = new Set(['image/jpeg', 'image/png']);

/** Photos and signatures of a visit, under the hash the phone computed, and the record that is made of it. */
@ApiTags('inspection')
@Controller('visits/:id')
export class VisitFileController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(VisitReader) private readonly visits: VisitReader,
  ) {}

  /** Sent twice it is kept once; what arrives with another hash is refused. */
  @Put('files/:sha256')
  @Requires('visit.inspect')
  @ApiOperation({ operationId: 'sendVisitFile' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ standardSchema: storedFile })
  async send(
    @Param('id', { schema: idParam }) id: string,
    @Param('sha256', { schema: fileParam }) sha256: string,
    @TheCommand() command: Command & { actor: Person },
    @Req() request: FastifyRequest,
  ) {
    await this.visits.one(command.actor, id);
    const part = await request.file();
    if (!part) throw refuse('evidence.no-file', '请选择文件', 'no file was sent');
    const stored = await this.blobs.put(part.file, async (head) => {
      if (part.file.truncated)
        throw refuse('evidence.too-large', '文件超过大小上限', 'the file is over the size limit');
      if (!PICTURES.has(part.mimetype)) throw refuse('visit.not-a-picture', '仅接受照片', 'a photo is wanted');
      await refuseLies(part.mimetype, head);
    });
    if (stored.sha256 !== sha256)
      throw refuse('visit.hash-differs', '文件与其校验值不符，请重新上传', 'the file is not the one its hash names');
    await keepVisitFile(this.platform, id, { ...stored, mediaType: part.mimetype }, command);
    return stored;
  }

  @Get('files/:sha256')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'downloadVisitFile' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description: 'A photo',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('sha256', { schema: fileParam }) sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.visits.file(me, id, sha256);
    if (!found) throw notFound('file');
    await reply
      .header('content-type', found.mediaType)
      .header('cache-control', 'no-store')
      .header('x-sha256', sha256)
      .send(this.blobs.get(sha256));
  }

  @Get('record')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: recordView })
  record(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.visits.record(me, id);
  }

  @Get('record/docx')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'downloadOnSiteRecord' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async docx(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { signed, ...text } = await this.visits.record(me, id);
    const signatures = await Promise.all(
      signed.map(async ({ who, sha256 }) => ({
        who,
        ...(sha256 ? { picture: await buffer(this.blobs.get(sha256)) } : {}),
      })),
    );
    const name = `${text.addressee.replace(/^.*：/, '')}${text.title}${text.date}`;
    await sendDocx(reply, name, await writeOfficial({ ...text, signatures }));
  }
}

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'file' });
