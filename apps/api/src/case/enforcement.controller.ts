import {
  type Calendars,
  type Clock,
  type Day,
  type Person,
  type Rules,
  dayOf,
  fenText,
  givenDay,
  surchargeOf,
  windowOf,
} from '@fundguard/domain';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { CALENDARS, CLOCK_PORT, RULEBOOK } from '../ports.js';
import { CaseReader } from './case.reader.js';

const line = z.object({ zh: z.string(), en: z.string() });
const asOf = z.object({ on: givenDay.optional().meta({ description: 'As of that day; today where it is left out' }) });
const enforcement = z
  .object({
    on: z.string(),
    surcharge: z.object({ owed: fenText, days: z.int(), explanation: z.array(line) }).optional(),
    court: z
      .object({
        remedyEnds: z.string(),
        opens: z.string().optional().meta({ description: 'Unknown until the demand was served' }),
        closes: z.string(),
        explanation: z.array(line),
      })
      .optional(),
  })
  .meta({ id: 'Enforcement' });

/** 加处罚款与申请法院强制执行: what late payment costs on a day, and when a court can be asked, line by line. */
@ApiTags('case')
@Controller('cases/:id/enforcement')
export class EnforcementController {
  constructor(
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(RULEBOOK) private readonly rules: Rules,
    @Inject(CALENDARS) private readonly calendars: Calendars,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @ApiOperation({ operationId: 'caseEnforcement' })
  @ApiOkResponse({ standardSchema: enforcement })
  async standing(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: asOf }) { on }: z.infer<typeof asOf>,
  ) {
    const file = await this.cases.file(me, id);
    const day = (on as Day | undefined) ?? dayOf(await this.clock.now());
    const surcharge = surchargeOf(file, day);
    const law = { law: this.rules.law(file.law), calendar: await this.calendars.current() };
    return {
      on: day,
      ...(surcharge ? { surcharge } : {}),
      ...(file.execution?.fineDue ? { court: windowOf(file.execution, law) } : {}),
    };
  }
}
