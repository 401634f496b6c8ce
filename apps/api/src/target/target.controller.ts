import { type Answer, type Command, type Platform, addFigureTo } from '@fundguard/casework';
import { INDICATORS, type IndicatorId, type Person, figurePayload, indicatorId } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { RowsReader } from './rows.reader.js';
import { TargetReader, indicatorShown } from './target.reader.js';
import { asOfQuery, enteredView, indicatorView, regionsView, rowPage, rowsQuery, targetsView } from './target.views.js';

/** 目标 of a campaign: each bound to an indicator, and each figure open to its rows. */
@ApiTags('campaign')
@Controller('campaigns/:id')
export class TargetController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(TargetReader) private readonly targets: TargetReader,
    @Inject(RowsReader) private readonly rows: RowsReader,
  ) {}

  @Get('targets')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: targetsView })
  all(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: asOfQuery }) { asOf }: z.output<typeof asOfQuery>,
  ) {
    return this.targets.targets(me, id, asOf);
  }

  /** Baselines and entered figures, with all that held before them. */
  @Get('figures')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(enteredView) }) })
  async figures(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return { items: await this.targets.figures(me, id) };
  }

  @Post('figures')
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'enterFigure' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  enter(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: figurePayload }) payload: z.output<typeof figurePayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return addFigureTo(this.platform, id, payload, command);
  }

  /** The rows behind a figure, with the figure they make. */
  @Get('indicators/:indicator/rows')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: rowPage })
  behind(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('indicator', { schema: indicatorId }) indicator: IndicatorId,
    @Query({ schema: rowsQuery }) query: z.output<typeof rowsQuery>,
  ) {
    return this.rows.rows(me, id, indicator, query);
  }

  /** By region, in the order of its code; fines are not set side by side. */
  @Get('indicators/:indicator/regions')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: regionsView })
  regions(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('indicator', { schema: indicatorId }) indicator: IndicatorId,
    @Query({ schema: asOfQuery }) { asOf }: z.output<typeof asOfQuery>,
  ) {
    return this.rows.regions(me, id, indicator, asOf);
  }
}

/** 指标目录. */
@ApiTags('rulebook')
@Controller('indicators')
export class IndicatorController {
  @Get()
  @Requires('rulebook.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(indicatorView) }) })
  all() {
    return { items: INDICATORS.map(indicatorShown) };
  }
}
