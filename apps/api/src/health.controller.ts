import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from './http/access.js';
import { DATABASE, READINESS } from './ports.js';

export type Readiness = () => Promise<boolean>;

const health = z
  .object({ status: z.enum(['ok', 'degraded', 'down']), database: z.boolean(), workflows: z.boolean() })
  .meta({ id: 'Health' });

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(READINESS) private readonly temporalAnswers: Readiness,
  ) {}

  /** Public: load balancers and `npm start` ask it. Without workflows people go on working, so that is only degraded. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: health })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.infer<typeof health>> {
    const [database, workflows] = await Promise.all([this.databaseAnswers(), this.temporalAnswers()]);
    if (!database) void reply.status(503);
    return { status: !database ? 'down' : workflows ? 'ok' : 'degraded', database, workflows };
  }

  private databaseAnswers(): Promise<boolean> {
    return this.db
      .within(EVERYWHERE, (tx) => tx.query({ text: 'select 1', values: [] }))
      .then(
        () => true,
        () => false,
      );
  }
}
