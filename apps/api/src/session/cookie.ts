import type { FastifyReply } from 'fastify';
import { COOKIE } from './sessions.js';

/** Out of reach of scripts, over a secure channel only, and not sent along from other sites' forms. */
export function keepSession(reply: FastifyReply, token: string, expiresAt: string): void {
  void reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    expires: new Date(expiresAt),
  });
}
