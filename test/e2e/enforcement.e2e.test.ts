import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant } from '@fundguard/domain';
import { act, caseEvents, caseOf, openLead, post, walkTo } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

/** A decision that is not paid: the clock of the test's server goes on until the court may be asked. */
let platform: TestPlatform;
let id: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2026-03-02T01:00:00Z') });
  id = await openLead(platform);
  await walkTo(platform, id, 'execution');
}, 120_000);
afterAll(() => platform?.stop());

const enforcement = async (on?: string) => {
  const client = await platform.as('leader');
  const { data } = await client.GET('/api/v1/cases/{id}/enforcement', {
    params: { path: { id }, query: on ? { on } : {} },
  });
  return data;
};
const kinds = async () => (await caseEvents(platform, id)).map(({ kind }) => kind);
const clockOf = async (name: string) => (await caseOf(platform, id)).clocks.find(({ clock }) => clock === name);

test('what late payment would cost is asked about as of any day, before anything is late', async () => {
  const { execution } = await caseOf(platform, id);
  const due = execution?.fineDue ?? '';
  expect((await enforcement(due))?.surcharge).toMatchObject({ owed: '0', days: 0 });
  const next = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
  // 115,921.50 yuan at three per cent
  expect((await enforcement(next))?.surcharge).toMatchObject({ owed: '347765', days: 1 });
  expect((await enforcement())?.court).toMatchObject({ closes: expect.any(String) });
  expect((await enforcement())?.court).not.toHaveProperty('opens');
});

test('a fine that is not paid is missed by the clock, and the window for the court begins to run', async () => {
  const due = await clockOf('finePayment');
  await platform.passUntil(instant(due?.due ?? ''));
  await eventually(async () => expect(await clockOf('courtApplication')).toBeDefined());
  const window = (await enforcement())?.court;
  expect((await clockOf('courtApplication'))?.due.slice(0, 10)).toBe(window?.closes);
});

test('a reconsideration stops the surcharge, and only one runs at a time', async () => {
  const today = (await enforcement())?.on ?? '';
  const before = (await enforcement())?.surcharge?.owed;
  await act(platform, 'investigator', id, 'remedies', {
    ...{ kind: 'reconsideration', from: today, authority: '示范市人民政府' },
  });
  const later = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
  const paused = (await enforcement(later))?.surcharge;
  expect(Number(paused?.owed)).toBeLessThanOrEqual(Number(before));
  const twice = await post(platform, 'investigator', `/api/v1/cases/${id}/remedies`, {
    ...{ kind: 'litigation', from: today, authority: '甲县人民法院' },
  });
  expect(twice).toMatchObject({ status: 409, json: { type: '/problems/remedy.running' } });
  const remedy = (await caseOf(platform, id)).execution?.remedies[0]?.id;
  await act(platform, 'investigator', id, 'remedy-ends', { remedy, until: today, outcome: 'upheld' });
});

test('a court is not asked without a demand; once that expired, it is', async () => {
  const today = async () => (await enforcement())?.on ?? '';
  const ask = async () =>
    post(platform, 'investigator', `/api/v1/cases/${id}/court-applications`, {
      on: await today(),
      court: '甲县人民法院',
    });
  expect(await ask()).toMatchObject({
    status: 409,
    json: { type: '/problems/court.outside-window', article: '行政强制法 第五十四条' },
  });
  await act(platform, 'investigator', id, 'demand-service', { servedOn: await today(), method: 'direct' });
  await platform.passUntil(instant((await clockOf('demand'))?.due ?? ''));
  await eventually(async () => expect(await kinds()).toContain('demandExpired'));
  const opens = (await enforcement())?.court?.opens ?? '';
  await platform.passUntil(instant(`${opens}T09:00:00+08:00`));
  expect(await ask()).toMatchObject({ status: 201 });
  expect(await clockOf('courtApplication')).toBeUndefined();
});

test('what came in late leaves a surcharge to pay; a leader may waive it, the handler may not', async () => {
  const today = (await enforcement())?.on ?? '';
  const { ledgers } = await caseOf(platform, id);
  const pay = (ledger: string, amount: string) =>
    act(platform, 'agency', id, 'payments', { ledger, amount, paidOn: today, voucher: `V-${ledger}` });
  await pay('refund', ledgers?.refund.owed ?? '');
  await pay('fine', ledgers?.fine.owed ?? '');
  const after = await caseOf(platform, id);
  expect(after.stage).toBe('execution');
  expect(BigInt(after.ledgers?.surcharge?.owed ?? 0)).toBeGreaterThan(0n);
  await pay('surcharge', '100');
  expect(
    (await post(platform, 'investigator', `/api/v1/cases/${id}/surcharge-waiver`, { reason: '已补救' })).status,
  ).toBe(403);
  await act(platform, 'leader', id, 'surcharge-waiver', { reason: '当事人已采取补救措施' });
  expect(await caseOf(platform, id)).toMatchObject({
    stage: 'rectification',
    ledgers: { surcharge: { owed: '100', paid: '100' } },
  });
});

test('a fine that is paid in instalments is due by the plan, and says so', async () => {
  const other = await openLead(platform, { title: '甲县人民医院重复收费' });
  await walkTo(platform, other, 'execution');
  const { ledgers, execution } = await caseOf(platform, other);
  const day = (after: number) =>
    new Date(Date.parse(execution?.servedOn ?? '') + after * 86_400_000).toISOString().slice(0, 10);
  const half = BigInt(ledgers?.fine.owed ?? 0) / 2n;
  const plan = [
    { due: day(40), amount: String(half) },
    { due: day(70), amount: String(BigInt(ledgers?.fine.owed ?? 0) - half) },
  ];
  const short = plan.slice(0, 1);
  expect(
    await post(platform, 'leader', `/api/v1/cases/${other}/deferrals`, { instalments: short, reason: '经营困难' }),
  ).toMatchObject({ status: 422, json: { type: '/problems/instalments.sum', field: 'instalments' } });
  await act(platform, 'leader', other, 'deferrals', { instalments: plan, reason: '经营困难' });
  const client = await platform.as('leader');
  const { data } = await client.GET('/api/v1/cases/{id}/clocks', { params: { path: { id: other }, query: {} } });
  const fine = data?.items.find(({ clock }) => clock === 'finePayment');
  expect(fine?.steps.at(-1)).toMatchObject({ kind: 'set', to: day(40), article: '行政处罚法 第六十六条第二款' });
});
