import { randomUUID } from 'node:crypto';
import { notFound } from '@fundguard/casework';
import {
  type Clock,
  type Person,
  Refusal,
  type RegionPath,
  partnerAuthority,
  role,
  text,
  within,
} from '@fundguard/domain';
import { type Database, violatedConstraint } from '@fundguard/persistence';
import { hash } from '@node-rs/argon2';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { Sessions } from '../session/sessions.js';

const newAccount = z
  .strictObject({
    login: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,49}$/),
    name: text(100),
    password: z.string().min(10).max(200),
    roles: z
      .array(role)
      .min(1)
      .refine((roles) => new Set(roles).size === roles.length, '角色重复 · a role is listed twice'),
    region: z.string(),
    unit: z.uuid().optional(),
    partner: partnerAuthority.optional(),
    email: z.email().optional(),
  })
  .refine(({ roles, unit }) => !roles.includes('unitContact') || unit !== undefined, {
    path: ['unit'],
    error: '单位联络员须指定单位 · a unit contact speaks for a unit',
  })
  .refine(({ roles, partner }) => roles.includes('partnerContact') === (partner !== undefined), {
    path: ['partner'],
    error:
      '协作部门联络员须指定协作部门，其他角色不得指定 · a partner contact, and nobody else, speaks for an authority',
  })
  .meta({ id: 'NewAccount' });

const accountView = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    roles: z.array(role),
    region: z.string(),
    unit: z.uuid().nullable(),
    partner: z.string().nullable(),
    disabledAt: z.string().nullable(),
  })
  .meta({ id: 'Account' });

@ApiTags('organisation')
@Controller('accounts')
export class AccountController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Get()
  @Requires('account.manage')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(accountView) }) })
  async list(@Me() { region }: Person) {
    const items = await this.db.within(region, (tx) =>
      tx.query({
        text: `select id, login, name, roles, region, unit_id as unit, partner, disabled_at as "disabledAt" from account
               where starts_with(region, $1) order by login`,
        values: [region],
      }),
    );
    return { items };
  }

  @Post()
  @Requires('account.manage')
  @ApiOperation({ operationId: 'addAccount' })
  @ApiCreatedResponse({ standardSchema: z.object({ id: z.uuid() }).meta({ id: 'AccountId' }) })
  async add(@Me() me: Person, @Body({ schema: newAccount }) body: z.infer<typeof newAccount>) {
    if (!within(body.region as RegionPath, me.region)) throw unknownRegion();
    const id = randomUUID();
    const secret = await hash(body.password);
    // Whoever speaks for a unit acts for it everywhere, so the unit has to lie in the account's own region.
    const added = await this.db
      .within(me.region, (tx) =>
        tx.query({
          text: `insert into account (id, login, name, password_hash, roles, region, unit_id, partner, email)
                 select $1, $2, $3, $4, $5, r.path, $7, $8, $9 from region r where r.path = $6
                   and ($7::uuid is null or exists (select from unit u where u.id = $7 and starts_with(u.region, r.path)))
                 returning 1`,
          values: [
            id,
            body.login,
            body.name,
            secret,
            body.roles,
            body.region,
            body.unit ?? null,
            body.partner ?? null,
            body.email ?? null,
          ],
        }),
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'account_login_key') {
          throw new Refusal(
            'conflict',
            'account.login-taken',
            { zh: '用户名已存在', en: 'the login is taken' },
            { field: 'login' },
          );
        }
        throw error;
      });
    if (added.length === 0) throw unknownRegion();
    return { id };
  }

  /** 停用: the account's sessions end at once. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('account.manage')
  @ApiOperation({ operationId: 'disableAccount' })
  @ApiNoContentResponse()
  async disable(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<void> {
    if (id === me.account) {
      throw new Refusal('conflict', 'account.own', { zh: '不能停用本人账号', en: 'nobody disables their own account' });
    }
    const now = await this.clock.now();
    const gone = await this.db.within(me.region, (tx) =>
      tx.query({
        text: 'update account set disabled_at = $2 where id = $1 and starts_with(region, $3) and disabled_at is null returning 1',
        values: [id, now, me.region],
      }),
    );
    if (gone.length === 0) throw notFound('account');
    await this.sessions.revokeAll(id);
  }

  /** 强制下线. */
  @Delete(':id/sessions')
  @HttpCode(204)
  @Requires('account.manage')
  @ApiOperation({ operationId: 'revokeSessions' })
  @ApiNoContentResponse()
  async signOut(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<void> {
    const known = await this.db.within(me.region, (tx) =>
      tx.query({ text: 'select 1 from account where id = $1 and starts_with(region, $2)', values: [id, me.region] }),
    );
    if (known.length === 0) throw notFound('account');
    await this.sessions.revokeAll(id);
  }
}

const unknownRegion = () =>
  new Refusal(
    'invalid',
    'region.unknown',
    { zh: '辖区或单位不存在', en: 'no such region or unit in your charge' },
    { field: 'region' },
  );
