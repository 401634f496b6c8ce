import { CHANGES_SHOWN, changesOf, notFound } from '@fundguard/casework';
import { type Clock, type Person, may } from '@fundguard/domain';
import {
  type Database,
  type FileWithForms,
  type Tx,
  campaignChanges,
  closeForm,
  eventsOf,
  fileWithForms,
  formsOfOthers,
  keepFormOpen,
} from '@fundguard/persistence';
import { Body, Controller, Delete, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { type FormName, formName, openForm, presenceView } from './presence.views.js';

/**
 * Who else has a form open on a campaign or case, and what happened since the version a form was opened on. For those in
 * whose own region the file lies: the row policies hide the file, and so everything about it, from others.
 */
@ApiTags('record')
@Controller('presence')
export class PresenceController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  /** To be said again every ten seconds. After thirty without a word the form counts as closed. */
  @Put(':id/:form')
  @Requires('case.read')
  @ApiOperation({ operationId: 'keepFormOpen' })
  @ApiOkResponse({ standardSchema: presenceView })
  async keep(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('form', { schema: formName }) form: FormName,
    @Body({ schema: openForm }) { seen }: z.infer<typeof openForm>,
  ) {
    const now = await this.clock.now();
    return this.db.within(me.region, async (tx) => {
      const file = await readable(tx, me, id);
      const mine = { file: id, account: me.account, form };
      await keepFormOpen(tx, mine, file.region, now);
      const changes = seen === undefined || seen >= file.version ? [] : await changesSince(tx, file, id, seen);
      return { others: await formsOfOthers(tx, mine, now), version: file.version, changes: changesOf(changes) };
    });
  }

  @Delete(':id/:form')
  @HttpCode(204)
  @Requires('case.read')
  @ApiOperation({ operationId: 'closeForm' })
  @ApiNoContentResponse()
  async close(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Param('form', { schema: formName }) form: FormName,
  ): Promise<void> {
    await this.db.within(me.region, async (tx) => {
      await readable(tx, me, id);
      await closeForm(tx, { file: id, account: me.account, form });
    });
  }
}

async function readable(tx: Tx, me: Person, id: string): Promise<FileWithForms> {
  const file = await fileWithForms(tx, id);
  if (!file || (file.about === 'campaign' && !may(me, 'campaign.read'))) throw notFound('file');
  return file;
}

const changesSince = (tx: Tx, { about }: FileWithForms, id: string, seen: number) =>
  about === 'case' ? eventsOf(tx, id, seen, CHANGES_SHOWN) : campaignChanges(tx, id, seen);
