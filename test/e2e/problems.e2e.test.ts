import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Schemas } from '@fundguard/client';
import { instant } from '@fundguard/domain';
import ExcelJS from 'exceljs';
import { campaignEvents, done, launch } from '../support/campaign-walk.js';
import { post } from '../support/case-walk.js';
import { acknowledgeDiscipline } from '../support/discipline.js';
import type { Name } from '../support/people.js';
import { eventually } from '../support/eventually.js';
import { type TestPlatform, newKey, startPlatform } from '../support/platform.js';

let platform: TestPlatform;
let campaign: string;
let hospital: string;
beforeAll(async () => {
  platform = await startPlatform({ startAt: instant('2023-03-14T01:00:00Z') });
  campaign = await launch(platform);
  await acknowledgeDiscipline(platform, campaign, 'coordinator', 'agency');
  hospital = platform.organisation.unit('a-peoples');
}, 60_000);
afterAll(() => platform?.stop());

const RECTIFIED = {
  ...{ department: '医保办', responsible: '王某', measures: '上线事前审核，每月抽查' },
  report: '已停止并退回，对相关医师约谈',
};
const found = (more: object = {}) => ({
  ...{
    campaign,
    unit: hospital,
    source: 'selfCheck',
    category: '重复收费',
    what: '静脉输液重复收取',
    amount: '100050',
  },
  ...{ due: '2023-04-10', ...more },
});
const enter = async (who: Name, more: object = {}) => (await done(platform, who, 'problems', found(more))).id;
const refund = (id: string, amount: string, who: Name = 'hospital') =>
  post(platform, who, `/api/v1/problems/${id}/refunds`, { amount, paidOn: '2023-03-14', voucher: '收据 001' });
const act = (who: Name, id: string, noun: string, body: object = {}) =>
  post(platform, who, `/api/v1/problems/${id}/${noun}`, body);
async function ledger(who: Name, query: object = {}): Promise<Schemas['LedgerProblem'][]> {
  const { data } = await (
    await platform.as(who)
  ).GET('/api/v1/problems', { params: { query: { campaign, ...query } } });
  return data?.items ?? [];
}
const lineOf = async (id: string, who: Name = 'coordinator') => (await ledger(who)).find((each) => each.id === id);

test('a hospital enters what it found, refunds, reports; another person strikes it off, and the record says so', async () => {
  const id = await enter('hospital');
  expect(await lineOf(id)).toMatchObject({ status: 'open', amount: '100050', refunded: '0', enteredBy: 'hospital' });
  expect((await refund(id, '60050')).status).toBe(201);
  expect((await act('hospital', id, 'rectification', RECTIFIED)).status).toBe(201);
  const early = await act('coordinator', id, 'strike-off');
  expect([early.status, early.json]).toMatchObject([
    409,
    { type: '/problems/problem.refund-missing', detail: '尚有 400.00 元未退回，不能销号' },
  ]);
  expect((await refund(id, '40000', 'agency')).status).toBe(201);
  expect((await act('coordinator', id, 'strike-off', { note: '现场核实' })).json).toMatchObject({
    status: 'struckOff',
  });
  expect(await lineOf(id)).toMatchObject({
    status: 'struckOff',
    refunded: '100050',
    note: '现场核实',
    rectification: RECTIFIED,
  });
  const kinds = (await campaignEvents(platform, campaign))
    .filter(({ data }) => data['problem'] === id)
    .map(({ kind }) => kind);
  expect(kinds).toEqual([
    'problemEntered',
    'problemRefunded',
    'problemRectified',
    'problemRefunded',
    'problemStruckOff',
  ]);
});

test('what is returned is put right again; a sham that a re-check finds makes the unit a key target', async () => {
  const id = await enter('agency', {
    source: 'inspection',
    amount: '0',
    unit: platform.organisation.unit('a-clinic-1'),
  });
  await done(platform, 'clinic', `problems/${id}/rectification`, RECTIFIED);
  await done(platform, 'coordinator', `problems/${id}/return`, { reason: '未附制度文本' });
  expect(await lineOf(id, 'clinic')).toMatchObject({ status: 'returned', note: '未附制度文本' });
  await done(platform, 'clinic', `problems/${id}/rectification`, RECTIFIED);
  await done(platform, 'agency', `problems/${id}/strike-off`);
  await done(platform, 'coordinator', `problems/${id}/rechecks`, {
    sham: true,
    note: '仍在重复收费',
    due: '2023-05-10',
  });
  expect(await lineOf(id)).toMatchObject({ status: 'returned', shams: 1, due: '2023-05-10' });
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/campaigns/{id}/participants', { params: { path: { id: campaign } } });
  expect(data?.items.find(({ name }) => name === '甲县第一诊所')?.keyTarget).toBe('sham-rectification');
});

