import { type Calendars, type Clock, type Person, Refusal, calendarYear, dayOf, lawPack } from '@fundguard/domain';
import type { StoredCalendars } from '@fundguard/persistence';
import { type Rulebook } from '@fundguard/rulebook';
import { Body, Controller, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { CALENDARS, CLOCK_PORT, RULEBOOK } from '../ports.js';

const loadedYear = z
  .object({
    year: z.int(),
    notice: z.string(),
    holidays: z.array(z.string()),
    workdays: z.array(z.string()),
    loadedAt: z.string(),
    byHand: z.boolean().meta({ description: 'Loaded by an administrator rather than with the product' }),
  })
  .meta({ id: 'LoadedYear' });
const calendarsView = z
  .object({
    items: z.array(loadedYear),
    missing: z.array(z.int()).meta({ description: 'Of this year and the next, those without a notice: provisional' }),
  })
  .meta({ id: 'CalendarsView' });

/** `/990000/` in parts: the topmost region. */
const ROOT_PARTS = 3;

/** Law and calendars as they are in force. */
@ApiTags('rulebook')
@Controller()
export class RulebookController {
  constructor(
    @Inject(RULEBOOK) private readonly rulebook: Rulebook,
    @Inject(CALENDARS) private readonly calendars: StoredCalendars & Calendars,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get('law')
  @Requires('rulebook.read')
  @ApiOkResponse({ standardSchema: lawPack })
  async law(@Me() me: Person) {
    return this.rulebook.currentLaw(dayOf(await this.clock.now()), me.region);
  }

  @Get('calendars')
  @Requires('rulebook.read')
  @ApiOperation({ operationId: 'calendars' })
  @ApiOkResponse({ standardSchema: calendarsView })
  async loaded() {
    const years = await this.calendars.years();
    const thisYear = Number(dayOf(await this.clock.now()).slice(0, 4));
    return {
      items: years.map(({ days, loadedAt, byHand }) => ({ ...days, loadedAt: loadedAt.toISOString(), byHand })),
      missing: [thisYear, thisYear + 1].filter((year) => !years.some(({ days }) => days.year === year)),
    };
  }

  /** Loads a year's holiday notice. Deadlines that were provisional are computed again within a minute. */
  @Put('calendars/:year')
  @HttpCode(204)
  @Requires('calendar.load')
  @ApiOperation({ operationId: 'loadCalendar' })
  @ApiNoContentResponse()
  async loadCalendar(
    @Me() me: Person,
    @Param('year', { schema: z.coerce.number().int() }) year: number,
    @Body({ schema: calendarYear }) body: z.infer<typeof calendarYear>,
  ): Promise<void> {
    if (me.region.split('/').length > ROOT_PARTS) {
      throw new Refusal('forbidden', 'calendar.root-only', {
        zh: '节假日安排适用于全部辖区，须由最上级管理员导入',
        en: 'a calendar holds for every region: the administrator of the topmost one loads it',
      });
    }
    if (body.year !== year) {
      throw new Refusal(
        'invalid',
        'calendar.other-year',
        { zh: '年份与路径不符', en: 'the year is not the one of the path' },
        { field: 'year' },
      );
    }
    await this.calendars.load([body], await this.clock.now(), me.account, true);
  }
}
