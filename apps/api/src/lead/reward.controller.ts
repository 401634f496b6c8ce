import {
  assessReward,
  dayOf,
  fenText,
  rewardTablesFor,
  toFen,
  type CaseFile,
  type Person,
  type Rules,
} from '@fundguard/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CaseReader } from '../case/case.reader.js';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { RULEBOOK } from '../ports.js';

const said = z.object({ zh: z.string(), en: z.string() });
const scale = z
  .object({
    national: z.object({ source: z.string(), cap: fenText, floor: fenText, certainty: z.string() }).nullable(),
    local: z
      .object({
        source: z.string(),
        jurisdiction: z.string(),
        certainty: z.string(),
        categories: z.array(z.object({ id: z.string(), name: said, rate: z.int(), certainty: z.string() })),
      })
      .nullable()
      .meta({ description: 'Without one nothing is computed: it is to be confirmed locally' }),
    caseValue: fenText.nullable().meta({ description: 'What the decision found; null before there is one' }),
  })
  .meta({ id: 'RewardScale' });
const asked = z.strictObject({ category: z.string().max(60), caseValue: fenText }).meta({ id: 'RewardToAssess' });
const assessed = z
  .object({ amount: fenText, explanation: z.array(said), table: z.string() })
  .meta({ id: 'AssessedReward' });

/** 奖励标准 as it applies to a case, and what a reward would be by it. */
@ApiTags('lead')
@Controller('cases')
export class RewardController {
  constructor(
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(RULEBOOK) private readonly rules: Rules,
  ) {}

  @Get(':id/reward-scale')
  @Requires('case.read')
  @ApiOperation({ operationId: 'rewardScale' })
  @ApiOkResponse({ standardSchema: scale })
  async scale(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    const file = await this.cases.file(me, id);
    const { national, local } = this.tablesFor(file);
    return { national: national ?? null, local: local ?? null, caseValue: file.decision?.penalty.refund ?? null };
  }

  @Post(':id/reward-assessments')
  @HttpCode(200)
  @Requires('case.read')
  @ApiOperation({ operationId: 'assessReward' })
  @ApiOkResponse({ standardSchema: assessed })
  async assess(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: asked }) { category, caseValue }: z.output<typeof asked>,
  ) {
    const file = await this.cases.file(me, id);
    return assessReward({ caseValue: toFen(caseValue), category }, this.tablesFor(file));
  }

  private tablesFor({ region, decision, openedAt }: CaseFile) {
    return rewardTablesFor(this.rules.rewardTables, region, dayOf(decision?.decidedAt ?? openedAt));
  }
}
