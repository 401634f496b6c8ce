import { type Command, type Platform, controlJob, notFound, startJob } from '@fundguard/casework';
import { JOB_CONTROLS, JOB_STATUSES, type JobControl, type NewJob, type Person, jobPayload } from '@fundguard/domain';
import type { BlobStore, Database } from '@fundguard/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { asFile } from '../http/download.js';
import { idParam, page, pageOf, pageQuery } from '../http/page.js';
import { sendFile } from '../http/upload.js';
import { BLOBS, DATABASE, PLATFORM } from '../ports.js';

const jobView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    status: z.enum(JOB_STATUSES),
    done: z.int(),
    total: z.int().nullable().meta({ description: 'Not known before the first slice' }),
    failures: z.array(z.object({ item: z.string(), name: z.string(), zh: z.string(), en: z.string() })),
    resultName: z.string().nullable(),
    createdAt: z.string(),
    movedAt: z.string().meta({ description: 'When it last got further' }),
  })
  .meta({ id: 'Job' });
const control = z.enum(Object.keys(JOB_CONTROLS) as [JobControl, ...JobControl[]]);

const SELECT = `select id, kind, status, done, total, failures, result_name as "resultName", created_at as "createdAt", moved_at as "movedAt"
  from job where owner = $1`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZIP = 'application/zip';
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Long work one asked for: exports and bulk acts, with how far they got. Everybody sees their own. */
@ApiTags('job')
@Controller('jobs')
export class JobController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BLOBS) private readonly blobs: BlobStore,
  ) {}

  @Post()
  @Requires('session.own')
  @ApiOperation({ operationId: 'startJob' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: z.object({ id: z.uuid() }).meta({ id: 'JobId' }) })
  async start(@Body({ schema: jobPayload }) payload: NewJob, @TheCommand() { id, actor }: Command & { actor: Person }) {
    await startJob(this.platform, id, payload, actor);
    return { id };
  }

  @Get()
  @Requires('session.own')
  @ApiOkResponse({ standardSchema: pageOf(jobView, 'JobPage') })
  async list(@Me() me: Person, @Query({ schema: pageQuery }) { after, limit }: z.infer<typeof pageQuery>) {
    const [before, idBefore] = after?.split('_') ?? [];
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<{ id: string; createdAt: Date }>({
        text: `${SELECT} and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid)) order by created_at desc, id desc limit $4`,
        values: [me.account, before ?? null, idBefore ?? null, limit + 1],
      }),
    );
    return page(rows, limit, ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`);
  }

  @Get(':id')
  @Requires('session.own')
  @ApiOkResponse({ standardSchema: jobView })
  async one(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query({ text: `${SELECT} and id = $2`, values: [me.account, id] }),
    );
    if (!row) throw notFound('job');
    return row;
  }

  /** The file an export made. */
  @Get(':id/result')
  @Requires('session.own')
  @ApiOperation({ operationId: 'downloadResult' })
  @ApiProduces(XLSX, ZIP)
  @ApiOkResponse({ description: 'An .xlsx; of a case package a .zip', content: { [XLSX]: BINARY, [ZIP]: BINARY } })
  async result(@Me() me: Person, @Param('id', { schema: idParam }) id: string, @Res() reply: FastifyReply) {
    const [row] = await this.db.within(me.region, (tx) =>
      tx.query<{ result: Buffer | null; name: string; sha256: string | null }>({
        text: `select result, result_name as name, result_sha256 as sha256 from job
               where id = $1 and owner = $2 and (result is not null or result_sha256 is not null)`,
        values: [id, me.account],
      }),
    );
    if (!row) throw notFound('result');
    const { result, name, sha256 } = row;
    if (sha256) await sendFile(reply, this.blobs, { name, mediaType: ZIP, sha256 });
    else await asFile(reply, XLSX, name).send(result);
  }

  /** Pause, resume, cancel, or try again what failed. */
  @Post(':id/:control')
  @HttpCode(204)
  @Requires('session.own')
  @ApiOperation({ operationId: 'controlJob' })
  @ApiNoContentResponse()
  async control(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('control', { schema: control }) which: JobControl,
  ): Promise<void> {
    await controlJob(this.platform, id, which, me);
  }
}
