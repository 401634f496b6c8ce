import { type Platform, writePlan } from '@fundguard/casework';
import { type Clock, type Person, type PlanTemplate, Refusal, dayOf, planTemplate } from '@fundguard/domain';
import type { StoredCalendars, WrittenPlan } from '@fundguard/persistence';
import { checkPlan, planAsText } from '@fundguard/rulebook';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { InvalidRequest } from '../http/validation.js';
import { CALENDARS, CLOCK_PORT, PLATFORM } from '../ports.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { checkedPlan, lineOf, planLine, planText, scheduleQuery, scheduleView } from './plan.views.js';
import { RehearsalReader } from './rehearsal.reader.js';

type Lined = Pick<WrittenPlan, 'plan'> & Partial<WrittenPlan>;

/** 实施方案: the templates campaigns are drafted from, and the bureau's own. */
@ApiTags('rulebook')
@Controller()
export class PlanController {
  constructor(
    @Inject(PlanCatalogue) private readonly plans: PlanCatalogue,
    @Inject(RehearsalReader) private readonly rehearsals: RehearsalReader,
    @Inject(CALENDARS) private readonly calendars: StoredCalendars,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @Get('plans')
  @Requires('rulebook.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(planLine) }) })
  async all(@Me() me: Person) {
    return { items: await this.lines(await this.plans.all(me)) };
  }

  @Get('plans/:plan')
  @Requires('rulebook.read')
  @ApiOkResponse({ standardSchema: planTemplate })
  plan(@Me() me: Person, @Param('plan') plan: string): Promise<PlanTemplate> {
    return this.plans.byId(me, plan);
  }

  /** To begin a plan of one's own with. */
  @Get('plans/:plan/text')
  @Requires('rulebook.read')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @ApiOperation({ operationId: 'planText' })
  @ApiProduces('application/yaml')
  @ApiOkResponse({ content: { 'application/yaml': { schema: { type: 'string' } } } })
  async text(@Me() me: Person, @Param('plan') plan: string) {
    return planAsText(await this.plans.byId(me, plan));
  }

  /** The plan laid on the calendar from a start: what a coordinator sees before drafting. */
  @Get('plans/:plan/schedule')
  @Requires('rulebook.read')
  @ApiOkResponse({ standardSchema: scheduleView })
  async schedule(
    @Me() me: Person,
    @Param('plan') plan: string,
    @Query({ schema: scheduleQuery }) query: z.infer<typeof scheduleQuery>,
  ) {
    return this.rehearsals.schedule(await this.plans.byId(me, plan), query);
  }

  /** 检查方案: for whoever writes a plan. Nothing is kept. */
  @Post('plan-checks')
  @HttpCode(200)
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'checkPlan' })
  @ApiOkResponse({ standardSchema: checkedPlan })
  async check(@Body({ schema: planText }) { text }: z.infer<typeof planText>) {
    const { problems, plan } = checkPlan(text, await this.calendars.current(), this.platform.rules.form);
    const [line] = plan ? await this.lines([{ plan }]) : [];
    return { problems, ...(line ? { plan: line } : {}) };
  }

  /** 添加方案: a plan of one's own becomes a template. The same text twice is one; a correction is a new version. */
  @Put('plans/:plan')
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'writePlan' })
  @ApiOkResponse({ standardSchema: planLine })
  async write(
    @Me() me: Person,
    @Param('plan') id: string,
    @Body({ schema: planText }) { text }: z.infer<typeof planText>,
  ) {
    const { problems, plan } = checkPlan(text, await this.calendars.current(), this.platform.rules.form);
    if (!plan) throw new InvalidRequest(problems.map(({ path, ...words }) => ({ field: path || 'text', ...words })));
    if (plan.id !== id) {
      throw new Refusal(
        'invalid',
        'plan.other-id',
        { zh: `方案的标识 ${plan.id} 与路径不符`, en: `the plan calls itself ${plan.id}, the path ${id}` },
        { field: 'id' },
      );
    }
    await writePlan(this.platform, plan, me);
    const [line] = await this.lines((await this.plans.all(me)).filter((each) => each.plan.id === id));
    return line;
  }

  private async lines(plans: readonly Lined[]) {
    const [calendar, now] = await Promise.all([this.calendars.current(), this.clock.now()]);
    return plans.map(({ plan, region, addedAt }) => ({
      ...lineOf(plan, dayOf(now), calendar),
      ...(region && addedAt ? { written: { region, at: new Date(addedAt).toISOString() } } : {}),
    }));
  }
}
