import { notFound } from '@fundguard/casework';
import { type Person, permission, permissionsOf, role } from '@fundguard/domain';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Me, Public, Requires } from '../http/access.js';
import { keepSession } from './cookie.js';
import { COOKIE, Sessions } from './sessions.js';

const credentials = z
  .strictObject({
    login: z.string().min(1).max(100),
    password: z.string().min(1).max(200),
    bearer: z.boolean().default(false).meta({ description: 'For programs: answer with a token instead of a cookie' }),
  })
  .meta({ id: 'Credentials' });

const personView = z
  .object({
    account: z.uuid(),
    name: z.string(),
    roles: z.array(role),
    region: z.string(),
    unit: z.uuid().optional(),
    partner: z.string().optional(),
    actingFor: z
      .object({ account: z.uuid(), name: z.string(), delegation: z.uuid() })
      .optional()
      .meta({ description: 'For whom they act now; roles and permissions are then what was delegated' }),
  })
  .meta({ id: 'Person' });

const sessionView = z
  .object({
    person: personView,
    permissions: z.array(permission),
    csrf: z.string().meta({ description: 'To be sent as X-CSRF-Token with everything that changes something' }),
    expiresAt: z.string().optional(),
    token: z.string().optional().meta({ description: 'Only when a bearer token was asked for' }),
  })
  .meta({ id: 'Session' });

const acting = z.strictObject({ delegation: z.uuid() }).meta({ id: 'ActingUnder' });

const liveSession = z
  .object({ account: z.uuid(), login: z.string(), name: z.string(), openedAt: z.string(), expiresAt: z.string() })
  .meta({ id: 'LiveSession' });

@ApiTags('session')
@Controller('sessions')
export class SessionController {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  /** Public: it is how one signs in. */
  @Post()
  @Public()
  @RouteConfig({ rateLimit: { max: 30, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: attemptsOf } })
  @ApiCreatedResponse({ standardSchema: sessionView })
  async open(
    @Body({ schema: credentials }) body: z.infer<typeof credentials>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, csrf, person, expiresAt } = await this.sessions.open(body.login, body.password);
    if (body.bearer) return { ...view(person), csrf, expiresAt, token };
    keepSession(reply, token, expiresAt);
    return { ...view(person), csrf, expiresAt };
  }

  @Get()
  @Requires('account.manage')
  @ApiOperation({ operationId: 'liveSessions' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(liveSession) }) })
  async live(@Me() { region }: Person) {
    return { items: await this.sessions.live(region) };
  }

  @Get('current')
  @Requires('session.own')
  @ApiOkResponse({ standardSchema: sessionView })
  async current(@Me() me: Person, @Req() request: FastifyRequest) {
    return { ...view(me), csrf: await this.sessions.csrf(request) };
  }

  /** 开始代办: what is done from here on is done for who gave the delegation, and both names are on the record. */
  @Put('current/acting')
  @HttpCode(204)
  @Requires('session.own')
  @ApiOperation({ operationId: 'actForAnother' })
  @ApiNoContentResponse()
  async act(
    @Me() { account }: Person,
    @Body({ schema: acting }) { delegation }: z.infer<typeof acting>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    if (!(await this.sessions.act(request, account, delegation))) throw notFound('delegation');
  }

  /** 结束代办. */
  @Delete('current/acting')
  @HttpCode(204)
  @Requires('session.own')
  @ApiOperation({ operationId: 'actForOneself' })
  @ApiNoContentResponse()
  async actForOneself(@Req() request: FastifyRequest): Promise<void> {
    await this.sessions.actForOneself(request);
  }

  @Delete('current')
  @HttpCode(204)
  @Requires('session.own')
  @ApiNoContentResponse()
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.revoke(request);
    void reply.clearCookie(COOKIE, { path: '/', secure: true });
  }
}

const view = ({ account, name, roles, region, unit, partner, permitted, actingFor }: Person) => ({
  person: {
    ...{ account, name, roles, region, ...(unit ? { unit } : {}), ...(partner ? { partner } : {}) },
    ...(actingFor
      ? { actingFor: { account: actingFor.account, name: actingFor.name, delegation: actingFor.delegation } }
      : {}),
  },
  permissions: permissionsOf({ roles, ...(permitted ? { permitted } : {}) }),
});

/** Attempts are counted by address and login, so that one office behind one address does not lock itself out. */
function attemptsOf({ ip, body }: FastifyRequest): string {
  const login = (body as { login?: unknown } | undefined)?.login;
  return `${ip} ${typeof login === 'string' ? login : ''}`;
}
