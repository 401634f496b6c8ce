import { type Clock, type Rules, assessPenalty, breach, dayOf, fenText, toFen, withBand } from '@fundguard/domain';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../http/access.js';
import { CLOCK_PORT, RULEBOOK } from '../ports.js';
import { penaltyView } from './case.views.js';

const finding = z
  .strictObject({
    breach,
    fraudulentPurpose: z.boolean(),
    amount: fenText,
    multiple: z.number().multipleOf(0.01),
    law: z.string().max(100).optional().meta({ description: 'A pinned pack, `national@1`; else the one in force' }),
  })
  .meta({ id: 'PenaltyFinding' });

/** What a penalty would be: the calculator by itself, for any finding, without touching a case. */
@ApiTags('case')
@Controller('penalty-assessments')
export class AssessmentController {
  constructor(
    @Inject(RULEBOOK) private readonly rules: Rules,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('case.read')
  @ApiOperation({ operationId: 'assessPenalty' })
  @ApiOkResponse({ standardSchema: penaltyView })
  async assess(@Body({ schema: finding }) { law, amount, multiple, ...found }: z.infer<typeof finding>) {
    const { penalties } = law ? this.rules.law(law) : this.rules.currentLaw(dayOf(await this.clock.now()));
    const inFen = { ...found, amount: toFen(amount), multiple: Math.round(multiple * 100) };
    return withBand(assessPenalty(inFen, penalties), penalties);
  }
}
