import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import { campaignEvents, done, expectClockwork, launch, toldOf } from '../support/campaign-walk.js';
import { openLead, post } from '../support/case-walk.js';
import { eventually } from '../support/eventually.js';
import type { Name } from '../support/people.js';
import { type TestPlatform, startPlatform } from '../support/platform.js';

const at = (text: string) => instant(`${text.replace(' ', 'T')}+08:00`);

let platform: TestPlatform;
let first: string;
let lookBack: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  first = await launch(platform);
}, 60_000);
afterAll(() => platform?.stop());

const unit = (key: string) => platform.organisation.unit(key);
async function enter(who: Name, what: string, more: object = {}): Promise<string> {
  const found = { campaign: first, unit: unit('a-peoples'), source: 'selfCheck', category: '重复收费', what };
  return (await done(platform, who, 'problems', { ...found, amount: '100000', due: '2023-04-10', ...more })).id;
}
async function settle(id: string, who: Name = 'hospital'): Promise<void> {
  const said = { department: '医保办', responsible: '王某', measures: '上线审核', report: '已整改' };
  await done(platform, who, `problems/${id}/refunds`, { amount: '100000', paidOn: '2023-03-14', voucher: '001' });
  await done(platform, who, `problems/${id}/rectification`, said);
  await done(platform, 'coordinator', `problems/${id}/strike-off`);
}
async function ledger(who: Name, query: object): Promise<Schemas['LedgerProblem'][]> {
  const { data } = await (await platform.as(who)).GET('/api/v1/problems', { params: { query: query as never } });
  return data?.items ?? [];
}
const takeOver = (body: object = { due: '2023-04-20' }) =>
  post(platform, 'coordinator', `/api/v1/campaigns/${lookBack}/inheritance`, body);

test('a look-back takes over what was left open, what is to be checked again, and cases nobody finished; once', async () => {
  const left = await enter('hospital', '只退回一部分');
  await done(platform, 'hospital', `problems/${left}/refunds`, {
    amount: '40000',
    paidOn: '2023-03-14',
    voucher: '001',
  });
  await settle(await enter('hospital', '已整改销号'));
  await enter('clinic', '诊所不参加回头看', { unit: unit('a-clinic-1') });
  await openLead(platform, { campaign: first });

  const units = [unit('a-peoples'), unit('a-bureau')];
  lookBack = await launch(platform, { predecessor: first, name: '回头看', units });
  const past = await takeOver({ due: '2023-03-13' });
  expect([past.status, past.json['type']]).toEqual([422, '/problems/date.too-early']);
  expect(await takeOver()).toMatchObject({ status: 201, json: { events: ['ledgerTakenOver'] } });
  expect((await campaignEvents(platform, lookBack)).at(-1)).toMatchObject({
    kind: 'ledgerTakenOver',
    data: { predecessor: first, open: 1, toRecheck: 1, cases: 1, leftOut: 1 },
  });
  const taken = await ledger('coordinator', { campaign: lookBack });
  expect(
    taken.map(({ status, amount, recheck, source, category }) => [status, amount, recheck, source, category]).sort(),
  ).toEqual(
    [
      ['open', '0', null, 'predecessor', '交办线索未查处到位'],
      ['open', '60000', null, 'predecessor', '重复收费'],
      ['struckOff', '0', 'due', 'predecessor', '重复收费'],
    ].sort(),
  );
  expect(taken[0]?.takenFrom).toBe((await ledger('coordinator', { campaign: first }))[0]?.campaignName);
  expect((await ledger('coordinator', { campaign: first })).filter(({ takenBy }) => takenBy === '回头看')).toHaveLength(
    2,
  );
  expect(await takeOver({ due: '2023-04-21' })).toMatchObject({ status: 201 });
  expect(await ledger('coordinator', { campaign: lookBack })).toHaveLength(3);
});

test('what was taken over is put right there alone, and no other look-back takes it again', async () => {
  const old = (await ledger('hospital', { campaign: first })).find(
    ({ takenBy, amount }) => takenBy && amount === '100000',
  );
  expect(old?.acts).toEqual([]);
  const paid = await post(platform, 'hospital', `/api/v1/problems/${old?.id}/refunds`, {
    ...{ amount: '60000', paidOn: '2023-03-14', voucher: '002' },
  });
  expect([paid.status, paid.json['type']]).toEqual([409, '/problems/problem.taken-over']);
  const units = [unit('a-peoples'), unit('a-bureau')];
  const second = await launch(platform, { predecessor: first, name: '再回头看', units });
  await done(platform, 'coordinator', `campaigns/${second}/inheritance`, { due: '2023-04-20' });
  expect(await ledger('coordinator', { campaign: second })).toEqual([]);
});

