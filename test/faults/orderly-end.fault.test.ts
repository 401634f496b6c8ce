import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLead } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { expectWholeRecord, kindsOf, toldOf, untilHeard } from '../support/processes-checks.js';
import { attemptsOf } from '../support/processes-history.js';
import { hold } from '../support/processes-hold.js';
import { sendLead } from '../support/processes-load.js';
import { type Installation, startInstallation } from '../support/processes.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

const LIMIT = 15_000;

/** Told to end, it does so by itself within the limit. Returns how. */
async function told(program: 'api' | 'worker', meanwhile: () => Promise<void>): Promise<string> {
  const began = performance.now();
  const [how] = await Promise.all([installation[program].end('SIGTERM'), meanwhile()]);
  expect(performance.now() - began).toBeLessThan(LIMIT);
  return how;
}
const nothing = () => Promise.resolve();

test('the api answers what it began before it ends', async () => {
  const { api } = installation;
  const held = await hold(installation, [
    { table: 'event', on: 'insert', moment: 'commit', when: `new.kind = 'leadOpened'` },
  ]);
  const asked = [sendLead(installation), sendLead(installation), sendLead(installation)];
  await held.untilHeld(3);
  const how = await told('api', async () => {
    await wait(500);
    await held.release();
  });
  expect(how).toBe('ended with code 0');
  for (const { key, status } of await Promise.all(asked)) {
    expect(status).toBe(201);
    expect(await kindsOf(installation, key)).toEqual(['leadOpened']);
  }
  await api.start();
}, 60_000);

test('the worker finishes what it does before it ends, and leaves the rest to the next', async () => {
  const { worker, platform } = installation;
  await untilHeard(installation);
  const first = await openLead(platform);
  await eventually(async () => expect(await toldOf(installation, first)).toHaveLength(1));
  const held = await hold(installation, [
    { table: 'notification', on: 'insert', moment: 'commit', when: `new.cause = 'event:1'` },
  ]);
  const id = await openLead(platform);
  await held.untilHeld(1);
  const how = await told('worker', async () => {
    await wait(500);
    await held.release();
  });
  expect(how).toBe('ended with code 0');
  expect(await toldOf(installation, id)).toHaveLength(1);
  const later = await openLead(platform);
  await worker.start();
  await eventually(async () => expect(await toldOf(installation, later)).toHaveLength(1), 300);
  expect(await attemptsOf(installation, `case/${id}`, 'announceCase')).toEqual([1]);
  await expectWholeRecord(installation);
}, 60_000);

test('both end in time although Temporal is gone', async () => {
  const { temporal, platform } = installation;
  await temporal.kill9();
  await openLead(platform);
  expect(await Promise.all([told('api', nothing), told('worker', nothing)])).toEqual([
    'ended with code 0',
    'ended with code 0',
  ]);
  await temporal.start();
}, 60_000);

test('both end in time although PostgreSQL is gone', async () => {
  const { api, worker, postgres } = installation;
  await Promise.all([api.start(), worker.start()]);
  await postgres.end('SIGQUIT');
  expect((await sendLead(installation)).status).toBe(503);
  expect(await Promise.all([told('api', nothing), told('worker', nothing)])).toEqual([
    'ended with code 0',
    'ended with code 0',
  ]);
  await postgres.start();
}, 60_000);
