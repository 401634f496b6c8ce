import { type Command, notFound, unknown } from '@fundguard/casework';
import {
  type AccountId,
  type Clock,
  DELEGABLE,
  type PartnerAuthority,
  type Person,
  type RegionPath,
  type Role,
  type UnitId,
  couldHold,
  delegate,
  delegationPayload,
} from '@fundguard/domain';
import { type Database, addDelegation, delegationsOf, revokeDelegation } from '@fundguard/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';

const named = z.object({ id: z.uuid(), name: z.string() });
const delegationView = z
  .object({
    id: z.uuid(),
    principal: z.uuid(),
    principalName: z.string(),
    deputy: z.uuid(),
    deputyName: z.string(),
    permissions: z.array(z.enum(DELEGABLE)),
    campaigns: z.array(named),
    cases: z.array(named),
    reason: z.string(),
    from: z.string(),
    until: z.string(),
    givenAt: z.string(),
    revokedAt: z.string().nullable(),
    holds: z.boolean().meta({ description: 'It has begun, and neither ended nor been revoked' }),
  })
  .meta({ id: 'Delegation' });
const delegationList = z.object({ items: z.array(delegationView) });

const colleagueView = z
  .object({ id: z.uuid(), name: z.string(), permissions: z.array(z.enum(DELEGABLE)) })
  .meta({ id: 'PossibleDeputy' });

interface Colleague {
  readonly account: AccountId;
  readonly name: string;
  readonly roles: Role[];
  readonly region: RegionPath;
  readonly unit: UnitId | null;
  readonly partner: PartnerAuthority | null;
}

/** 委托代办: who is away lets a colleague act, for a time and within bounds; the record bears both names. */
@ApiTags('session')
@Controller('delegations')
export class DelegationController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  /** Those one gave and those one holds, the newest first. */
  @Get()
  @Requires('delegation.own')
  @ApiOkResponse({ standardSchema: delegationList })
  list(@Me() me: Person) {
    return this.shown(me, me.account);
  }

  /** All of the region, for who audits it. */
  @Get('region')
  @Requires('record.verify')
  @ApiOperation({ operationId: 'delegationsOfRegion' })
  @ApiOkResponse({ standardSchema: delegationList })
  all(@Me() me: Person) {
    return this.shown(me, null);
  }

  /** Who could act for oneself, and what they could do. */
  @Get('colleagues')
  @Requires('delegation.own')
  @ApiOperation({ operationId: 'possibleDeputies' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(colleagueView) }) })
  async colleagues(@Me() me: Person) {
    const items = (await this.accounts(me, null)).flatMap((each) => {
      const permissions = couldHold(each, me);
      return permissions.length > 0 ? [{ id: each.account, name: each.name, permissions }] : [];
    });
    return { items };
  }

  @Post()
  @Requires('delegation.own')
  @ApiOperation({ operationId: 'giveDelegation' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: z.object({ id: z.uuid() }).meta({ id: 'DelegationId' }) })
  async give(
    @Me() me: Person,
    @Body({ schema: delegationPayload }) body: z.output<typeof delegationPayload>,
    @TheCommand() { id }: Command,
  ) {
    const [deputy] = await this.accounts(me, body.deputy);
    if (!deputy) throw unknown('account');
    const at = await this.clock.now();
    delegate(me, deputy, body, at);
    await this.db.within(me.region, (tx) => addDelegation(tx, { ...body, id, principal: me, at }));
    return { id };
  }

  /** 撤回: sessions that act under it notice at their next request. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('delegation.own')
  @ApiOperation({ operationId: 'revokeDelegation' })
  @ApiNoContentResponse()
  async revoke(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<void> {
    const at = await this.clock.now();
    if (!(await this.db.within(me.region, (tx) => revokeDelegation(tx, id, me.account, at))))
      throw notFound('delegation');
  }

  private async shown(me: Person, account: AccountId | null) {
    const now = Date.parse(await this.clock.now());
    const items = await this.db.within(me.region, (tx) => delegationsOf(tx, account));
    return {
      items: items.map((each) => ({
        ...each,
        holds: !each.revokedAt && each.from.getTime() <= now && now < each.until.getTime(),
      })),
    };
  }

  /** Colleagues of the very same region who are in office; of one account where it is named. */
  private async accounts(me: Person, id: string | null) {
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Colleague>({
        text: `select id as account, name, roles, region, unit_id as unit, partner from account
               where region = $1 and disabled_at is null and ($2::uuid is null or id = $2) order by name`,
        values: [me.region, id],
      }),
    );
    return rows.map(({ unit, partner, ...row }) => ({
      ...row,
      ...(unit ? { unit } : {}),
      ...(partner ? { partner } : {}),
    }));
  }
}