test('a hospital sees its own lines of it, and nothing of a lead', async () => {
  expect((await ledger('hospital', { campaign: lookBack })).map(({ category }) => category)).toEqual([
    '重复收费',
    '重复收费',
  ]);
  expect((await ledger('bureau', { campaign: lookBack })).map(({ category }) => category)).toEqual([
    '交办线索未查处到位',
  ]);
});

test('what was struck off is checked again; a sham comes back onto the ledger', async () => {
  const [again] = await ledger('coordinator', { campaign: lookBack, recheck: 'due' });
  await done(platform, 'agency', `problems/${again?.id}/rechecks`, { sham: true, note: '仍在收取', due: '2023-04-20' });
  expect(await ledger('coordinator', { campaign: lookBack, recheck: 'due' })).toEqual([]);
  expect((await ledger('coordinator', { campaign: lookBack, recheck: 'done' }))[0]).toMatchObject({
    status: 'returned',
    shams: 1,
  });
});

test('of what a campaign struck off, so many per cent are drawn for a re-check, never the same twice', async () => {
  const sample = (body: object) => post(platform, 'coordinator', `/api/v1/campaigns/${first}/recheck-samples`, body);
  for (let n = 0; n < 4; n += 1) await settle(await enter('hospital', `第 ${n} 项`));
  expect(await sample({ percent: 40 })).toMatchObject({ status: 201 });
  const drawn = await ledger('coordinator', { campaign: first, recheck: 'due' });
  expect(drawn).toHaveLength(2);
  const event = (await campaignEvents(platform, first)).at(-1);
  expect(event?.data).toMatchObject({ of: 5, percent: 40, secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect([...(event?.data['problems'] as string[])].sort()).toEqual(drawn.map(({ id }) => id).sort());
  expect(await sample({ percent: 100 })).toMatchObject({ status: 201 });
  expect(await ledger('coordinator', { campaign: first, recheck: 'due' })).toHaveLength(5);
  expect(await sample({ percent: 10 })).toMatchObject({
    status: 409,
    json: { type: '/problems/problem.nothing-to-recheck' },
  });
  expect(
    await post(platform, 'coordinator', `/api/v1/campaigns/${first}/inheritance`, { due: '2023-04-20' }),
  ).toMatchObject({
    status: 409,
    json: { type: '/problems/campaign.no-predecessor' },
  });
});

test('a line nobody puts right climbs the ladder by itself; more time recalls what was sent, and it is urged anew', async () => {
  const id = await enter('hospital', '逾期未整改', { due: '2023-03-16', amount: '0' });
  await platform.passUntil(at('2023-03-20 09:00:00'));
  const rung = (kind: string, due: string, name: string) =>
    expectClockwork(platform, first, { kind, due: at(due), data: { rung: name, obligations: 1 } });
  await rung('deadlineReminded', '2023-03-15 23:59:59', 'remind-1d');
  await rung('deadlinePassed', '2023-03-16 23:59:59', 'overdue');
  await rung('deadlineEscalated', '2023-03-17 23:59:59', 'press-1wd');
  const told = async (who: Name) =>
    (await toldOf(platform, who, first))
      .filter(({ subjectZh }) => subjectZh.includes('重复收费'))
      .map(({ subjectEn }) => subjectEn);
  expect(await told('hospital')).toEqual([
    expect.stringContaining('Reminder one day before'),
    expect.stringContaining('Reminder two hours before'),
    expect.stringContaining('Overdue'),
    expect.stringContaining('told'),
  ]);
  await done(platform, 'coordinator', `problems/${id}/due-moves`, { due: '2023-03-24', reason: '设备到货推迟' });
  await eventually(async () => expect((await told('hospital')).at(-1)).toContain('recalled'));
  await platform.passUntil(at('2023-03-24 09:00:00'));
  await rung('deadlineReminded', '2023-03-23 23:59:59', 'remind-1d');
  const said = { department: '医保办', responsible: '王某', measures: '更换设备', report: '已整改' };
  await done(platform, 'hospital', `problems/${id}/rectification`, said);
  await platform.passUntil(at('2023-03-25 09:00:00'));
  const passed = (await campaignEvents(platform, first)).filter(
    ({ kind, data }) => kind === 'deadlinePassed' && data['due'] === at('2023-03-24 23:59:59'),
  );
  expect(passed).toEqual([]);
});
