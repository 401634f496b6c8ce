import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, openLead } from '../support/case-walk.js';
import { obligations } from '../support/campaign-walk.js';
import { eventually } from '../support/eventually.js';
import {
  expectDeliveredOnce,
  expectWholeRecord,
  kindsOf,
  expectActedOnce,
  statusOf,
  toldOf,
  untilHeard,
} from '../support/processes-checks.js';
import { acted, climbedOf, launchNear, obligationsOf } from '../support/processes-near.js';
import { distinctKeys, load, sendLead, untilDone } from '../support/processes-load.js';
import { type Installation, startInstallation } from '../support/processes.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 60_000);
afterAll(() => installation?.stop(), 60_000);

const health = async () => {
  const response = await fetch(`${installation.url}/api/v1/health`);
  return { code: response.status, ...((await response.json()) as object) };
};

// However long it lasts: a timer is an absolute instant of the file, and the outbox keeps what was not heard.
test('while Temporal is gone people go on; when it is back workflows catch up and every deadline fires once', async () => {
  const { temporal, platform } = installation;
  const known = await launchNear(installation, { dueIn: [10_000] });
  await untilHeard(installation);

  await temporal.kill9();
  expect(await health()).toEqual({ code: 200, status: 'degraded', database: true, workflows: false });
  const opened = await openLead(platform);
  await act(platform, 'investigator', opened, 'filing-request', { grounds: '筛查结果与病历不符' });
  await act(platform, 'leader', opened, 'filing-approval');
  const unknown = await launchNear(installation, { dueIn: [2_000] });
  for (const { id } of [known, unknown]) {
    const [mine] = await obligations(platform, 'hospital', { campaign: id });
    await acted(installation, 'hospital', `obligations/${mine?.id}/submission`, { content: '统计表' });
  }
  const [due = ''] = known.dues;
  await wait(Math.max(0, Date.parse(due) - Date.now()) + 1_000);
  expect(await obligationsOf(installation, known.id)).toEqual({ open: 14, submitted: 1 });

  await temporal.start();
  await untilHeard(installation);
  for (const { id } of [known, unknown]) {
    const late = async () => expect(await obligationsOf(installation, id)).toEqual({ overdue: 14, submitted: 1 });
    await eventually(late, 300);
    expect((await climbedOf(installation, id)).at(-1)).toEqual({ rung: 'overdue', recorded: 1, told: 14 });
    expect(await statusOf(installation, `campaign/${id}`)).toBe('RUNNING');
  }
  await eventually(async () => expect(await toldOf(installation, opened)).toHaveLength(3), 300);
  expect(await kindsOf(installation, opened)).toEqual(['leadOpened', 'filingRequested', 'filingApproved']);
  await eventually(async () => expect(await health()).toMatchObject({ code: 200, status: 'ok' }), 300);
  await expectWholeRecord(installation);
}, 120_000);

test('hundreds of reports that came in meanwhile do not hide what the leader did after them', async () => {
  const { temporal } = installation;
  const { id } = await launchNear(installation, { dueIn: [10 * 86_400_000] });
  const [mine] = await obligations(installation.platform, 'hospital', { campaign: id });
  await untilHeard(installation);
  await eventually(async () => expect(await toldOf(installation, id)).toHaveLength(3), 300);
  await temporal.kill9();
  for (let round = 0; round < 260; round += 1) {
    await acted(installation, 'hospital', `obligations/${mine?.id}/submission`, { content: '统计表' });
    await acted(installation, 'coordinator', `obligations/${mine?.id}/return`, { reason: '缺少结算数据' });
  }
  await acted(installation, 'leader', `campaigns/${id}/pause`, { reason: '汛期' });
  const paused = `event:${(await kindsOf(installation, id)).length} role:coordinator@`;
  await temporal.start();
  await untilHeard(installation);
  await eventually(async () => expect((await toldOf(installation, id)).at(-1)).toMatch(paused), 100);
}, 60_000);

test('killed under load and started again: nothing is lost, and what was due meanwhile fires late but once', async () => {
  const { temporal, api, worker } = installation;
  const pids = [api.pid, worker.pid];
  const { id, dues } = await launchNear(installation, { dueIn: [1_500, 1_800, 2_100] });
  const leads = load(2, (key) => sendLead(installation, key));
  await untilDone(leads, 20);
  await temporal.kill9();
  await untilDone(leads, 40);
  await wait(Math.max(0, Date.parse(dues.at(-1) ?? '') - Date.now()));
  await temporal.start();
  await untilDone(leads, 10);
  const outcomes = await leads.stop();
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([201]));

  await expectActedOnce(installation, distinctKeys(outcomes));
  const late = async () => expect(await obligationsOf(installation, id)).toEqual({ overdue: 45 });
  await eventually(late, 300);
  const overdue = (await climbedOf(installation, id)).filter(({ rung }) => rung === 'overdue');
  expect(overdue).toEqual(dues.map(() => ({ rung: 'overdue', recorded: 1, told: 15 })));
  expect([api.pid, worker.pid]).toEqual(pids);
  await expectWholeRecord(installation);
  await expectDeliveredOnce(installation);
}, 120_000);
