export { type Channels, type MailChannel, type WebhookChannel } from './channel.js';
export { Deliverer } from './deliverer.js';
export { createMailChannel } from './mail.js';
export { createWebhookChannel, signWebhook } from './webhook.js';
