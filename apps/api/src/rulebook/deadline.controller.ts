import { type Calendars, type Person, answerDeadline, certainty, deadlineQuestion } from '@fundguard/domain';
import type { Rulebook } from '@fundguard/rulebook';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { CALENDARS, RULEBOOK } from '../ports.js';

const words = z.object({ zh: z.string(), en: z.string() });

export const clockStep = z
  .object({
    kind: z.enum(['start', 'length', 'holidays', 'extension', 'excluded', 'rolled', 'set', 'provisional', 'unread']),
    text: words,
    to: z.string().optional().meta({ description: 'The last day as it stands after the step' }),
    article: z.string().optional(),
  })
  .meta({ id: 'ClockStep' });

export const standing = z
  .object({
    on: z.string(),
    state: z.enum(['running', 'lastDay', 'passed']),
    days: z.int().meta({ description: 'Left; negative once it has passed' }),
    workingDays: z.int(),
  })
  .meta({ id: 'Standing' });

const deadlineAnswer = z
  .object({
    clock: z.string(),
    name: words,
    law: z.string(),
    from: z.string(),
    due: z.string(),
    lastDay: z.string(),
    article: z.string(),
    certainty,
    provisional: z.boolean(),
    steps: z.array(clockStep),
    standing: standing.optional(),
  })
  .meta({ id: 'DeadlineAnswer' });

/** 期限测算: any limit of the law, for any event, step by step, without touching a case. */
@ApiTags('rulebook')
@Controller('deadline-assessments')
export class DeadlineController {
  constructor(
    @Inject(RULEBOOK) private readonly rules: Rulebook,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('case.read')
  @ApiOperation({ operationId: 'assessDeadline' })
  @ApiOkResponse({ standardSchema: deadlineAnswer })
  async assess(@Me() me: Person, @Body({ schema: deadlineQuestion }) question: z.infer<typeof deadlineQuestion>) {
    return answerDeadline({ region: me.region, ...question }, this.rules, await this.calendars.current());
  }
}
