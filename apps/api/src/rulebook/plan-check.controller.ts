import { type Clock, dayOf } from '@fundguard/domain';
import type { StoredCalendars } from '@fundguard/persistence';
import { checkPlan } from '@fundguard/rulebook';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../http/access.js';
import { CALENDARS, CLOCK_PORT } from '../ports.js';
import { lineOf, planLine } from './plan.views.js';

/** Longer than any plan; what is pasted by mistake is refused at once. */
const LONGEST = 200_000;

const planDraft = z.strictObject({ text: z.string().min(1).max(LONGEST) }).meta({ id: 'PlanText' });
const checked = z
  .object({
    problems: z.array(
      z.object({
        path: z.string().meta({ example: 'phases.2.end' }),
        line: z.int().optional(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    plan: planLine.optional().meta({ description: 'In outline, once nothing is wrong with it' }),
  })
  .meta({ id: 'CheckedPlan' });

/** 检查方案: for whoever writes a plan. Nothing is kept. */
@ApiTags('rulebook')
@Controller('plan-checks')
export class PlanCheckController {
  constructor(
    @Inject(CALENDARS) private readonly calendars: StoredCalendars,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'checkPlan' })
  @ApiOkResponse({ standardSchema: checked })
  async check(@Body({ schema: planDraft }) { text }: z.infer<typeof planDraft>) {
    const [calendar, now] = await Promise.all([this.calendars.current(), this.clock.now()]);
    const { problems, plan } = checkPlan(text, calendar);
    return { problems, ...(plan ? { plan: lineOf(plan, dayOf(now), calendar) } : {}) };
  }
}
