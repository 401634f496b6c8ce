import { type Permission, type Person, Refusal, may } from '@fundguard/domain';
import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
  createParamDecorator,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SAFE, Sessions } from '../session/sessions.js';

const REQUIRES = 'fundguard:requires';
const PUBLIC = 'fundguard:public';

/** The permission a route needs. A route without it, and without `@Public()`, is refused to everybody. */
export const Requires = (permission: Permission) => SetMetadata(REQUIRES, permission);

/** Needs no identity. Say why where it is used. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Whoever is signed in. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Person => personOf(request(context)));

const request = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

declare module 'fastify' {
  interface FastifyRequest {
    person?: Person;
  }
}

export function personOf({ person }: FastifyRequest): Person {
  if (person) return person;
  throw unauthenticated();
}

/** An identity and a permission for every route; unknown routes of ours fail closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRES, targets);
    const http = request(context);
    const { person, hasEnded } = await this.sessions.identify(http);
    http.person = person;
    if (hasEnded && permission !== 'session.own' && !SAFE.has(http.method)) throw delegationEnded();
    if (permission && may(person, permission)) return true;
    throw new Refusal(
      'forbidden',
      'permission.missing',
      {
        zh: `需要“${permission ?? '未声明'}”权限，请联系管理员授权`,
        en: `this needs the permission ${permission ?? '(none declared)'}; an administrator can grant it`,
      },
      permission ? { permission } : {},
    );
  }
}

/** Nobody signs in their own name what they meant to sign for another. */
const delegationEnded = () =>
  new Refusal('forbidden', 'delegation.ended', {
    zh: '委托已到期或被撤回，本次操作未办理；请结束代办后以本人身份继续',
    en: 'the delegation has ended or was revoked, and nothing was done: stop acting for them and go on in your own name',
  });

/** Not a refusal of the domain: nobody is known to be asking. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}
export const unauthenticated = () => new Unauthenticated('sign in first');
