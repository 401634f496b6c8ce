import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createCaseActivities } from '@fundguard/casework';
import type { Schemas } from '@fundguard/client';
import type { CaseId } from '@fundguard/domain';
import { Deliverer, createMailChannel, createWebhookChannel } from '@fundguard/notifications';
import { claimParcels, planDeliveries } from '@fundguard/persistence';
import { toldOf } from '../support/campaign-walk.js';
import { act, openLead } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';
import { type WebhookReceiver, smtpServer, webhookReceiver } from '../support/receivers.js';

let platform: TestPlatform;
let mailDir: string;
let hook: Schemas['Webhook'];
let receiver: WebhookReceiver;

beforeAll(async () => {
  platform = await startPlatform();
  mailDir = await mkdtemp(join(tmpdir(), 'fundguard-mail-'));
  receiver = await webhookReceiver();
  hook = await addWebhook('admin');
  await addWebhook('countyB');
}, 60_000);
afterAll(async () => {
  receiver.close();
  await rm(mailDir, { recursive: true });
  await platform?.stop();
});
beforeEach(() => {
  receiver.answer = 204;
  receiver.received.length = 0;
});

async function addWebhook(who: Name): Promise<Schemas['Webhook']> {
  const url = `${receiver.url}/${who}`;
  const { data } = await (await platform.as(who)).POST('/api/v1/webhooks', { body: { url } });
  return data as Schemas['Webhook'];
}

const settings = () => ({ from: 'fundguard@example.test', mailDir, publicUrl: 'https://fundguard.example.test' });
const deliverer = (smtpUrl?: string) =>
  new Deliverer(platform.db, platform.clock, {
    email: createMailChannel({ ...settings(), smtpUrl }),
    webhook: createWebhookChannel(platform.clock),
  });
const mails = () => readdir(join(mailDir, 'new')).catch(() => [] as string[]);

/** A lead whose handler was told of it: one notification, by mail and by webhook. */
async function told(): Promise<{ lead: string; notification: string }> {
  const lead = await openLead(platform);
  await eventually(async () => expect(await toldOf(platform, 'investigator', lead)).toHaveLength(1));
  const [notification] = await toldOf(platform, 'investigator', lead);
  return { lead, notification: notification?.id ?? '' };
}

async function deliveries(notification: string): Promise<Record<string, Schemas['Delivery']>> {
  const client = await platform.as('coordinator');
  const { data } = await client.GET('/api/v1/deliveries', { params: { query: { notification } } });
  return Object.fromEntries(data?.items.map((each) => [each.channel, each]) ?? []);
}

test('a notification goes out once by mail and by signed webhook, and everybody may see how far it got', async () => {
  const { lead, notification } = await told();
  expect(await deliverer().deliverDue()).toBe(2);
  const [mail = ''] = await mails();
  const text = await readFile(join(mailDir, 'new', mail), 'utf8');
  expect(text).toMatch(/^To: investigator@example\.test\r?$/m);
  const [, encoded = ''] = text.split(/\r?\n\r?\n/);
  expect(Buffer.from(encoded, 'base64').toString()).toContain(`https://fundguard.example.test/files/${lead}`);

  expect(receiver.received).toHaveLength(1); // and none for the webhook of the other county
  const { headers, body } = receiver.received[0] as (typeof receiver.received)[number];
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const signature = createHmac('sha256', hook.secret ?? '')
    .update(signed)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  expect(JSON.parse(body)).toMatchObject({ type: 'notification', id: notification, file_id: lead });

  const state = await deliveries(notification);
  expect(state).toMatchObject({
    email: { status: 'sent', target: 'investigator@example.test', attempts: 1 },
    webhook: { status: 'sent', attempts: 1, error: null },
  });
  expect(mail).toBe(`${state['email']?.id}.eml`);
  expect([await deliverer().deliverDue(), (await mails()).length, receiver.received.length]).toEqual([0, 1, 1]);
});

test('what a role is told reaches everybody who has it', async () => {
  const { lead } = await told();
  await act(platform, 'investigator', lead, 'filing-request', { grounds: '涉嫌骗保' });
  await eventually(async () => expect(await toldOf(platform, 'leader', lead)).toHaveLength(1));
  await deliverer().deliverDue();
  const [asked] = await toldOf(platform, 'deputy', lead);
  const client = await platform.as('coordinator');
  const { data } = await client.GET('/api/v1/deliveries', { params: { query: { notification: asked?.id ?? '' } } });
  const targets = data?.items.filter(({ channel }) => channel === 'email').map(({ target }) => target);
  expect(targets?.sort()).toEqual(['deputy@example.test', 'leader@example.test']);
});

