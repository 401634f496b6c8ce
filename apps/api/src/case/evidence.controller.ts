import { type Answer, type Command, type Platform, actOnCase, notFound } from '@fundguard/casework';
import { type Person, Refusal, exhibit } from '@fundguard/domain';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { BLOBS, PLATFORM } from '../ports.js';
import type { BlobStore } from '@fundguard/persistence';
import { CaseReader } from './case.reader.js';

const evidenceQuery = z.object({ kind: exhibit.shape.kind.meta({ description: 'Kind of evidence (行政处罚法 46)' }) });

/** What may be taken as evidence, and what its first bytes must then be. Plain text has no signature. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf'],
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png'],
  'audio/mpeg': ['audio/mpeg'],
  'video/mp4': ['video/mp4'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/zip',
  ],
  'text/plain': [],
  'text/csv': [],
};

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
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ standardSchema: answer })
  async add(
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: evidenceQuery }) { kind }: z.infer<typeof evidenceQuery>,
    @TheCommand() command: Command & { actor: Person },
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    await this.cases.file(command.actor, id);
    const part = await request.file();
    if (!part) throw refuse('evidence.no-file', '请选择文件', 'no file was sent');
    const name = exhibit.shape.name.safeParse(part.filename);
    if (!name.success)
      throw refuse(
        'evidence.name',
        '文件名为空、过长或含有无法识别的字符',
        'the file name is empty, too long or no text',
      );
    const stored = await this.blobs.put(part.file, async (head) => {
      if (part.file.truncated)
        throw refuse('evidence.too-large', '文件超过大小上限', 'the file is over the size limit');
      await refuseLies(part.mimetype, head);
    });
    const data = { ...stored, name: name.data, mediaType: part.mimetype, kind };
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
    await reply
      .header('content-type', found.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .header('x-sha256', found.sha256)
      .send(this.blobs.get(found.sha256));
  }
}

/** A file is what its bytes say, not what its sender says. */
async function refuseLies(declared: string, head: Buffer): Promise<void> {
  const allowed = ACCEPTED[declared];
  if (!allowed)
    throw refuse(
      'evidence.type-not-accepted',
      `不接受 ${declared} 类型的文件`,
      `${declared} is not accepted as evidence`,
    );
  if (head.length === 0) throw refuse('evidence.empty', '文件为空', 'the file is empty');
  const actual = (await fileTypeFromBuffer(head))?.mime;
  const honest =
    allowed.length === 0 ? actual === undefined && !head.includes(0) : actual !== undefined && allowed.includes(actual);
  if (!honest) {
    throw refuse(
      'evidence.type-mismatch',
      `文件内容与声明的类型 ${declared} 不符`,
      `the bytes are not ${declared} but ${actual ?? 'something else'}`,
    );
  }
}

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'file' });
