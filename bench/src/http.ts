import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Person } from '@fundguard/domain';
import type { Stage } from './stage.js';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

/** Calls over connections that are kept: so many callers, so many connections. Anything but success is an error. */
export function caller(port: number, connections: number): { call(one: Call): Promise<void>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    call: ({ method, path, token, body }) =>
      new Promise((done, fail) => {
        const text = body === undefined ? '' : JSON.stringify(body);
        const sent = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
        const headers = { authorization: `Bearer ${token}`, ...(text ? sent : {}) };
        const to = { host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers, agent };
        const asked = request(to, (answer) => {
          const good = (answer.statusCode ?? 500) < 300;
          answer
            .once('error', fail)
            .once('end', () => (good ? done() : fail(new Error(`${path}: ${answer.statusCode}`))));
          answer.resume();
        });
        asked.once('error', fail).end(text);
      }),
    close: () => agent.destroy(),
  };
}

/** A session as signing in leaves it, without the password. */
export async function openSession({ bare }: Stage, { account }: Person): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await bare.query(
    `insert into session (token_hash, account_id, csrf, created_at, expires_at) values ($1, $2, '-', now(), now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), account],
  );
  return token;
}
