import { type Command, type Platform, cancelImport, openImport, setImport, workOnImport } from '@fundguard/casework';
import { examine, firstRows } from '@fundguard/documents';
import {
  HEADING_WITHIN,
  type ImportKind,
  type ImportSetting,
  type ImportTarget,
  type Person,
  Refusal,
  SHEET_LIMITS,
  importOf,
  importSetting,
  text,
} from '@fundguard/domain';
import type { BlobStore } from '@fundguard/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { asFile } from '../http/download.js';
import { idParam } from '../http/page.js';
import { BLOBS, PLATFORM } from '../ports.js';
import { ImportReader } from './import.reader.js';
import {
  importPage,
  importQuery,
  importView,
  importWork,
  kindParam,
  previewView,
  rowPage,
  rowQuery,
  targetQuery,
} from './import.views.js';
import { templateOf } from './template.js';

type ByPerson = Command & { actor: Person };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BINARY = {
  description: 'An .xlsx',
  content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } },
} as const;
const fileName = text(200);

/** 导入: sheets of units, problems and reports, tried before they are taken. */
@ApiTags('import')
@Controller('imports')
export class ImportController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(ImportReader) private readonly imports: ImportReader,
  ) {}

  /** A file is looked at as it comes in; what is no sheet, or was made to do harm, is refused and not kept. */
  @Post()
  @Requires('import.make')
  @ApiOperation({ operationId: 'openImport' })
  @ApiCommand()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ standardSchema: z.object({ id: z.uuid() }).meta({ id: 'ImportId' }) })
  async open(
    @Query({ schema: targetQuery }) target: ImportTarget,
    @TheCommand() command: ByPerson,
    @Req() request: FastifyRequest,
  ) {
    const part = await request.file({ limits: { fileSize: SHEET_LIMITS.bytes } });
    const name = fileName.safeParse(part?.filename);
    if (!part || !name.success)
      throw refuse('sheet.no-file', '请选择文件，且文件名不超过 200 字', 'no file was sent, or its name is no name');
    let looked:
      { reading: Awaited<ReturnType<typeof examine>>; top: Awaited<ReturnType<typeof firstRows>> } | undefined;
    const stored = await this.blobs.put(part.file, async (_head, path) => {
      if (part.file.truncated)
        throw refuse(
          'sheet.too-large',
          `文件超过 ${SHEET_LIMITS.bytes / 1_000_000} MB`,
          `the file is over ${SHEET_LIMITS.bytes / 1_000_000} MB`,
        );
      const reading = await examine(path);
      looked = { reading, top: await firstRows(path, reading, HEADING_WITHIN) };
    });
    if (looked) await openImport(this.platform, target, { name: name.data, stored, ...looked }, command);
    return { id: command.id };
  }

  @Get()
  @Requires('import.read')
  @ApiOkResponse({ standardSchema: importPage })
  list(@Me() me: Person, @Query({ schema: importQuery }) query: z.output<typeof importQuery>) {
    return this.imports.list(me, query);
  }

  @Get('templates/:kind')
  @Requires('import.make')
  @ApiOperation({ operationId: 'downloadTemplate' })
  @ApiProduces(XLSX)
  @ApiOkResponse(BINARY)
  async template(@Param('kind', { schema: kindParam }) kind: ImportKind, @Res() reply: FastifyReply) {
    await download(reply, `${importOf(kind).name.zh}-导入模板.xlsx`, templateOf(kind));
  }

  @Get(':id')
  @Requires('import.read')
  @ApiOkResponse({ standardSchema: importView })
  one(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.imports.one(me, id);
  }

  /** The first rows of the file as they would be read now. */
  @Get(':id/preview')
  @Requires('import.read')
  @ApiOkResponse({ standardSchema: previewView })
  preview(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.imports.preview(me, id);
  }

  /** What the trial found, row by row. */
  @Get(':id/rows')
  @Requires('import.read')
  @ApiOkResponse({ standardSchema: rowPage })
  rows(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: rowQuery }) query: z.output<typeof rowQuery>,
  ) {
    return this.imports.rows(me, id, query);
  }

  /** The refused rows with their reasons, to be set right and imported again. */
  @Get(':id/refused')
  @Requires('import.read')
  @ApiOperation({ operationId: 'downloadRefused' })
  @ApiProduces(XLSX)
  @ApiOkResponse(BINARY)
  async refused(@Me() me: Person, @Param('id', { schema: idParam }) id: string, @Res() reply: FastifyReply) {
    const { name, file } = await this.imports.refused(me, id);
    await download(reply, name, file);
  }

  /** Another encoding, sheet, heading row, or other columns. */
  @Put(':id/setting')
  @HttpCode(204)
  @Requires('import.make')
  @ApiOperation({ operationId: 'setImport' })
  @ApiCommand()
  @ApiNoContentResponse()
  set(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: importSetting }) setting: ImportSetting,
    @TheCommand() command: ByPerson,
  ) {
    return setImport(this.platform, id, setting, command);
  }

  @Post(':id/cancellation')
  @HttpCode(204)
  @Requires('import.make')
  @ApiOperation({ operationId: 'cancelImport' })
  @ApiCommand()
  @ApiNoContentResponse()
  cancel(@Param('id', { schema: idParam }) id: string, @TheCommand() command: ByPerson) {
    return cancelImport(this.platform, id, command);
  }

  /** `check` tries it and writes nothing; `commit` writes what the trial would take. Both go on as a job. */
  @Post(':id/:work')
  @Requires('import.make')
  @ApiOperation({ operationId: 'workOnImport' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: z.object({ job: z.uuid() }).meta({ id: 'ImportWork' }) })
  async work(
    @Param('id', { schema: idParam }) id: string,
    @Param('work', { schema: importWork }) work: z.output<typeof importWork>,
    @TheCommand() command: ByPerson,
  ) {
    await workOnImport(this.platform, id, work, command);
    return { job: command.id };
  }
}

const download = (reply: FastifyReply, name: string, file: Readable) => asFile(reply, XLSX, name).send(file);

const refuse = (code: string, zh: string, en: string) => new Refusal('invalid', code, { zh, en }, { field: 'file' });
