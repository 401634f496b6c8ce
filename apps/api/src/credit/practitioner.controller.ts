import {
  type Answer,
  type Command,
  type Platform,
  actOnPractitioner,
  addPractitionerTo,
  notFound,
} from '@fundguard/casework';
import { writeOfficial } from '@fundguard/documents';
import {
  PRACTITIONER_ACTS,
  type Person,
  type PractitionerActName,
  type PractitionerDetails,
  deductionNotice,
  practitionerPayload,
  speaksForUnit,
} from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { type ActController, answer, defineActRoutes } from '../http/act-routes.js';
import { ApiCommand, TheCommand } from '../http/command.js';
import { DOCX, sendDocx } from '../http/download.js';
import { idParam } from '../http/page.js';
import { DATABASE, PLATFORM } from '../ports.js';
import { PRACTITIONER_ROUTES } from './credit.routes.js';
import { practitionerPage, practitionerQuery, practitionerView } from './credit.views.js';
import { PractitionerReader } from './practitioner.reader.js';

/** 医保支付资格记分: physicians and others whom the fund pays, with their points (R-CRED-03, R-MEAS-14). */
@ApiTags('credit')
@Controller('practitioners')
export class PractitionerController implements ActController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(PractitionerReader) private readonly people: PractitionerReader,
  ) {}

  @Post()
  @Requires('points.enter')
  @ApiOperation({ operationId: 'listPractitioner' })
  @ApiCommand()
  @ApiCreatedResponse({ standardSchema: answer })
  add(
    @Body({ schema: practitionerPayload }) payload: PractitionerDetails,
    @TheCommand() command: Command & { actor: Person },
  ): Promise<Answer> {
    return addPractitionerTo(this.platform, payload, command);
  }

  /** The newest first. */
  @Get()
  @Requires('points.read')
  @ApiOperation({ operationId: 'practitioners' })
  @ApiOkResponse({ standardSchema: practitionerPage })
  list(@Me() me: Person, @Query({ schema: practitionerQuery }) query: z.output<typeof practitionerQuery>) {
    return this.people.list(me, query);
  }

  @Get(':id')
  @Requires('points.read')
  @ApiOperation({ operationId: 'practitioner' })
  @ApiOkResponse({ standardSchema: practitionerView })
  async one(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.people.one(me, id);
    void reply.header('etag', `"${found.version}"`);
    return found;
  }

  /** 《医保医师扣分告知书》. */
  @Get(':id/deductions/:deduction/docx')
  @Requires('points.read')
  @ApiOperation({ operationId: 'downloadDeductionNotice' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ description: 'A .docx', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async notice(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('deduction', { schema: idParam }) which: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { state } = await this.people.row(me, id);
    const deduction = state.deductions.find(
      (each) => each.id === which && (!speaksForUnit(me) || each.unit === me.unit),
    );
    if (!deduction) throw notFound('deduction');
    const [names] = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ unit: string; bureau: string }>({
        text: `select u.name as unit, r.name_zh || '医疗保障局' as bureau from unit u join region r on r.path = $2 where u.id = $1`,
        values: [deduction.unit, state.region],
      }),
    );
    const rules = this.people.rulesBy(deduction.rules);
    const text = names && deductionNotice(state, deduction, { ...names, ...(rules ? { rules } : {}) });
    if (!text) throw notFound('deduction');
    await sendDocx(reply, `${state.name}${text.title}`, await writeOfficial(text));
  }

  act(id: string, name: string, payload: unknown, command: Command & { actor: Person }): Promise<Answer> {
    return actOnPractitioner(this.platform, id, name as PractitionerActName, payload, command);
  }
}

defineActRoutes(PractitionerController, PRACTITIONER_ROUTES, PRACTITIONER_ACTS);
