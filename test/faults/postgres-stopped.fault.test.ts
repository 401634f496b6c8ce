import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { expectActedOnce, expectDeliveredOnce, expectWholeRecord } from '../support/processes-checks.js';
import { climbedOf, launchNear, obligationsOf } from '../support/processes-near.js';
import { distinctKeys, load, look, sendLead, untilDone } from '../support/processes-load.js';
import { type Installation, startInstallation } from '../support/processes.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

test.each([
  ['told to stop at once', 'SIGQUIT', 4_000], // "immediate": what a power cut would leave
  ['killed', 'SIGKILL', 500],
  ['shut down', 'SIGINT', 2_000],
] as const)(
  '%s under load: who asks meanwhile is told to come back, what was answered is kept, nothing is doubled',
  async (_how, signal, outage) => {
    const { api, worker, postgres, url } = installation;
    const pids = [api.pid, worker.pid];
    const due = await launchNear(installation, { dueIn: [1_500] });
    const leads = load(8, (key) => sendLead(installation, key));
    const looks = load(4, () => look(installation, 'cases'));
    await untilDone(leads, 40);
    await postgres.end(signal);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(503);
    await wait(outage);
    await postgres.start();
    await untilDone(leads, 20);

    const [written, seen] = [await leads.stop(), await looks.stop()];
    const troubles = [...written, ...seen].filter(({ status }) => status !== 200 && status !== 201);
    expect(troubles.length).toBeGreaterThanOrEqual(12);
    expect(troubles.filter((each) => each.status !== 503 || each.retryAfter !== '5')).toEqual([]);
    expect(new Set(troubles.map(({ type }) => type))).toEqual(new Set(['application/problem+json; charset=utf-8']));

    const keys = distinctKeys(written);
    for (const key of keys) expect((await sendLead(installation, key)).status).toBe(201);
    await expectActedOnce(installation, keys);
    await eventually(async () => expect(await obligationsOf(installation, due.id)).toEqual({ overdue: 15 }), 300);
    expect((await climbedOf(installation, due.id)).at(-1)).toEqual({ rung: 'overdue', recorded: 1, told: 15 });
    expect([api.pid, worker.pid]).toEqual(pids);
    await expectWholeRecord(installation);
  },
  120_000,
);

test('in the end every mail was written once', () => expectDeliveredOnce(installation, 900), 120_000);