test('a problem the self-check had not named is concealed: the unit becomes a key target', async () => {
  const unit = platform.organisation.unit('a-private-1');
  await enter('coordinator', { source: 'recheck', unit });
  const { data } = await (
    await platform.as('coordinator')
  ).GET('/api/v1/campaigns/{id}/participants', { params: { path: { id: campaign } } });
  expect(data?.items.find((each) => each.unit === unit)?.keyTarget).toBe('under-reported');
});

test('a unit sees its own and nobody else’s; the tally counts what was refunded by themselves', async () => {
  const own = await ledger('hospital');
  expect(own.map(({ unit }) => unit)).toEqual(own.map(() => hospital));
  expect((await ledger('clinic')).map(({ unit }) => unit)).not.toContain(hospital);
  expect(await ledger('countyB')).toEqual([]);
  const { data } = await (
    await platform.as('hospital')
  ).GET('/api/v1/problems/tally', { params: { query: { campaign } } });
  expect(data).toMatchObject({
    all: 1,
    struckOff: 1,
    overdue: 0,
    amount: '100050',
    refunded: '100050',
    refundedBySelfCheck: '100050',
  });
});

test.each<[string, Name, object, number, string]>([
  ['a unit that enters for another', 'clinic', {}, 404, 'campaign.not-found'],
  ['a unit that enters as if it had been inspected', 'hospital', { source: 'inspection' }, 403, 'problem.not-yours'],
  ['an inspector who enters as if the unit had found it', 'coordinator', {}, 403, 'problem.not-yours'],
  ['another county', 'countyB', { source: 'inspection' }, 404, 'campaign.not-found'],
  ['a day that has passed', 'hospital', { due: '2023-03-13' }, 422, 'date.too-early'],
  ['an amount that is none', 'hospital', { amount: '12.5' }, 422, 'request.invalid'],
])('%s is refused', async (_what, who, more, status, type) => {
  const refused = await post(platform, who, '/api/v1/problems', found(more));
  expect([refused.status, refused.json]).toMatchObject([status, { type: `/problems/${type}` }]);
});

test('more than is in question is not refunded, and whoever reported does not strike off', async () => {
  const id = await enter('hospital', { amount: '100' });
  expect((await refund(id, '101')).json).toMatchObject({ type: '/problems/problem.refund-exceeds', field: 'amount' });
  expect((await act('clinic', id, 'rectification', RECTIFIED)).status).toBe(404);
  expect((await act('hospital', id, 'strike-off')).status).toBe(403);
});

test('two who judge one rectification at once: one decides, the other is told what stands; sent twice it acts once', async () => {
  const id = await enter('hospital', { amount: '0' });
  await done(platform, 'hospital', `problems/${id}/rectification`, RECTIFIED);
  const [struck, returned] = await Promise.all([
    act('coordinator', id, 'strike-off'),
    act('agency', id, 'return', { reason: '不属实' }),
  ]);
  expect([struck.status, returned.status].sort()).toEqual([201, 409]);
  const key = { 'idempotency-key': newKey() };
  const send = () => post(platform, 'hospital', '/api/v1/problems', found({ what: '只登记一次' }), key);
  expect((await send()).json).toEqual((await send()).json);
  expect((await ledger('hospital')).filter(({ what }) => what === '只登记一次')).toHaveLength(1);
});

test('the ledger is exported as a sheet, and what is not put right as a list of its own', async () => {
  await enter('hospital', { what: '尚未整改', amount: '0' });
  const rows = async (more: object) => {
    const { json } = await post(platform, 'coordinator', '/api/v1/jobs', { kind: 'exportProblems', campaign, ...more });
    const at = `/api/v1/jobs/${String(json['id'])}`;
    await eventually(async () =>
      expect(await (await platform.send('coordinator', at)).json()).toMatchObject({ status: 'done' }),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await platform.send('coordinator', `${at}/result`)).arrayBuffer());
    const cells: string[] = [];
    book.worksheets[0]?.eachRow((row) => cells.push((row.values as unknown[]).map(String).join('|')));
    return cells;
  };
  const [all, unsettled] = [await rows({}), await rows({ unsettled: true })];
  expect(all.filter((row) => row.includes('已销号') && row.includes('1000.50'))).toHaveLength(1);
  expect(unsettled.join()).toContain('尚未整改');
  expect(unsettled.join()).not.toContain('已销号');
}, 60_000);

test('the same command sent five times at once enters one line, and answers all alike', async () => {
  const key = newKey();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      post(platform, 'hospital', '/api/v1/problems', found({ what: '同时登记' }), { 'idempotency-key': key }),
    ),
  );
  expect(answers.map(({ status, json }) => [status, json['id']])).toEqual(Array(5).fill([201, key]));
});
