import { notFound } from '@fundguard/casework';
import type { Person } from '@fundguard/domain';
import type { Writable } from 'node:stream';
import { type BeforeApplicationShutdown, Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { RecordWatch } from './watch.js';

const liveQuery = z.object({ file: z.uuid() });
/** Proxies end connections on which nothing is said for a minute. */
const HEARTBEAT = 25_000;

@ApiTags('record')
@Controller('live')
export class LiveController implements BeforeApplicationShutdown {
  private readonly streams = new Set<Writable>();

  constructor(@Inject(RecordWatch) private readonly watch: RecordWatch) {}

  /** A server that waits for its connections to end would wait for these for ever. */
  beforeApplicationShutdown(): void {
    for (const stream of this.streams) stream.end();
  }

  /** Server-sent events: `grown` whenever the record of a campaign or case became longer. What happened is read as ever. */
  @Get()
  @Requires('inbox.read')
  @ApiOperation({ operationId: 'followFile' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    description: 'A stream of events',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async follow(
    @Me() me: Person,
    @Query({ schema: liveQuery }) { file }: z.infer<typeof liveQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(await this.watch.isVisible(me, file))) throw notFound('file');
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.streams.add(stream);
    stream.write('retry: 2000\n\n');
    const stop = this.watch.follow(file, () => stream.write('event: grown\ndata: {}\n\n'));
    const beat = setInterval(() => stream.write(': \n\n'), HEARTBEAT);
    request.raw.once('close', () => {
      stop();
      clearInterval(beat);
      this.streams.delete(stream);
    });
  }
}
