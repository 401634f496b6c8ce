import {
  type Answer,
  type Command,
  type Platform,
  acknowledgeNote,
  issueGuidance,
  mayRead,
  remindOfNote,
} from '@fundguard/casework';
import { NOTE_KINDS, type Person, may, notePayload } from '@fundguard/domain';
import { EVERYWHERE, notesOf } from '@fundguard/persistence';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CampaignReader } from '../campaign/campaign.reader.js';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';

type ByPerson = Command & { actor: Person };
const noteQuery = z.object({ campaign: z.uuid() });
const noteView = z
  .object({
    id: z.uuid(),
    kind: z.enum(NOTE_KINDS),
    title: z.string(),
    edition: z.int().meta({ description: 'Of notes of this kind and title' }),
    text: z.string(),
    issuedBy: z.string(),
    issuedAt: z.string(),
    acknowledgedAt: z.string().nullable().meta({ description: 'When who asks acknowledged it' }),
    units: z.int().meta({ description: 'How many units it was issued to' }),
    notYet: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .meta({ description: 'For who coordinates: units that have not acknowledged it' }),
  })
  .meta({ id: 'GuidanceNote' });

/** 条线指导与操作手册: issued, read, acknowledged, and reminded of. */
@ApiTags('campaign')
@Controller('notes')
export class NoteController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  @Get()
  @Requires('campaign.read')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(noteView) }) })
  async list(@Me() me: Person, @Query({ schema: noteQuery }) { campaign }: z.infer<typeof noteQuery>) {
    const { region } = await this.campaigns.file(me, campaign);
    const notes = await this.platform.db.within(EVERYWHERE, (tx) => notesOf(tx, campaign, me.account));
    return {
      items: notes
        .filter((note) => mayRead(note, region, me))
        .map(({ campaign: _campaign, units, notYet, ...note }) => ({
          ...{ ...note, units: units.length, notYet: may(me, 'campaign.coordinate') ? notYet : [] },
        })),
    };
  }

  @Post()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'issueNote' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  issue(
    @Body({ schema: notePayload }) payload: z.output<typeof notePayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return issueGuidance(this.platform, payload, command);
  }

  @Post(':id/acknowledgement')
  @Requires('note.acknowledge')
  @ApiOperation({ operationId: 'acknowledgeNote' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  acknowledge(@Param('id', { schema: idParam }) id: string, @TheCommand() command: ByPerson): Promise<Answer> {
    return acknowledgeNote(this.platform, id, command);
  }

  @Post(':id/reminder')
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'remindOfNote' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  remind(@Param('id', { schema: idParam }) id: string, @TheCommand() command: ByPerson): Promise<Answer> {
    return remindOfNote(this.platform, id, command);
  }
}
