import { type Answer, type Command, type Platform, acknowledgeDiscipline } from '@fundguard/casework';
import {
  INSPECTOR_ROLES,
  type Person,
  acknowledgementPayload,
  bilingual,
  certainty,
  disciplineReference,
  may,
} from '@fundguard/domain';
import { EVERYWHERE, acknowledgedAt, acknowledgements } from '@fundguard/persistence';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CampaignReader } from '../campaign/campaign.reader.js';
import { Me, Requires } from '../http/access.js';
import { answer } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { PLATFORM } from '../ports.js';

const disciplineQuery = z.object({ campaign: z.uuid() });
const disciplineView = z
  .object({
    document: z.string().meta({ description: 'Which version this is' }),
    name: bilingual,
    source: z.string(),
    certainty,
    rules: z.array(bilingual.extend({ id: z.string() })),
    declaration: bilingual,
    acknowledgedAt: z.string().nullable().meta({ description: 'When who asks acknowledged it in this campaign' }),
    people: z
      .array(z.object({ account: z.uuid(), name: z.string(), at: z.string().nullable() }))
      .meta({ description: 'For who coordinates: who inspects, those first who have not acknowledged it' }),
  })
  .meta({ id: 'Discipline' });

/** 检查纪律: acknowledged once for each campaign and version, before the first act of an inspector. */
@ApiTags('campaign')
@Controller('discipline')
export class DisciplineController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CampaignReader) private readonly campaigns: CampaignReader,
  ) {}

  @Get()
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'disciplineOf' })
  @ApiOkResponse({ standardSchema: disciplineView })
  async one(@Me() me: Person, @Query({ schema: disciplineQuery }) { campaign }: z.infer<typeof disciplineQuery>) {
    const { region } = await this.campaigns.file(me, campaign);
    const { id: _id, version: _version, ...current } = this.platform.rules.discipline();
    const document = disciplineReference({ id: _id, version: _version });
    const who = { region, roles: INSPECTOR_ROLES };
    return this.platform.db.within(EVERYWHERE, async (tx) => ({
      ...{ ...current, document, acknowledgedAt: (await acknowledgedAt(tx, campaign, document, me.account)) ?? null },
      people: may(me, 'campaign.coordinate') ? await acknowledgements(tx, campaign, document, who) : [],
    }));
  }

  @Post('acknowledgements')
  @Requires('note.acknowledge')
  @ApiOperation({ operationId: 'acknowledgeDiscipline' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  acknowledge(
    @Body({ schema: acknowledgementPayload }) payload: z.output<typeof acknowledgementPayload>,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return acknowledgeDiscipline(this.platform, payload, command);
  }
}
