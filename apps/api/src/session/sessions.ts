import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  type AccountId,
  type Clock,
  type Person,
  Refusal,
  type RegionPath,
  type Role,
  type UnitId,
  instant,
} from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { hash, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { unauthenticated } from '../http/access.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';

export const COOKIE = '__Host-fundguard';
const LIFETIME = 12 * 3_600_000;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

interface SessionRow {
  readonly id: AccountId;
  readonly name: string;
  readonly roles: Role[];
  readonly region: RegionPath;
  readonly unit_id: UnitId | null;
  readonly partner: 'police' | 'discipline' | null;
}

export interface OpenedSession {
  readonly token: string;
  readonly csrf: string;
  readonly person: Person;
  readonly expiresAt: string;
}

/** Local accounts and their sessions. Everything is asked of the database each time: a revoked session ends at once. */
@Injectable()
export class Sessions {
  /** Verified against when the login does not exist, so that both cases take as long. */
  private readonly decoy = hash(randomBytes(16).toString('hex'));

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  async open(login: string, password: string): Promise<OpenedSession> {
    const account = await this.account(login);
    const matches = await verify(account?.password_hash ?? (await this.decoy), password);
    if (!account || !matches) {
      throw new Refusal('forbidden', 'session.wrong-credentials', {
        zh: '用户名或密码不正确',
        en: 'wrong login or password',
      });
    }
    return this.begin(account);
  }

  /** Without a password, for accounts of the demonstration's seed only. */
  async openDemo(login: string): Promise<OpenedSession | undefined> {
    const account = await this.account(login);
    return account?.demo ? this.begin(account) : undefined;
  }

  private async begin(account: SessionRow): Promise<OpenedSession> {
    const now = await this.clock.now();
    const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(18).toString('base64url')];
    const expiresAt = instant(Date.parse(now) + LIFETIME);
    await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: 'insert into session (token_hash, account_id, csrf, created_at, expires_at) values ($1, $2, $3, $4, $5)',
        values: [digest(token), account.id, csrf, now, expiresAt],
      }),
    );
    return { token, csrf, person: personOf(account), expiresAt };
  }

  /** Who asks, by cookie or bearer token. A cookie alone does not suffice to change anything (CSRF). */
  async identify(request: FastifyRequest): Promise<Person> {
    const { token, byCookie } = credentials(request);
    const row = token && (await this.session(token));
    if (!row) throw unauthenticated();
    if (byCookie && !SAFE.has(request.method) && !same(request.headers['x-csrf-token'], row.csrf)) {
      throw new Refusal('forbidden', 'session.csrf', {
        zh: '缺少或错误的防伪令牌',
        en: 'the X-CSRF-Token header is missing or wrong',
      });
    }
    return personOf(row);
  }

  async csrf(request: FastifyRequest): Promise<string> {
    const { token } = credentials(request);
    return (token && (await this.session(token))?.csrf) || '';
  }

  async revoke(request: FastifyRequest): Promise<void> {
    const { token } = credentials(request);
    if (token) await this.end('token_hash = $2', digest(token));
  }

  revokeAll(account: string): Promise<void> {
    return this.end('account_id = $2', account);
  }

  private async end(which: string, value: unknown): Promise<void> {
    const now = await this.clock.now();
    await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: `update session set revoked_at = $1 where ${which} and revoked_at is null`,
        values: [now, value],
      }),
    );
  }

  private async account(login: string) {
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<SessionRow & { password_hash: string; demo: boolean }>({
        text: 'select id, name, roles, region, unit_id, partner, password_hash, demo from account where login = $1 and disabled_at is null',
        values: [login],
      }),
    );
    return row;
  }

  private async session(token: string): Promise<(SessionRow & { csrf: string }) | undefined> {
    const now = await this.clock.now();
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<SessionRow & { csrf: string }>({
        name: 'session',
        text: `select a.id, a.name, a.roles, a.region, a.unit_id, a.partner, s.csrf from session s join account a on a.id = s.account_id
               where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and a.disabled_at is null`,
        values: [digest(token), now],
      }),
    );
    return row;
  }
}

function credentials({ headers, cookies }: FastifyRequest): { token: string | undefined; byCookie: boolean } {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
  return bearer ? { token: bearer, byCookie: false } : { token: cookies[COOKIE], byCookie: true };
}

const personOf = ({ id, name, roles, region, unit_id, partner }: SessionRow): Person => ({
  kind: 'person',
  account: id,
  name,
  roles,
  region,
  ...(unit_id ? { unit: unit_id } : {}),
  ...(partner ? { partner } : {}),
});

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

const same = (given: unknown, expected: string): boolean =>
  typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));
