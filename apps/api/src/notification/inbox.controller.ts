import { notFound } from '@fundguard/casework';
import { type Clock, type Person, addresseesOf, may } from '@fundguard/domain';
import { type Database, EVERYWHERE } from '@fundguard/persistence';
import { Controller, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam, page, pageOf, pageQuery } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';

const notificationView = z
  .object({
    id: z.uuid(),
    file: z.uuid().meta({ description: 'The campaign or case it is about' }),
    link: z.string().meta({ description: 'The page of the web that it is about' }),
    subjectZh: z.string(),
    subjectEn: z.string(),
    at: z.string(),
    due: z.string().nullable(),
    recalledAt: z.string().nullable(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Notification' });

const inboxQuery = pageQuery.extend({ unread: z.stringbool().optional() });

@ApiTags('notification')
@Controller('notifications')
export class InboxController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  /** What the person, their roles, or their unit were told; newest first. */
  @Get()
  @Requires('inbox.read')
  @ApiOkResponse({ standardSchema: pageOf(notificationView, 'NotificationPage') })
  async inbox(@Me() me: Person, @Query({ schema: inboxQuery }) { unread, after, limit }: z.infer<typeof inboxQuery>) {
    // Addressees are the person's own, so the region adds nothing; a unit is told by campaigns of regions above it.
    const rows = await this.db.within(EVERYWHERE, (tx) =>
      tx.query<{ id: string; file: string; about: About }>({
        text: `select n.id, n.file_id as file, case when exists (select from campaign where id = n.file_id) then 'campaign' when exists (select from practitioner where id = n.file_id) then 'person'
                   when exists (select from block where id = n.file_id) then 'block' else 'case' end as about, n.subject_zh as "subjectZh", n.subject_en as "subjectEn", n.at, n.due,
                 n.recalled_at as "recalledAt", r.at as "readAt"
               from notification n left join notification_read r on r.notification_id = n.id and r.account_id = $2
               where n.addressee = any($1) and ($3::uuid is null or n.id < $3) and (not $4 or r.at is null)
               order by n.id desc limit $5`,
        values: [addresseesOf(me), me.account, after ?? null, unread ?? false, limit + 1],
      }),
    );
    const lines = rows.map((row) => ({ ...row, link: linkFor(me, row) }));
    return page(lines, limit, ({ id }) => id);
  }

  @Put(':id/read')
  @HttpCode(204)
  @Requires('inbox.read')
  @ApiOperation({ operationId: 'markRead' })
  @ApiNoContentResponse()
  async read(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<void> {
    const now = await this.clock.now();
    const found = await this.db.within(EVERYWHERE, (tx) =>
      tx.query({
        text: `insert into notification_read (notification_id, account_id, at)
               select id, $2, $3 from notification where id = $1 and addressee = any($4)
               on conflict (notification_id, account_id) do update set at = notification_read.at returning 1`,
        values: [id, me.account, now, addresseesOf(me)],
      }),
    );
    if (found.length === 0) throw notFound('notification');
  }
}

type About = 'campaign' | 'case' | 'person' | 'block';

/** Where the person goes to act on it: a unit to its desk, an authority to what was transferred to it, others to the file. */
function linkFor(me: Person, { file, about }: { file: string; about: About }): string {
  if (about === 'person' || about === 'block') return `/credit?${about}=${file}`;
  if (about === 'campaign') return may(me, 'obligation.submit') ? '/desk' : `/campaigns/${file}`;
  if (may(me, 'case.read')) return `/cases/${file}`;
  return may(me, 'transfer.answer') ? '/transfers' : '/desk/cases';
}
