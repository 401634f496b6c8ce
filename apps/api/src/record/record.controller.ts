import type { Person } from '@fundguard/domain';
import { type Database, verifyRecord } from '@fundguard/persistence';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam } from '../http/page.js';
import { DATABASE } from '../ports.js';
import { RecordReader } from './record.reader.js';
import { type RecordQuery, recordPage, recordQuery, recordedChange, verification } from './record.views.js';

const seqParam = z.coerce.number().int().positive();

@ApiTags('record')
@Controller()
export class RecordController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(RecordReader) private readonly record: RecordReader,
  ) {}

  @Get('events')
  @Requires('record.verify')
  @ApiOperation({ operationId: 'searchRecord' })
  @ApiOkResponse({ standardSchema: recordPage })
  search(@Me() me: Person, @Query({ schema: recordQuery }) query: RecordQuery) {
    return this.record.search(me, query);
  }

  @Get('events/:file/:seq')
  @Requires('record.verify')
  @ApiOperation({ operationId: 'recordedChange' })
  @ApiOkResponse({ standardSchema: recordedChange })
  change(
    @Me() me: Person,
    @Param('file', { schema: idParam }) file: string,
    @Param('seq', { schema: seqParam }) seq: number,
  ) {
    return this.record.change(me, file, seq);
  }

  /** Proves every chain of the region's files, and names the first link that is broken. */
  @Post('record/verification')
  @HttpCode(200)
  @Requires('record.verify')
  @ApiOperation({ operationId: 'verifyRecord' })
  @ApiOkResponse({ standardSchema: verification })
  verify(@Me() me: Person) {
    return verifyRecord(this.db, undefined, me.region);
  }
}
