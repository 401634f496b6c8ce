import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  type AccountId,
  type Acting,
  type Clock,
  type Permission,
  type PartnerAuthority,
  type Person,
  Refusal,
  type RegionPath,
  type Role,
  type UnitId,
  actFor,
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
/** What changes nothing. */
export const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

interface SessionRow {
  readonly id: AccountId;
  readonly name: string;
  readonly roles: Role[];
  readonly region: RegionPath;
  readonly unit_id: UnitId | null;
  readonly partner: PartnerAuthority | null;
}

/** A session, with the delegation its person acts under, whether that still holds or not. */
interface OpenSession extends SessionRow {
  readonly csrf: string;
  readonly acting: (Omit<SessionRow, 'unit_id'> & Acting & { unit: UnitId | null; permissions: Permission[] }) | null;
  readonly holds: boolean | null;
}

/** Who asks; `hasEnded` where they believe to act for somebody and the delegation is over. */
export interface Identified {
  readonly person: Person;
  readonly hasEnded: boolean;
}

export interface OpenedSession {
  readonly token: string;
  readonly csrf: string;
  readonly person: Person;
  readonly expiresAt: string;
}

export interface LiveSession {
  readonly account: AccountId;
  readonly login: string;
  readonly name: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
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
  async identify(request: FastifyRequest): Promise<Identified> {
    const { token, byCookie } = credentials(request);
    const row = token && (await this.session(token));
    if (!row) throw unauthenticated();
    if (byCookie && !SAFE.has(request.method) && !same(request.headers['x-csrf-token'], row.csrf)) {
      throw new Refusal('forbidden', 'session.csrf', {
        zh: '缺少或错误的防伪令牌',
        en: 'the X-CSRF-Token header is missing or wrong',
      });
    }
    const self = personOf(row);
    if (!row.acting) return { person: self, hasEnded: false };
    if (!row.holds) return { person: self, hasEnded: true };
    const { unit, ...acting } = row.acting;
    const principal = { ...personOf({ ...acting, unit_id: unit }), account: acting.account };
    return { person: actFor(self, principal, acting), hasEnded: false };
  }

  /** 开始代办: from the next request on the session takes the principal's part. False where no such delegation holds. */
  async act(request: FastifyRequest, deputy: AccountId, delegation: string): Promise<boolean> {
    const { token = '' } = credentials(request);
    const now = await this.clock.now();
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: `insert into acting (token_hash, delegation_id) select $1, d.id from delegation d join account p on p.id = d.principal_id
               where d.id = $2 and d.deputy_id = $3 and d.revoked_at is null and d.from_at <= $4 and d.until_at > $4 and p.disabled_at is null
               on conflict (token_hash) do update set delegation_id = excluded.delegation_id returning 1`,
        values: [digest(token), delegation, deputy, now],
      }),
    );
    return rows.length > 0;
  }

  /** 结束代办. */
  async actForOneself(request: FastifyRequest): Promise<void> {
    const { token = '' } = credentials(request);
    await this.db.within(EVERYWHERE, (tx) =>
      tx.query({ text: 'delete from acting where token_hash = $1', values: [digest(token)] }),
    );
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

  /** Who is signed in now, of the accounts in one's charge; never by what token. */
  async live(region: RegionPath): Promise<LiveSession[]> {
    const now = await this.clock.now();
    return this.db.within(region, (tx) =>
      tx.query<LiveSession>({
        text: `select a.id as account, a.login, a.name, s.created_at as "openedAt", s.expires_at as "expiresAt"
               from session s join account a on a.id = s.account_id
               where starts_with(a.region, $1) and s.revoked_at is null and s.expires_at > $2 and a.disabled_at is null
               order by s.created_at desc limit 500`,
        values: [region, now],
      }),
    );
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

  private async session(token: string): Promise<OpenSession | undefined> {
    const now = await this.clock.now();
    const [row] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<OpenSession>({
        name: 'session',
        text: `select a.id, a.name, a.roles, a.region, a.unit_id, a.partner, s.csrf,
                 case when d.id is not null then jsonb_build_object('id', p.id, 'account', p.id, 'name', p.name, 'roles', p.roles,
                   'region', p.region, 'unit', p.unit_id, 'partner', p.partner, 'delegation', d.id, 'permissions', d.permissions,
                   'campaigns', d.campaigns, 'cases', d.cases) end as acting,
                 d.revoked_at is null and d.from_at <= $2 and d.until_at > $2 and p.disabled_at is null as holds
               from session s join account a on a.id = s.account_id
                 left join acting x on x.token_hash = s.token_hash left join delegation d on d.id = x.delegation_id
                 left join account p on p.id = d.principal_id
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
