import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import {
  expectActedOnce,
  expectDeliveredOnce,
  expectWholeRecord,
  kindsOf,
  statusOf,
  toldOf,
  unheard,
  untilHeard,
} from '../support/processes-checks.js';
import { distinctKeys, load, sendLead, untilDone } from '../support/processes-load.js';
import { type Installation, startInstallation } from '../support/processes.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

const NOWHERE = { TEMPORAL_ADDRESS: '127.0.0.1:9' };

/** The lead is on the record once, its workflow runs, and its handler was told once; sending it again changes nothing. */
async function expectOneOf(key: string): Promise<void> {
  const handler = `event:1 account:${installation.accounts.investigator}`;
  await eventually(async () => expect(await toldOf(installation, key)).toEqual([handler]), 300);
  expect(await statusOf(installation, `case/${key}`)).toBe('RUNNING');
  expect((await sendLead(installation, key)).status).toBe(201);
  expect(await kindsOf(installation, key)).toEqual(['leadOpened']);
  await untilHeard(installation);
  expect(await toldOf(installation, key)).toEqual([handler]);
}

test('killed between the commit and the signal: the worker brings what was committed, once', async () => {
  const { api, worker } = installation;
  await worker.stop();
  await api.stop();
  await api.start(NOWHERE);
  const key = randomUUID();
  expect((await sendLead(installation, key)).status).toBe(201);
  expect(await (await fetch(`${installation.url}/api/v1/health`)).json()).toMatchObject({ status: 'degraded' });
  await api.kill9();
  expect(await unheard(installation)).toBe(1);
  expect(await statusOf(installation, `case/${key}`)).toBe('NONE');

  await Promise.all([worker.start(), api.start()]);
  await expectOneOf(key);
}, 60_000);

test('killed with the signal on its way: it arrives from both, and acts once', async () => {
  const { api, temporal } = installation;
  temporal.freeze();
  const key = randomUUID();
  expect((await sendLead(installation, key)).status).toBe(201);
  await wait(200);
  await api.kill9();
  temporal.thaw();
  await api.start();
  await expectOneOf(key);
}, 60_000);

test('killed under load: what was answered is there, and whoever asks again with the same key is served once', async () => {
  const { api } = installation;
  const leads = load(8, (key) => sendLead(installation, key));
  await untilDone(leads, 40);
  await api.kill9();
  await api.start();
  await untilDone(leads, 20);
  const outcomes = await leads.stop();
  expect(outcomes.filter(({ status }) => status === undefined).length).toBeGreaterThanOrEqual(8);
  expect(outcomes.filter(({ status }) => status !== undefined && status !== 201)).toEqual([]);

  const keys = distinctKeys(outcomes);
  for (const key of keys) expect((await sendLead(installation, key)).status).toBe(201);
  await expectActedOnce(installation, keys);
  await expectWholeRecord(installation);
  await expectDeliveredOnce(installation);
}, 120_000);
