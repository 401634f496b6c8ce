import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Person } from '@fundguard/domain';
import type { Database } from '@fundguard/persistence';
import { notFound } from '@fundguard/casework';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Me, Requires } from '../http/access.js';
import { idParam, page, pageOf, pageQuery } from '../http/page.js';
import { CLOCK_PORT, DATABASE } from '../ports.js';

const deliveryView = z
  .object({
    id: z.uuid(),
    notification: z.uuid(),
    subject: z.string(),
    channel: z.enum(['email', 'webhook']),
    target: z.string(),
    status: z.enum(['waiting', 'sending', 'sent', 'failed', 'uncertain']),
    attempts: z.int(),
    nextAttemptAt: z.string(),
    sentAt: z.string().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Delivery' });

const deliveryQuery = pageQuery.extend({
  status: deliveryView.shape.status.optional(),
  notification: z.uuid().optional(),
});
const webhookPayload = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .refine((url) => !/^https?:\/\/[^/]*@/i.test(url), '地址中不得含用户名和密码 · no credentials in the address'),
  })
  .meta({ id: 'NewWebhook' });
const webhookView = z.object({ id: z.uuid(), url: z.string(), secret: z.string().optional() }).meta({ id: 'Webhook' });

/** How far e-mails and webhooks got, and where webhooks go. */
@ApiTags('notification')
@Controller()
export class DeliveryController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK_PORT) private readonly clock: Clock,
  ) {}

  @Get('deliveries')
  @Requires('delivery.read')
  @ApiOkResponse({ standardSchema: pageOf(deliveryView, 'DeliveryPage') })
  async list(
    @Me() me: Person,
    @Query({ schema: deliveryQuery }) { status, notification, after, limit }: z.infer<typeof deliveryQuery>,
  ) {
    const rows = await this.db.within(me.region, (tx) =>
      tx.query<{ id: string }>({
        text: `select d.id, d.notification_id as notification, n.subject_zh as subject, d.channel, d.target, d.status, d.attempts,
                 d.next_attempt_at as "nextAttemptAt", d.sent_at as "sentAt", d.error
               from delivery d join notification n on n.id = d.notification_id
               where ($1::text is null or d.status = $1) and ($2::uuid is null or d.notification_id = $2) and ($3::uuid is null or d.id < $3)
               order by d.id desc limit $4`,
        values: [status ?? null, notification ?? null, after ?? null, limit + 1],
      }),
    );
    return page(rows, limit, ({ id }) => id);
  }

  /** The secret is shown this once. */
  @Post('webhooks')
  @Requires('account.manage')
  @ApiOperation({ operationId: 'addWebhook' })
  @ApiCreatedResponse({ standardSchema: webhookView })
  async add(@Me() me: Person, @Body({ schema: webhookPayload }) { url }: z.infer<typeof webhookPayload>) {
    const webhook = { id: randomUUID(), url, secret: randomBytes(24).toString('base64url') };
    const now = await this.clock.now();
    await this.db.within(me.region, (tx) =>
      tx.query({
        text: 'insert into webhook (id, url, secret, region, created_at) values ($1, $2, $3, $4, $5)',
        values: [webhook.id, url, webhook.secret, me.region, now],
      }),
    );
    return webhook;
  }

  @Get('webhooks')
  @Requires('account.manage')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(webhookView) }) })
  async webhooks(@Me() me: Person) {
    const items = await this.db.within(me.region, (tx) =>
      tx.query({ text: 'select id, url from webhook where disabled_at is null order by created_at', values: [] }),
    );
    return { items };
  }

  @Delete('webhooks/:id')
  @HttpCode(204)
  @Requires('account.manage')
  @ApiOperation({ operationId: 'removeWebhook' })
  @ApiNoContentResponse()
  async remove(@Me() me: Person, @Param('id', { schema: idParam }) id: string): Promise<void> {
    const now = await this.clock.now();
    const gone = await this.db.within(me.region, (tx) =>
      tx.query({
        text: 'update webhook set disabled_at = $2 where id = $1 and disabled_at is null returning 1',
        values: [id, now],
      }),
    );
    if (gone.length === 0) throw notFound('webhook');
  }
}
