import { type Answer, type Command, type Platform, actOnDocument, recordCampaignDocument } from '@fundguard/casework';
import { DOCUMENT_ACTS, type DocumentActName, type Person, documentPayload } from '@fundguard/domain';
import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { idParam } from '../http/page.js';
import { PLATFORM } from '../ports.js';
import { DocumentReader } from './document.reader.js';
import { DOCUMENT_ROUTES } from './document.routes.js';
import { documentView } from './document.views.js';

type ByPerson = Command & { actor: Person };

/** 文件: number, issuer, dates and the rest of a campaign's document. */
@ApiTags('campaign')
@Controller()
export class CampaignDocumentReadController {
  constructor(@Inject(DocumentReader) private readonly documents: DocumentReader) {}

  @Get('campaigns/:id/document')
  @Requires('campaign.read')
  @ApiOperation({ operationId: 'campaignDocument' })
  @ApiOkResponse({ standardSchema: documentView })
  one(@Me() me: Person, @Param('id', { schema: idParam }) id: string) {
    return this.documents.document(me, id);
  }
}

/** 登记、更正. */
@ApiTags('campaign')
@Controller('campaign-documents')
export class CampaignDocumentController implements ActController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post()
  @Requires('campaign.coordinate')
  @ApiOperation({ operationId: 'recordDocument' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  record(
    @Body({ schema: documentPayload }) payload: z.output<typeof documentPayload>,
    @TheCommand() command: ByPerson,
  ): Promise<Answer> {
    return recordCampaignDocument(this.platform, payload, command);
  }

  act(id: string, name: string, payload: unknown, command: ByPerson): Promise<Answer> {
    return actOnDocument(this.platform, id, name as DocumentActName, payload, command);
  }
}

defineActRoutes(CampaignDocumentController, DOCUMENT_ROUTES, DOCUMENT_ACTS);
