import { createHmac } from 'node:crypto';
import type { Clock } from '@fundguard/domain';
import { type WebhookChannel, Undeliverable } from './channel.js';

const TIMEOUT = 10_000;

/** `v1,` + base64 of HMAC-SHA256 over `id.timestamp.body` (the Standard Webhooks scheme). */
export const signWebhook = (secret: string, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

/**
 * Posts a signed JSON body. `webhook-id` is the same on every attempt, so that a receiver can tell a repetition; the
 * timestamp is the attempt's own, because receivers refuse what was signed long ago.
 */
export function createWebhookChannel(clock: Clock): WebhookChannel {
  return {
    async send({ id, target, secret, notification }) {
      if (!target || !secret) throw new Undeliverable('the webhook was removed');
      const body = JSON.stringify({ type: 'notification', ...notification });
      const timestamp = Math.floor(Date.parse(await clock.now()) / 1000).toString();
      const response = await fetch(target, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signWebhook(secret, id, timestamp, body),
        },
        body,
      });
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    },
  };
}