test('a webhook that answers 500 is tried again later, with the same id, until it takes it', async () => {
  receiver.answer = 500;
  const { notification } = await told();
  await deliverer().deliverDue();
  expect(await deliveries(notification)).toMatchObject({
    email: { status: 'sent' },
    webhook: { status: 'waiting', attempts: 1, error: 'the webhook answered 500' },
  });
  expect(await deliverer().deliverDue()).toBe(0); // not before its time
  receiver.answer = 204;
  await platform.pass('6 seconds');
  expect(await deliverer().deliverDue()).toBe(1);
  expect(await deliveries(notification)).toMatchObject({ webhook: { status: 'sent', attempts: 2, error: null } });
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

test('after ten attempts nobody tries any more', async () => {
  receiver.answer = 503;
  const { notification } = await told();
  for (let attempt = 1; attempt <= 11; attempt += 1) {
    await deliverer().deliverDue();
    await platform.pass('1 hour');
  }
  expect(await deliveries(notification)).toMatchObject({ webhook: { status: 'failed', attempts: 10 } });
  expect(receiver.received).toHaveLength(10);
});

test('two at work never send one parcel twice', async () => {
  await Promise.all(Array.from({ length: 5 }, told));
  const before = (await mails()).length;
  const handled = await Promise.all([deliverer().deliverDue(), deliverer().deliverDue(), deliverer().deliverDue()]);
  expect(handled.reduce((sum, each) => sum + each)).toBe(10);
  expect([(await mails()).length - before, receiver.received.length]).toEqual([5, 5]);
});

test('what a sender held that died is sent when its lease ends: by webhook and maildir, not by SMTP', async () => {
  const claimed = async () => {
    const { notification } = await told();
    const now = await platform.clock.now();
    await planDeliveries(platform.db, now);
    const leaseEnds = new Date(Date.parse(now) + 60_000).toISOString() as typeof now;
    expect(await claimParcels(platform.db, now, leaseEnds, 10)).toHaveLength(2);
    expect(await deliverer().deliverDue()).toBe(0);
    await platform.pass('61 seconds');
    return notification;
  };
  const first = await claimed();
  await deliverer().deliverDue();
  expect(await deliveries(first)).toMatchObject({
    email: { status: 'sent', attempts: 2 },
    webhook: { status: 'sent' },
  });

  const second = await claimed();
  await deliverer('smtp://127.0.0.1:1').deliverDue();
  expect(await deliveries(second)).toMatchObject({ email: { status: 'uncertain' }, webhook: { status: 'sent' } });
  await platform.pass('2 hours');
  expect(await deliverer('smtp://127.0.0.1:1').deliverDue()).toBe(0);
});

test.each([
  ['taken', '250 queued', 'sent'],
  ['refused for good', '554 no such mailbox', 'failed'],
  ['put off', '451 try again later', 'waiting'],
  ['lost sight of: it may have arrived, so it is left to a person', undefined, 'uncertain'],
])('mail by SMTP that was %s', async (_what, afterwards, status) => {
  const server = await smtpServer(afterwards);
  const { notification } = await told();
  await deliverer(server.url).deliverDue();
  expect(await deliveries(notification)).toMatchObject({ email: { status, attempts: 1 } });
  server.close();
});

test('a case that is announced twice, or by two at once, tells everybody once; and reading is remembered', async () => {
  const { lead, notification } = await told();
  const activities = createCaseActivities(platform.platform);
  const announceCase = () => activities.announceCase(lead as CaseId);
  await Promise.all(Array.from({ length: 5 }, announceCase));
  await announceCase();
  expect(await toldOf(platform, 'investigator', lead)).toHaveLength(1);

  const client = await platform.as('investigator');
  const read = { params: { path: { id: notification } } };
  const reads = [1, 2].map(() => client.PUT('/api/v1/notifications/{id}/read', read));
  expect((await Promise.all(reads)).map(({ response }) => response.status)).toEqual([204, 204]);
  const unread = await client.GET('/api/v1/notifications', { params: { query: { unread: 'true' } } });
  expect(unread.data?.items.map(({ id }) => id)).not.toContain(notification);
});
