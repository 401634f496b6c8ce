import { Refusal } from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../http/access.js';
import { DATABASE, IS_DEMO } from '../ports.js';
import { keepSession } from './cookie.js';
import { Sessions } from './sessions.js';

const cast = z
  .object({ accounts: z.array(z.object({ login: z.string(), name: z.string() })) })
  .meta({ id: 'DemoCast' });
const part = z.strictObject({ login: z.string().max(100) }).meta({ id: 'DemoPart' });

/**
 * In a demonstration everybody may play any part. Two locks: the process runs as a demonstration, and the account was made
 * by the demonstration's seed; an account of a real person is never entered this way.
 */
@ApiTags('session')
@Controller('demo')
export class DemoController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(IS_DEMO) private readonly isDemo: boolean,
  ) {}

  /** Public: it is asked before anybody signed in. Empty where this is no demonstration. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: cast })
  async accounts() {
    if (!this.isDemo) return { accounts: [] };
    const accounts = await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: 'select login, name from account where demo and disabled_at is null order by created_at, login',
        values: [],
      }),
    );
    return { accounts };
  }

  /** Public: it is how one enters a demonstration. */
  @Post('sessions')
  @Public()
  @HttpCode(204)
  @ApiOperation({ operationId: 'enterDemo' })
  @ApiNoContentResponse()
  async enter(
    @Body({ schema: part }) { login }: z.infer<typeof part>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!this.isDemo) throw noDemo();
    const opened = await this.sessions.openDemo(login);
    if (!opened) throw noDemo();
    keepSession(reply, opened.token, opened.expiresAt);
  }
}

const noDemo = () =>
  new Refusal('not-found', 'demo.not-found', { zh: '没有此演示账号', en: 'there is no such demonstration account' });
