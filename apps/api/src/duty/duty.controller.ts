import { type Answer, type Command, type Platform, actOnDuty, giveDuty } from '@fundguard/casework';
import {
  type Clock,
  DUTY_ACTS,
  DUTY_STATUSES,
  type Duty,
  type DutyActName,
  type Person,
  dayOf,
  dutyPayload,
} from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { offer, offersFor } from '../http/offers.js';
import { CLOCK_PORT, DATABASE, PLATFORM } from '../ports.js';

/** `POST /duties/{id}/<noun>` and the act it is. */
const DUTY_ROUTES = { handover: 'handOverDuty', completion: 'finishDuty' } as const satisfies Record<
  string,
  DutyActName
>;

const dutyQuery = z.object({
  campaign: z.uuid().optional(),
  mine: z.stringbool().optional().meta({ description: 'Only one’s own' }),
  overdue: z.stringbool().optional(),
});
const dutyView = z
  .object({
    id: z.uuid(),
    campaign: z.uuid(),
    campaignName: z.string(),
    version: z.int(),
    status: z.enum(DUTY_STATUSES),
    task: z.string(),
    lead: z.string(),
    supporting: z.array(z.string()),
    account: z.uuid(),
    person: z.string(),
    due: z.string(),
    overdue: z.boolean(),
    outcome: z.string().nullable(),
    acts: z.array(offer),
  })
  .meta({ id: 'CampaignDuty' });

type Row = Omit<Duty, 'outcome'> & { readonly outcome: string | null; readonly overdue: boolean };

/** 责任分工: every task with its department, its person and its day; what is late is seen by who leads (R-ORG-17, R-ACC-09). */
@ApiTags('campaign')
@Controller('duties')
export class DutyController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Post()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'assignDuty' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  assign(
    @Body({ schema: dutyPayload }) payload: z.output<typeof dutyPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return giveDuty(this.platform, payload, command);
  }

  /** The earliest due first, what is done at the end. */
  @Get()
  @Requires('duty.own')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(dutyView) }) })
  async list(@Me() me: Person, @Query({ schema: dutyQuery }) { campaign, mine, overdue }: z.output<typeof dutyQuery>) {
    const today = dayOf(await this.clock.now());
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<Row>({
        text: `select d.id, d.campaign_id as campaign, c.name as "campaignName", d.version, d.status, d.task, d.lead, d.supporting,
                 d.account_id as account, a.name as person, d.due, d.status = 'open' and d.due < $1 as overdue, d.outcome
               from duty d join campaign c on c.id = d.campaign_id join account a on a.id = d.account_id
               where ($2::uuid is null or d.campaign_id = $2) and ($3::uuid is null or d.account_id = $3)
                 and ($4::boolean is null or (d.status = 'open' and d.due < $1) = $4)
               order by d.status desc, d.due, d.id limit 500`,
        values: [today, campaign ?? null, mine ? me.account : null, overdue ?? null],
      }),
    );
    return {
      items: rows.map((row) => ({
        ...row,
        acts: offersFor(DUTY_ROUTES, DUTY_ACTS, row, me).filter(
          ({ act }) => row.account === me.account || (act === 'handOverDuty' && me.roles.includes('coordinator')),
        ),
      })),
    };
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnDuty(this.platform, id, name as DutyActName, payload, command);
  }
}

defineActRoutes(DutyController, DUTY_ROUTES, DUTY_ACTS);
