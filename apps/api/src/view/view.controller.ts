import { randomUUID } from 'node:crypto';
import { notFound } from '@fundguard/casework';
import { type Clock, type Person, Refusal } from '@fundguard/domain';
import {
  type Database,
  type Tx,
  deleteView,
  insertView,
  updateView,
  viewsOf,
  violatedConstraint,
} from '@fundguard/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';
import { type NewView, newView, viewView } from './view.views.js';

/** Filters of lists that one keeps under a name. Everybody has their own. */
@ApiTags('view')
@Controller('me/views')
export class ViewController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('session.own')
  @ApiOperation({ operationId: 'savedViews' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(viewView) }) })
  async list(@Me() { region, account }: Person) {
    return { items: await this.db.within(region, (tx) => viewsOf(tx, account)) };
  }

  @Post()
  @Requires('session.own')
  @ApiOperation({ operationId: 'saveView' })
  @ApiCreatedResponse({ standardSchema: viewView })
  async save(@Me() me: Person, @Body({ schema: newView }) body: NewView) {
    const view = { id: randomUUID(), ...body };
    const now = await this.clock.now();
    if (!(await this.named(me, (tx) => insertView(tx, me.account, view, now)))) throw tooMany();
    return view;
  }

  @Put(':id')
  @Requires('session.own')
  @ApiOperation({ operationId: 'changeView' })
  @ApiOkResponse({ standardSchema: viewView })
  async change(
    @Me() me: Person,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: newView }) body: NewView,
  ) {
    const view = { id, ...body };
    if (!(await this.named(me, (tx) => updateView(tx, me.account, view)))) throw notFound('view');
    return view;
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('session.own')
  @ApiOperation({ operationId: 'deleteView' })
  @ApiNoContentResponse()
  async remove(@Me() { region, account }: Person, @Param('id', { schema: idParam }) id: string): Promise<void> {
    if (!(await this.db.within(region, (tx) => deleteView(tx, account, id)))) throw notFound('view');
  }

  private async named<T>({ region }: Person, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.db.within(region, work);
    } catch (error) {
      if (violatedConstraint(error) === 'saved_view_name_once') throw nameTaken();
      throw error;
    }
  }
}

const nameTaken = () =>
  new Refusal(
    'conflict',
    'view.name-taken',
    { zh: '您已有同名视图', en: 'you have a view of this name' },
    { field: 'name' },
  );

const tooMany = () =>
  new Refusal('conflict', 'view.too-many', {
    zh: '最多保存 50 个视图，请先删除不用的',
    en: 'fifty views are kept at most; delete one that is no longer needed',
  });
