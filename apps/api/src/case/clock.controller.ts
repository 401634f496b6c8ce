import {
  type Calendars,
  type CaseClock,
  type ClockStep,
  type Clock,
  type Day,
  type Person,
  type Rules,
  type WorkingCalendar,
  dayOf,
  explainClock,
  givenDay,
  standingOn,
} from '@fundguard/domain';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { CALENDARS, CLOCK_PORT, RULEBOOK } from '../ports.js';
import { clockStep, standing } from '../rulebook/deadline.controller.js';
import { CaseReader } from './case.reader.js';
import { clockView } from './case.views.js';

const clockQuery = z.object({
  on: givenDay.optional().meta({ description: 'How the limits stand on that day; today where it is left out' }),
});
const explained = z
  .object({ items: z.array(clockView.extend({ steps: z.array(clockStep), standing })) })
  .meta({ id: 'CaseClocks' });

/** 期限依据: each limit of a case, how it was counted, and how it stands on a day of one's choice. */
@ApiTags('case')
@Controller('cases/:id/clocks')
export class ClockController {
  constructor(
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(RULEBOOK) private readonly rules: Rules,
    @Inject(CALENDARS) private readonly calendars: Calendars,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('case.read')
  @ApiOperation({ operationId: 'caseClocks' })
  @ApiOkResponse({ standardSchema: explained })
  async clocks(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: clockQuery }) { on }: z.infer<typeof clockQuery>,
  ) {
    const file = await this.cases.file(me, id);
    const calendar = await this.calendars.current();
    const day = (on as Day | undefined) ?? dayOf(await this.clock.now());
    return {
      items: file.clocks.map((clock) => ({
        ...clock,
        steps: this.stepsOf(file.law, clock, calendar),
        standing: standingOn(clock.due, day, calendar),
      })),
    };
  }

  /** A limit that an order set has no steps but itself; where a decision set another day than the law, that is the last step. */
  private stepsOf(law: string, clock: CaseClock, calendar: WorkingCalendar): readonly ClockStep[] {
    const rule = this.rules.law(law).clocks.find(({ id }) => id === clock.clock);
    const counted = rule ? explainClock(rule, clock.from, calendar, clock) : [];
    const day = dayOf(clock.due);
    if (rule?.unit === 'hour' || counted.findLast(({ to }) => to)?.to === day) return counted;
    const text = { zh: `${clock.article}：改定至 ${day}`, en: `set to ${day} by decision` };
    return [...counted, { kind: 'set', text, to: day, article: clock.article }];
  }
}
