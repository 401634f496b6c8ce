import { type Answer, type Command, type Platform, actOnCampaign, openCampaign } from '@fundguard/casework';
import { CAMPAIGN_ACTS, type CampaignActName, type Person, draftPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { eventPage } from '../case/case.views.js';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { CampaignReader } from './campaign.reader.js';
import { CAMPAIGN_ROUTES } from './campaign.routes.js';
import {
  campaignEventQuery,
  campaignPage,
  campaignQuery,
  campaignView,
  deadlineView,
  kinView,
  participantView,
} from './campaign.views.js';
import { KinReader } from './kin.reader.js';
import { OverviewReader } from './overview.reader.js';
import { overviewView } from './overview.views.js';

@ApiTags('campaign')
@Controller('campaigns')
export class CampaignController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
    @Inject(OverviewReader) private readonly overviews: OverviewReader,
    @Inject(KinReader) private readonly kin: KinReader,
  ) {}

  @Post()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'draftCampaign' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  draft(
    @Body({ schema: draftPayload }) draft: z.output<typeof draftPayload>,
    @TheCommand() command: Command,
  ): Promise<Answer> {
    return openCampaign(this.platform, draft, command);
  }

  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: campaignPage })
  list(@Me() me: Person, @Query({ schema: campaignQuery }) query: z.infer<typeof campaignQuery>) {
    return this.campaigns.list(me, query);
  }

  @Get(':id')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: campaignView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const file = await this.campaigns.one(me, id);
    void reply.header('etag', `"${file.version}"`);
    return file;
  }

  /** The figures of the cockpit, now and a week ago. */
  @Get(':id/overview')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: overviewView })
  overview(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.overviews.overview(me, id);
  }

  /** What it belongs to, what is carried out below it, and what looks back on what. */
  @Get(':id/kin')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: kinView })
  relatives(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.kin.kin(me, id);
  }

  @Get(':id/events')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: eventPage })
  events(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: campaignEventQuery }) query: z.infer<typeof campaignEventQuery>,
  ) {
    return this.campaigns.events(me, id, query);
  }

  @Get(':id/deadlines')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(deadlineView) }) })
  async deadlines(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return { items: await this.campaigns.deadlines(me, id) };
  }

  @Get(':id/participants')
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(participantView) }) })
  async participants(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return { items: await this.campaigns.participants(me, id) };
  }

  act(id: string, name: string, payload: unknown, command: Command): Promise<Answer> {
    return actOnCampaign(this.platform, id, name as CampaignActName, payload, command);
  }
}

defineActRoutes(CampaignController, CAMPAIGN_ROUTES, CAMPAIGN_ACTS);
