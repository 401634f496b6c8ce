import {
  type Answer,
  type Command,
  type Platform,
  actOnAppointment,
  addCampaignGroup,
  appointPerson,
} from '@fundguard/casework';
import {
  APPOINTMENT_ACTS,
  type AppointmentActName,
  type Person,
  appointmentPayload,
  groupPayload,
} from '@fundguard/domain';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { PLATFORM } from '../ports.js';
import { GroupReader } from './group.reader.js';
import { APPOINTMENT_ROUTES } from './group.routes.js';
import { groupList, groupQuery } from './group.views.js';

type ByPerson = Command & { actor: Person };

/** 组织机构: the groups of a campaign, who sits in them, and who did on any day before. */
@ApiTags('campaign')
@Controller('groups')
export class GroupController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(GroupReader) private readonly groups: GroupReader,
  ) {}

  @Post()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'addGroup' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  add(
    @Body({ schema: groupPayload }) payload: z.output<typeof groupPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return addCampaignGroup(this.platform, payload, command);
  }

  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: groupList })
  list(@Me() me: Person, @Query({ schema: groupQuery }) query: z.output<typeof groupQuery>) {
    return this.groups.list(me, query);
  }
}

/** 任命、调整、免职. */
@ApiTags('campaign')
@Controller('appointments')
export class AppointmentController implements ActController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'appointPerson' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  appoint(
    @Body({ schema: appointmentPayload }) payload: z.output<typeof appointmentPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return appointPerson(this.platform, payload, command);
  }

  act(id: string, name: string, payload: unknown, command: ByPerson): Promise<Answer> {
    return actOnAppointment(this.platform, id, name as AppointmentActName, payload, command);
  }
}

defineActRoutes(AppointmentController, APPOINTMENT_ROUTES, APPOINTMENT_ACTS);
