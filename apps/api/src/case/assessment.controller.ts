import {
  type Calendars,
  type Clock,
  type Person,
  type Rules,
  answerPenalty,
  dayOf,
  fenText,
  penaltyQuestion,
} from '@fundguard/domain';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { CALENDARS, CLOCK_PORT, RULEBOOK } from '../ports.js';
import { penaltyView } from './case.views.js';

const line = z.object({ zh: z.string(), en: z.string() });

const assessment = penaltyView
  .extend({
    law: z.string(),
    parts: z.array(penaltyView).meta({ description: 'Each breach by itself; the first is the one asked about first' }),
    totals: z.object({ refund: fenText, fine: fenText, confiscated: fenText }).meta({
      description: 'Over all parts: refunds go to the fund, fines and confiscations to the treasury',
    }),
    notes: z.array(line),
    surcharge: z
      .object({ owed: fenText, days: z.int(), explanation: z.array(line) })
      .optional()
      .meta({ description: '加处罚款, where it was asked about' }),
  })
  .meta({ id: 'PenaltyAssessment' });

/** What a penalty would be: the calculator by itself, for any findings, without touching a case. */
@ApiTags('case')
@Controller('penalty-assessments')
export class AssessmentController {
  constructor(
    @Inject(RULEBOOK) private readonly rules: Rules,
    @Inject(CALENDARS) private readonly calendars: Calendars,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('case.read')
  @ApiOperation({ operationId: 'assessPenalty' })
  @ApiOkResponse({ standardSchema: assessment })
  async assess(@Me() me: Person, @Body({ schema: penaltyQuestion }) question: z.infer<typeof penaltyQuestion>) {
    const calendar = await this.calendars.current();
    return answerPenalty({ region: me.region, ...question }, this.rules, calendar, dayOf(await this.clock.now()));
  }
}
