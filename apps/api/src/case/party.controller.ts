import type { Person } from '@fundguard/domain';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { CaseReader } from './case.reader.js';
import { caseView, penaltyView, transferView } from './case.views.js';

const partyCase = caseView
  .pick({ id: true, number: true, version: true, stage: true, title: true, clocks: true, ledgers: true, acts: true })
  .extend({
    notice: z.object({ servedOn: z.string(), penalty: penaltyView.optional() }).optional(),
    statements: z.array(z.object({ text: z.string(), at: z.string() })),
    decision: z.object({ rectifyBy: z.string(), penalty: penaltyView }).optional(),
    rectification: z.object({ report: z.string(), accepted: z.boolean() }).optional(),
  })
  .meta({ id: 'PartyCase' });

/** What those outside the bureau read: the institution a case is against, and the authority it was transferred to. */
@ApiTags('case')
@Controller()
export class PartyController {
  constructor(@Inject(CaseReader) private readonly cases: CaseReader) {}

  @Get('party/cases')
  @Requires('case.answer')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(partyCase) }) })
  async ours(@Me() me: Person) {
    return { items: await this.cases.ofParty(me) };
  }

  @Get('transfers')
  @Requires('transfer.answer')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(transferView) }) })
  async toUs(@Me() me: Person) {
    return { items: await this.cases.ofPartner(me) };
  }
}
