import { type Database, verifyRecord } from '@fundguard/persistence';
import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../http/access.js';
import { DATABASE } from '../ports.js';

const verification = z
  .object({
    files: z.int(),
    events: z.int(),
    broken: z.object({ fileId: z.uuid(), seq: z.int(), reason: z.enum(['hash', 'chain', 'gap', 'head']) }).optional(),
  })
  .meta({ id: 'Verification' });

@ApiTags('record')
@Controller('record')
export class RecordController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Proves every chain of the record, and names the first link that is broken. */
  @Post('verification')
  @HttpCode(200)
  @Requires('record.verify')
  @ApiOperation({ operationId: 'verifyRecord' })
  @ApiOkResponse({ standardSchema: verification })
  verify() {
    return verifyRecord(this.db);
  }
}
